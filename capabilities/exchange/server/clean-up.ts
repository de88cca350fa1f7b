import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { dropFile, exportFile, importFile } from './import-file.ts'
import { emptyStaging } from './run/stage-import.ts'

/** Files that nobody imports after all, and rows that were refused, are personal data: they are not kept for ever. */
const unusedDays = 7
const reportDays = 90

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()

/** Lets go of what is no longer needed: exports after seven days, files never imported, the rows of old reports. */
export const cleanUp = job({
  name: 'exchange.clean_up',
  input: z.object({}),
  schedule: '40 3 * * *',
  run: async (services) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id } of organizations) await cleanOrganization(services, organization_id)
  },
})

const cleanOrganization = async (services: Services, organizationId: string): Promise<void> => {
  const actor = systemActor('ASSURA-CRM')
  const left = await runAs(services, { actor, organizationId, operation: 'exchange.clean_up' }, async (ctx) => {
    const exports = await ctx.db
      .updateTable('export_run')
      .set({ state: 'expired' })
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'done')
      .where('expires_at', '<', ctx.now)
      .returning('id')
      .execute()
    const imports = await ctx.db
      .updateTable('import_run')
      .set({ state: 'cancelled', survey: null, staged_as: null, finished_at: ctx.now })
      .where('organization_id', '=', organizationId)
      .where('state', 'in', ['ready', 'needs_answer', 'checked', 'failed', 'cancelled'])
      .where('survey', 'is not', null)
      .where('created_at', '<', daysBefore(ctx.now, unusedDays))
      .returning('id')
      .execute()
    const rows = await ctx.db
      .deleteFrom('import_row')
      .where('organization_id', '=', organizationId)
      .where('import_id', 'in', (query) =>
        query
          .selectFrom('import_run')
          .select('id')
          .where('organization_id', '=', organizationId)
          .where('created_at', '<', daysBefore(ctx.now, reportDays)),
      )
      .executeTakeFirst()
    if (exports.length + imports.length === 0 && rows.numDeletedRows === 0n) ctx.unchanged()
    else ctx.audit({ after: { exports: exports.length, imports: imports.length, rows: Number(rows.numDeletedRows) } })
    return { exports, imports }
  })
  for (const { id } of left.exports) await rm(exportFile(services, organizationId, id), { force: true })
  for (const { id } of left.imports) {
    await dropFile(importFile(services, organizationId, id))
    await emptyStaging({ services, actor }, organizationId, id)
  }
}
