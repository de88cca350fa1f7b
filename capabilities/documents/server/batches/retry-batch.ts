import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { DocumentBatch } from '../../fields.ts'
import { announceBatch, batchAnswer, loadBatch } from './batch-record.ts'
import { printBatchJob } from './print-job.ts'

/** A batch that stopped goes on from its last complete file; one whose files were let go is printed again from its letters. */
export const retryBatch = async (ctx: Context, input: { id: string }): Promise<DocumentBatch> => {
  const batch = await loadBatch(ctx, input.id)
  if (!batchAnswer(ctx, batch).can.retry)
    throw new Problem(
      409,
      'document.batch_not_stopped',
      /*i18n*/ { id: 'document.batch_not_stopped', message: 'Ce lot est en cours ou déjà imprimé.' },
    )
  const again = batch.state === 'done'
  await sql`update document_batch set state = 'running', failure = null, printed = ${again ? 0 : batch.printed}, updated_at = ${ctx.now}::timestamptz
    where organization_id = ${ctx.organizationId}::uuid and id = ${batch.id}::uuid and state = ${batch.state}`.execute(ctx.db)
  await ctx.db
    .insertInto('document_batch_work')
    .values({ id: batch.id, organization_id: ctx.organizationId, since: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.jobs.send(printBatchJob, { organization_id: ctx.organizationId, batch_id: batch.id })
  ctx.audit({ subject: { kind: 'document_batch', id: batch.id, title: batch.title }, after: { printed: again ? 0 : batch.printed } })
  announceBatch(ctx, batch, { state: 'running' })
  return batchAnswer(ctx, await loadBatch(ctx, batch.id))
}
