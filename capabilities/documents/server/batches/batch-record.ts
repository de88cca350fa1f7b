import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { DocumentBatch } from '../../fields.ts'

/** One printed file of a batch. */
export interface BatchFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

/** A batch as its row says. */
export interface BatchRecord {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly state: DocumentBatch['state']
  readonly wanted: number
  readonly made: number
  readonly printed: number
  readonly letters_per_file: number
  readonly files: readonly BatchFile[]
  readonly failure: string | null
  readonly created_by: string | null
  readonly created_by_name: string
  readonly created_at: string
  readonly updated_at: string
}

/** One's own batches, and all for who sees the documents of the whole organization: their files hold letters of every agency. */
const seen = (ctx: Context): RawBuilder<unknown> =>
  ctx.can('document.view') === 'organization' ? sql`true` : sql`k.created_by = ${ctx.actor.userId}::uuid`

const select = sql`k.id, k.kind, k.title, k.state, k.wanted, k.made, k.printed, k.letters_per_file, k.files, k.failure, k.created_by, k.created_by_name, k.created_at, k.updated_at`

const batchList: ListDefinition<DocumentBatch> = {
  name: 'document_batch',
  permission: 'document.view',
  from: sql`document_batch k`,
  select,
  id: sql`k.id`,
  organization: sql`k.organization_id`,
  columns: {
    state: { kind: 'choice', value: sql`k.state`, sort: false },
    kind: { kind: 'choice', value: sql`k.kind`, sort: false },
    created_by: { kind: 'reference', value: sql`k.created_by`, sort: false, nullable: true },
    created_at: { kind: 'instant', value: sql`k.created_at` },
  },
  defaultSort: '-created_at',
  finish: (ctx, rows) => (rows as unknown as BatchRecord[]).map((row) => batchAnswer(ctx, row)),
}

export const listBatches = (ctx: Context, query: ListQuery): Promise<Page<DocumentBatch>> => {
  const from = sql`(select * from document_batch k where k.organization_id = ${ctx.organizationId}::uuid and ${seen(ctx)}) k`
  return runList(ctx, { ...batchList, from }, query)
}

/** A batch that the actor sees; not found otherwise. */
export const loadBatch = async (ctx: Context, id: string): Promise<BatchRecord> => {
  const { rows } = await sql<BatchRecord>`
    select ${select} from document_batch k where k.organization_id = ${ctx.organizationId}::uuid and k.id = ${id}::uuid and ${seen(ctx)}`.execute(
    ctx.db,
  )
  const [record] = rows
  if (!record) throw notFound()
  return record
}

/** Files that were let go are printed again from the letters, which are kept. */
const mayRetry = (ctx: Context, record: BatchRecord): boolean =>
  (record.state === 'failed' || (record.state === 'done' && record.files.length === 0 && record.wanted > 0)) &&
  ctx.can('document.create') !== null

const stopped = /*i18n*/ {
  id: 'document.batch_stopped',
  message: 'Une erreur a arrêté la mise en page. Ce qui est prêt est gardé ; relancez pour continuer, ou prévenez votre administrateur.',
}

/** A batch as the API shows it. */
export const batchAnswer = (ctx: Context, record: BatchRecord): DocumentBatch => ({
  id: record.id,
  kind: record.kind,
  title: record.title,
  state: record.state,
  wanted: record.wanted,
  made: record.made,
  printed: record.printed,
  progress: record.state === 'done' ? 1 : progressOf(record),
  letters_per_file: record.letters_per_file,
  files: record.files.map(({ name, bytes }, at) => ({ number: at + 1, name, bytes })),
  failure: record.failure === null ? null : ctx.say(stopped),
  created_by_name: record.created_by_name,
  created_at: record.created_at,
  updated_at: record.updated_at,
  can: { retry: mayRetry(ctx, record) },
})

/** Writing the letters is a tenth of the work, drawing them the rest. */
const writingShare = 0.1

const progressOf = ({ wanted, made, printed }: BatchRecord): number =>
  wanted === 0 ? 0 : (writingShare * made + (1 - writingShare) * printed) / wanted

/** Tells the browsers of whoever made it how far a batch is. */
export const announceBatch = (
  ctx: Context,
  record: Pick<BatchRecord, 'id' | 'created_by'>,
  facts: Readonly<Record<string, string | number>>,
): void =>
  ctx.emit({
    name: 'document_batch.progressed',
    subjectId: record.id,
    ...(record.created_by !== null && { userId: record.created_by }),
    facts,
  })
