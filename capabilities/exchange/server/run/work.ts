import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Context } from '#kernel/server/context.ts'
import type { Importable } from '#kernel/server/importable.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Reach } from '#kernel/shared/rights.ts'
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
export interface ImportWork {
  readonly services: Services
  readonly offers: Offers
  readonly importable: Importable
  readonly importId: string
  readonly organizationId: string
  readonly actor: Actor
  /** How far the actor's right to import reaches. */
  readonly reach: Reach
  readonly plan: ImportPlan
  /** Aborted when the process stops or the import's lock is lost. */
  readonly signal: AbortSignal
}

/** The mark under which rows are staged: other settings or another reading need other rows. */
export const stagingMark = (plan: ImportPlan, reading: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([plan.columns, plan.staged, plan.settings.bad_cells, plan.settings.match_on, plan.settings.mode, reading]))
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
  const mapped = new Set(plan.mapping.map(({ field }) => field))
  return [
    ...importable.target.written.filter((name) => plan.staged.includes(name) && !derived.has(name)),
    ...importable.target.relations.filter(({ field }) => mapped.has(field)).map(({ column }) => column),
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
