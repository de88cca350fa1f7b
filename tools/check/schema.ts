import { namesIn, readStatements, readTable, topLevelParts, type Statement, type Table } from './read-sql.ts'

type Kind = 'tenant' | 'shared' | 'control' | 'staging'

/** What a run found, and how many tables it saw, of which kind. */
export interface SchemaFindings {
  readonly breaches: readonly string[]
  readonly kinds: ReadonlyMap<string, Kind>
}

/**
 * Holds migrations (name → text) to the rules by which one schema serves a laptop and a cluster
 * (docs/decisions/0003-three-kinds-of-tables.md). Each breach is one line `file: table: why`.
 */
export const checkSchema = (migrations: ReadonlyMap<string, string>): SchemaFindings => {
  const statements = readStatements(migrations)
  const { tables, kinds, undeclared } = readDeclarations(statements)
  const breaches = [
    ...checkNumbers([...migrations.keys()]),
    ...undeclared.map((table) => `${table.file}: ${table.name}: is not declared tenant, shared or control right after it is made`),
    ...tables.flatMap((table) => checkTable(table, kinds.get(table.name)).map((why) => `${table.file}: ${table.name}: ${why}`)),
    ...statements.flatMap((statement) => checkStatement(statement, kinds).map((why) => `${statement.file}: ${why}`)),
  ]
  return { breaches, kinds }
}

const readDeclarations = (statements: readonly Statement[]) => {
  const tables: Table[] = []
  const kinds = new Map<string, Kind>()
  const undeclared: Table[] = []
  let waiting: Table | null = null
  for (const statement of statements) {
    const table = readTable(statement)
    const declared = /^call (tenant|shared|control|staging)_table\('(\w+)'/i.exec(statement.text)
    const ends = table !== null || statement.file !== waiting?.file
    if (waiting !== null && ends) {
      undeclared.push(waiting)
      waiting = null
    }
    if (table !== null) {
      tables.push(table)
      waiting = table
    }
    if (declared?.[1] && declared[2]) {
      kinds.set(declared[2], declared[1].toLowerCase() as Kind)
      if (declared[2] === waiting?.name) waiting = null
    }
  }
  if (waiting !== null) undeclared.push(waiting)
  // Written by the program that migrates, before any role exists to grant it to.
  return { tables, kinds, undeclared: undeclared.filter((table) => table.name !== 'installation') }
}

const checkNumbers = (names: readonly string[]): string[] =>
  names
    .toSorted()
    .flatMap((name, at) =>
      new RegExp(`^${String(at + 1).padStart(4, '0')}_[a-z0-9_]+\\.sql$`).test(name)
        ? []
        : [`${name}: migrations are numbered without gap: ${String(at + 1).padStart(4, '0')} is expected here`],
    )

const checkTable = (table: Table, kind: Kind | undefined): string[] => {
  const breaches: string[] = []
  const first = table.columns[0]
  if (kind === 'tenant') {
    if (first?.name !== 'organization_id' || !/^uuid not null$/i.test(first.rest))
      breaches.push('begins with organization_id uuid not null')
    if (table.primaryKey[0] !== 'organization_id') breaches.push('its primary key begins with organization_id')
  }
  if (table.primaryKey.length === 0) breaches.push('has no primary key')
  for (const column of table.columns) {
    if (/^(small|big)?serial\b|\bgenerated\b.* as identity/i.test(column.rest))
      breaches.push(`${column.name}: identifiers are made by the program, not by a sequence`)
    if (/\b(references|unique|check)\b/i.test(withoutQuotes(column.rest)))
      breaches.push(`${column.name}: constraints are named and added by an alter of their own`)
  }
  return breaches
}

const checkStatement = ({ text }: Statement, kinds: ReadonlyMap<string, Kind>): string[] => {
  if (/^create (or replace )?(function|procedure|view|aggregate)\b/i.test(text)) return []
  const bare = withoutQuotes(text)
  const breaches: string[] = []
  if (/^create (constraint )?trigger\b/i.test(bare))
    breaches.push(`${headOf(text)}: what a trigger would do is done by the door or the verb`)
  if (/\bon delete set (null|default)\b/i.test(bare)) breaches.push(`${headOf(text)}: a deleted row nulls nothing: the verb does`)
  if (/\brename constraint\b/i.test(bare)) breaches.push(`${headOf(text)}: constraints are not renamed`)
  const index = /^create unique index (?:concurrently )?(?:if not exists )?(\w+) on (\w+) (?:using \w+ )?\(((?:[^()]|\([^()]*\))*)\)/i.exec(
    bare,
  )
  if (index?.[2] && kinds.get(index[2]) === 'tenant' && !namesIn(index[3] ?? '').includes('organization_id')) {
    breaches.push(`${index[1]}: a unique index of a tenant table includes organization_id`)
  }
  const alter = /^alter table (?:only )?(\w+) (.*)$/i.exec(bare)
  if (alter?.[1]) for (const change of topLevelParts(alter[2] ?? '')) breaches.push(...checkChange(alter[1], change, kinds))
  return breaches
}

const checkChange = (table: string, change: string, kinds: ReadonlyMap<string, Kind>): string[] => {
  if (/^add column\b/i.test(change) && /\b(references|unique|check|primary key)\b/i.test(change)) {
    return [`${table}: a column is added without constraint; the constraint follows by an alter of its own`]
  }
  if (/^add (check|unique|foreign key|primary key|exclude)\b/i.test(change)) return [`${table}: a constraint has a name`]
  const foreign = /^add constraint (\w+) foreign key \(([^)]*)\) references (\w+)(?: \(([^)]*)\))?/i.exec(change)
  const unique = /^add constraint (\w+) unique \(([^)]*)\)/i.exec(change)
  const kind = kinds.get(table)
  if (unique && kind === 'tenant' && !namesIn(unique[2] ?? '').includes('organization_id')) {
    return [`${unique[1]}: a unique constraint of a tenant table includes organization_id`]
  }
  if (!foreign?.[3]) return []
  const target = kinds.get(foreign[3])
  if ((kind === 'control') !== (target === 'control')) return [`${foreign[1]}: control tables and others do not refer to each other`]
  const keyed = namesIn(foreign[2] ?? '').includes('organization_id') && namesIn(foreign[4] ?? '').includes('organization_id')
  return kind === 'tenant' && target === 'tenant' && !keyed
    ? [`${foreign[1]}: a foreign key between tenant tables includes organization_id`]
    : []
}

const withoutQuotes = (sql: string): string => sql.replace(/'[^']*'/g, "''")
const headOf = (sql: string): string => sql.split(' ').slice(0, 5).join(' ')
