import { statementsOf } from '#kernel/server/sql-statements.ts'

/** One statement of a migration, without comments, in one line; what stands in quotes keeps its case. */
export interface Statement {
  readonly file: string
  readonly text: string
}

/** A table as its `create table` makes it. */
export interface Table {
  readonly name: string
  readonly file: string
  readonly columns: readonly { readonly name: string; readonly rest: string }[]
  readonly primaryKey: readonly string[]
}

/** The statements of all migrations, in the order in which they run. */
export const readStatements = (migrations: ReadonlyMap<string, string>): Statement[] =>
  [...migrations]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, sql]) => statementsOf(sql).map((text) => ({ file, text: withoutComments(text) })))

const withoutComments = (sql: string): string =>
  sql
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/--.*$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The table that a `create table` makes, or null for any other statement. */
export const readTable = ({ file, text }: Statement): Table | null => {
  const match = /^create (?:unlogged )?table (?:if not exists )?(\w+) \((.*)\)/i.exec(text)
  if (!match?.[1]) return null
  const parts = topLevelParts(match[2] ?? '')
  const key = parts.map((part) => /^(?:constraint \w+ )?primary key \(([^)]*)\)/i.exec(part)?.[1]).find((found) => found !== undefined)
  const columns = parts
    .filter((part) => !/^(constraint|primary key|foreign key|unique|check|exclude)\b/i.test(part))
    .map((part) => ({ name: /^\w+/.exec(part)?.[0] ?? '', rest: part.replace(/^\w+ ?/, '') }))
  const inline = columns.find((column) => /\bprimary key\b/i.test(column.rest))
  return { name: match[1], file, columns, primaryKey: key === undefined ? (inline ? [inline.name] : []) : namesIn(key) }
}

/** The names of a list such as `organization_id, created_at desc`. */
export const namesIn = (list: string): string[] => topLevelParts(list).map((part) => /^\w+/.exec(part)?.[0] ?? part)

/** Splits at commas that stand outside parentheses and quotes. */
export const topLevelParts = (list: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let current = ''
  for (const character of list) {
    if (character === "'") quoted = !quoted
    else if (!quoted && character === '(') depth += 1
    else if (!quoted && character === ')') depth -= 1
    if (character === ',' && depth === 0 && !quoted) {
      parts.push(current.trim())
      current = ''
    } else current += character
  }
  return [...parts, current.trim()].filter((part) => part !== '')
}
