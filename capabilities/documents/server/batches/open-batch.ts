import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { makeLetters, type LetterToMake, type MadeLetter } from '../letters/make-letters.ts'
import { announceBatch } from './batch-record.ts'
import { printBatchJob } from './print-job.ts'

/** Letters in one printed file: what a printer takes in one go, and what a crash makes write again. */
const usualPerFile = 250

/**
 * Opens a batch for `wanted` letters. Whoever opens it writes the letters by `addToBatch`, in one transaction or, from a job, in
 * several; the batch prints itself once the last is in.
 */
export const openBatch = async (
  ctx: Context,
  batch: { readonly kind: string; readonly title: string; readonly wanted: number; readonly lettersPerFile?: number },
): Promise<string> => {
  const id = newId()
  const { kind, title, wanted } = batch
  await ctx.db
    .insertInto('document_batch')
    .values({
      organization_id: ctx.organizationId,
      id,
      kind,
      title,
      wanted,
      state: 'waiting',
      letters_per_file: batch.lettersPerFile ?? usualPerFile,
      files: '[]',
      failure: null,
      created_by: ctx.actor.userId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  ctx.audit({
    operation: 'document_batch.open',
    subject: { kind: 'document_batch', id, title },
    after: { kind, wanted },
  })
  if (wanted === 0) await closeBatch(ctx, id)
  return id
}

/** Writes further letters of a batch, behind those that are there. Returns them in order; enqueues the printing with the last. */
export const addToBatch = async (ctx: Context, batchId: string, letters: readonly LetterToMake[]): Promise<MadeLetter[]> => {
  if (letters.length === 0) return []
  const taken = await sql<{ made: number; wanted: number; created_by: string | null }>`
    update document_batch set made = made + ${letters.length}, updated_at = ${ctx.now}::timestamptz
    where organization_id = ${ctx.organizationId}::uuid and id = ${batchId}::uuid and state = 'waiting'
    returning made, wanted, created_by`.execute(ctx.db)
  const [batch] = taken.rows
  if (!batch) throw new Error('letters were added to a batch that no longer waits for any')
  const made = await makeLetters(ctx, letters, { id: batchId, from: batch.made - letters.length })
  if (batch.made >= batch.wanted) await closeBatch(ctx, batchId)
  else announceBatch(ctx, { id: batchId, created_by: batch.created_by }, { made: batch.made, wanted: batch.wanted })
  return made
}

/** Prints what is in a batch although fewer letters came than it was opened for: some records no longer needed one. */
export const closeBatch = async (ctx: Context, batchId: string): Promise<void> => {
  const closed = await sql<{ state: 'done' | 'running'; created_by: string | null }>`
    update document_batch set wanted = made, state = case when made = 0 then 'done' else 'running' end, updated_at = ${ctx.now}::timestamptz
    where organization_id = ${ctx.organizationId}::uuid and id = ${batchId}::uuid and state = 'waiting'
    returning state, created_by`.execute(ctx.db)
  const [batch] = closed.rows
  if (!batch) return
  announceBatch(ctx, { id: batchId, created_by: batch.created_by }, { state: batch.state })
  if (batch.state !== 'running') return
  await ctx.db
    .insertInto('document_batch_work')
    .values({ id: batchId, organization_id: ctx.organizationId, since: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.jobs.send(printBatchJob, { organization_id: ctx.organizationId, batch_id: batchId })
}
