import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { breakPromises, tellBroken } from './break-promises.ts'
import { storeUnpaid } from './store-unpaid.ts'
import { tellOverdue } from './tell-overdue.ts'

const program = systemActor('ASSURA-CRM')

/** Steps of the night of one organization; each works through a chunk and says how many rows it had. */
const steps = [
  ['receivable.night_unpaid', storeUnpaid],
  ['receivable.night_overdue', tellOverdue],
  ['receivable.night_broken', tellBroken],
  ['receivable.night_promises', breakPromises],
] as const

/** Rows of one transaction. */
export const nightChunk = 2000

/** What a new day makes of bills and promises, of one organization. Whatever is killed or repeated, everything is done and told once. */
export const nightOf = async (services: Services, organizationId: string): Promise<void> => {
  for (const [operation, step] of steps)
    while ((await runAs(services, { actor: program, organizationId, operation }, (ctx) => step(ctx, nightChunk))) === nightChunk);
}

/** Just after midnight: bills past their day are stored as unpaid, promises as broken, and staff are told. */
export const receivablesNight = job({
  name: 'receivables.night',
  input: z.object({}),
  schedule: '5 0 * * *',
  run: async (services) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id } of organizations) await nightOf(services, organization_id)
  },
})
