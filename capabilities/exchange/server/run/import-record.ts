import { sql } from 'kysely'
import type { Actor, Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { ImportState } from '../../contract.ts'
import type { Survey } from '../reader/task.ts'
import type { ReadingChoices } from '../reading/plan-reading.ts'
import type { ImportSettings } from '../settings.ts'
import type { ImportIntent, ImportRunTable } from '../tables.ts'
import type { Question } from '../understand.ts'
import type { ChunkResult } from './apply-chunk.ts'
import type { Money } from './money.ts'
import type { RevertCounts } from './revert-chunk.ts'
import type { ImportPlan } from './work.ts'

/** An import as its row says, with the shapes of what is kept in it. */
export interface ImportRecord {
  readonly organization_id: string
  readonly id: string
  readonly object: string
  readonly state: ImportState
  readonly file_name: string
  readonly file_bytes: number
  readonly fingerprint: string | null
  readonly intent: ImportIntent
  readonly choices: ReadingChoices
  readonly settings: ImportSettings
  readonly survey: Survey | null
  readonly plan: ImportPlan | null
  readonly questions: readonly Question[]
  readonly failure: { readonly code: string; readonly sentence: Sentence } | null
  readonly rows_total: number | null
  readonly rows_staged: number
  readonly staged_as: string | null
  readonly rows_read: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly progress: number
  readonly report: ImportReport | null
  readonly reverted: RevertCounts | null
  readonly stop: 'keep' | 'revert' | null
  readonly made_by: string
  readonly made_by_name: string
  readonly created_at: string
  readonly started_at: string | null
  readonly finished_at: string | null
  readonly reverted_at: string | null
  readonly version: number
}

/** A reason with the rows it concerns, ready to be said in any language. */
export interface KeptReason {
  readonly outcome: 'rejected' | 'skipped' | 'flagged' | 'kept'
  readonly code: string
  readonly field: string | null
  readonly sentence: Sentence
  readonly count: number
  readonly examples: readonly string[]
}

/** What is kept of an import once its rows are gone. */
export interface ImportReport {
  readonly reasons: readonly KeptReason[]
  readonly trial: { readonly created: number; readonly updated: number; readonly skipped: number; readonly rejected: number } | null
  readonly seconds: number | null
  /** Records made and changed, by object, and where the money went; absent in reports of before. */
  readonly objects?: ChunkResult['objects']
  readonly money?: Money
}

/** The import of this identifier, or null. */
export const readImport = async (ctx: Context, id: string): Promise<ImportRecord | null> => {
  const row = await ctx.db
    .selectFrom('import_run')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as unknown as ImportRecord | undefined) ?? null
}

type Writable = Omit<
  ImportRunTable,
  'organization_id' | 'id' | 'choices' | 'settings' | 'survey' | 'plan' | 'questions' | 'failure' | 'report' | 'reverted'
>
type Changes = Partial<
  { [Key in keyof Writable]: ImportRecord[Key & keyof ImportRecord] } & Pick<
    ImportRecord,
    'choices' | 'settings' | 'survey' | 'plan' | 'questions' | 'failure' | 'report' | 'reverted'
  >
>

const jsonColumns = new Set(['choices', 'settings', 'survey', 'plan', 'questions', 'failure', 'report', 'reverted'])

/** Writes some fields of an import; true unless it is gone, or no longer in one of the states in `from`. */
export const writeImport = async (ctx: Context, id: string, changes: Changes, from?: readonly ImportState[]): Promise<boolean> => {
  const sets = Object.entries(changes).map(([name, value]) =>
    jsonColumns.has(name)
      ? sql`${sql.ref(name)} = ${value === null ? null : JSON.stringify(value)}::jsonb`
      : sql`${sql.ref(name)} = ${value}`,
  )
  const within = from === undefined ? sql`` : sql` and state = any(${[...from]}::text[])`
  const written = await sql`update import_run set ${sql.join([...sets, sql`version = version + 1`])}
    where organization_id = ${ctx.organizationId}::uuid and id = ${id}::uuid${within}`.execute(ctx.db)
  return written.numAffectedRows === 1n
}

/** What browsers are told of an import; figures only. */
export const announceImport = (ctx: Context, id: string, state: ImportState, facts: Readonly<Record<string, number>> = {}): void =>
  ctx.emit({ name: 'import.progressed', subjectId: id, facts: { state, ...facts } })

/** A step of an import in its own transaction: written, announced, and journalled when `journal` is given. */
export const stepImport = (
  services: Services,
  of: { organizationId: string; actor: Actor; id: string },
  changes: Changes,
  options: { from?: readonly ImportState[]; journal?: Readonly<Record<string, unknown>>; operation?: string; settled?: boolean } = {},
): Promise<boolean> =>
  runAs(services, { actor: of.actor, organizationId: of.organizationId, operation: options.operation ?? 'import.step' }, async (ctx) => {
    const written = await writeImport(ctx, of.id, changes, options.from)
    if (options.settled && written) await ctx.db.deleteFrom('exchange_work').where('id', '=', of.id).execute()
    if (options.journal && written) ctx.audit({ subject: { kind: 'import', id: of.id }, after: options.journal })
    else ctx.unchanged()
    if (written && changes.state !== undefined) announceImport(ctx, of.id, changes.state)
    return written
  })
