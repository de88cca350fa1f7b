import { z } from 'zod'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { exportJob } from './export/run-export.ts'
import { importJob } from './run/run-import.ts'

/** Asks again for all work that is not settled. What is under way holds its lock, so asking twice does nothing twice. */
export const resumeWork = async (services: Services): Promise<void> => {
  const left = await services.database.selectFrom('exchange_work').select(['id', 'organization_id', 'kind']).orderBy('since').execute()
  for (const { id, organization_id, kind } of left)
    await services.database.transaction().execute((db) => {
      const jobs = services.jobs.within(db)
      return kind === 'export'
        ? jobs.send(exportJob, { organization_id, export_id: id })
        : jobs.send(importJob, { organization_id, import_id: id })
    })
}

/** Work of a process that was killed while others live on is taken up within the minute. */
export const sweepWork = job({
  name: 'exchange.sweep',
  input: z.object({}),
  schedule: '* * * * *',
  run: (services) => resumeWork(services),
})
