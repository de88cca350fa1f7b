import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { z } from 'zod'
import { printBatchJob } from './print-job.ts'

/** Asks again for every batch that is not settled. What is under way holds its lock, so asking twice prints nothing twice. */
export const resumeBatches = async (services: Services): Promise<void> => {
  const left = await services.database.selectFrom('document_batch_work').select(['id', 'organization_id']).orderBy('since').execute()
  for (const { id, organization_id } of left)
    await services.database.transaction().execute((db) => services.jobs.within(db).send(printBatchJob, { organization_id, batch_id: id }))
}

/** A batch of a process that was killed while others live on is taken up within the minute. */
export const sweepBatches = job({
  name: 'documents.sweep',
  input: z.object({}),
  schedule: '* * * * *',
  run: (services) => resumeBatches(services),
})
