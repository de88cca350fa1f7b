import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { job } from './jobs.ts'
import type { Services } from './services.ts'

const dayMs = 86_400_000
/** Days for which a repeated request gets its first answer again. */
const answersDays = 7

/** Lets go of what nobody will ask for again: answers kept for repeated requests, files whose upload a crash cut short. */
export const tidy = job({
  name: 'kernel.tidy',
  input: z.object({}),
  schedule: '20 3 * * *',
  run: async (services) => {
    await services.database
      .deleteFrom('idempotency_key')
      .where('created_at', '<', new Date(Date.now() - answersDays * dayMs).toISOString())
      .execute()
    await dropLeftUploads(services)
  },
})

/** The longest upload takes hours; a file a day old belongs to none. */
const dropLeftUploads = async ({ dataDir }: Pick<Services, 'dataDir'>): Promise<void> => {
  const folder = join(dataDir, 'tmp')
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const status = await stat(path).catch(() => null)
    if (status !== null && Date.now() - status.mtimeMs > dayMs) await rm(path, { force: true })
  }
}
