import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Context } from '#kernel/server/context.ts'
import type { FileImport, FilePart, ImportKindOffer } from '#kernel/server/file-import.ts'
import type { Importable } from '#kernel/server/importable.ts'
import type { Services } from '#kernel/server/services.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { reachOf, type Reach } from '#kernel/shared/rights.ts'
import type { Offers } from '../offers.ts'
import type { ReadColumn } from '../reader/task.ts'
import type { MappedField } from '../settings.ts'
import type { Understood } from '../understand.ts'

type Sql = RawBuilder<unknown>

/** Rows of one transaction (docs/decisions.md 10). */
export const chunkRows = 5000

/** All that decides what becomes of the rows; kept with the import so that it goes on the same after a crash. */
export interface ImportPlan {
  readonly mapping: readonly MappedField[]
  readonly settings: Understood['settings']
  readonly columns: readonly ReadColumn[]
  /** Names of the staged columns, in the order of `data`. */
  readonly staged: readonly string[]
}

/** One import under way, or being taken back. */
export interface RunWork {
  readonly services: Services
  readonly offers: Offers
  readonly offer: ImportKindOffer
  readonly importId: string
  readonly organizationId: string
  readonly actor: Actor
  readonly plan: ImportPlan
  /** Aborted when the process stops or the import's lock is lost. */
  readonly signal: AbortSignal
}

/** The import of one kind of record: all of it, or a part of a file whose rows speak of several. */
export interface ImportWork extends RunWork {
  readonly importable: Importable
  /** How far the actor's right to import such records reaches. */
  readonly reach: Reach
}

const notAllowed = /*i18n*/ { id: 'exchange.no_longer_allowed', message: 'La personne qui a lancé cet import n’en a plus le droit.' }

/** Who started the import has lost the right to it. */
export const noLongerAllowed = (): Problem => new Problem(403, 'exchange.no_longer_allowed', notAllowed)

/** The import of one kind of record; refused when its starter may not import such records any more. */
export const workOn = (work: RunWork, importable: Importable): ImportWork => {
  const reach = reachOf(work.actor.grants, `${importable.permission}.import`)
  if (reach === null) throw noLongerAllowed()
  return { ...work, importable, reach }
}

/** The name under which a column of a part is staged. */
export const partColumn = (part: Pick<FilePart, 'name'>, column: string): string => `${part.name}/${column}`

/** The part of an import that makes one of the kinds of records of its file. */
export const workOnPart = (work: RunWork, file: FileImport, part: FilePart): ImportWork => {
  const start = partColumn(part, '')
  const { plan } = work
  const mapping = plan.mapping.flatMap(({ column, field, by }) =>
    (file.fields.find(({ key }) => key === field)?.fills ?? [])
      .filter((filled) => filled.startsWith(`${part.name}.`))
      .map((filled) => ({ column, field: filled.slice(part.name.length + 1), ...(by !== undefined && { by }) })),
  )
  const staged = plan.staged.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length))
  const settings = { ...plan.settings, match_on: part.match(plan.settings.match_on)[0]?.key ?? null }
  return workOn({ ...work, plan: { ...plan, mapping, staged, settings } }, part.importable)
}

/** The mark under which rows are staged: other settings or another reading need other rows. */
export const stagingMark = (plan: ImportPlan, reading: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        plan.columns,
        plan.staged,
        plan.settings.bad_cells,
        plan.settings.match_on,
        plan.settings.mode,
        plan.settings.bills,
        plan.settings.source,
        reading,
      ]),
    )
    .digest('base64url')
    .slice(0, 22)

/** The temporary table of a chunk. */
export const chunkTable = (importable: Importable): Sql => sql.raw(`chunk_${importable.object}`)

/** The value of a staged column of `import_staging s`, as text. */
export const stagedValue = (plan: ImportPlan, name: string): Sql | null => {
  const at = plan.staged.indexOf(name)
  return at < 0 ? null : sql.raw(`s.data[${at + 1}]`)
}

/** Columns of the record that this import may change: staged, written ones, and those of mapped relations. */
export const changedColumns = (importable: Importable, plan: ImportPlan): string[] => {
  const derived = new Set(importable.target.derived?.columns)
  return [
    ...importable.target.written.filter((name) => plan.staged.includes(name) && !derived.has(name)),
    ...importable.target.relations.filter(({ field }) => plan.staged.includes(field)).map(({ column }) => column),
  ]
}

/** The SQL type of a column of the chunk. */
export const typeOf = (importable: Importable, column: string): string =>
  importable.target.columns[column] ?? (importable.target.relations.some((relation) => relation.column === column) ? 'uuid' : 'text')

export const columnList = (names: readonly string[]): Sql => sql.raw(names.join(', '))

/** True for rows of `alias` that the import's reach covers. */
export const coveredBy = (ctx: Context, work: ImportWork, alias: string): Sql => {
  if (work.reach === 'organization' || !work.importable.target.placed) return sql`true`
  if (work.reach === 'own')
    return sql`(${sql.ref(`${alias}.owner_id`)} = ${work.actor.userId}::uuid or ${sql.ref(`${alias}.created_by`)} = ${work.actor.userId}::uuid)`
  const agencies = agenciesOf(work)
  return sql`(${sql.ref(`${alias}.agency_id`)} = any(${agencies}::uuid[]) or exists (select 1 from subject_agency further
    where further.organization_id = ${ctx.organizationId}::uuid and further.subject_id = ${sql.ref(`${alias}.id`)} and further.agency_id = any(${agencies}::uuid[])))`
}

/** Agencies into which the import may bring records, when not all. */
export const agenciesOf = (work: ImportWork): string[] =>
  work.reach === 'region' ? [...work.actor.regionAgencyIds] : work.actor.agencyId === null ? [] : [work.actor.agencyId]
