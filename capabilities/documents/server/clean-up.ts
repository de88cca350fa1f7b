import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import type { BatchFile } from './batches/batch-record.ts'
import { dropFile } from './files/kept-file.ts'

/** A deleted document comes back for so long. */
const binDays = 90
/** The printed files of a batch; its letters stay, and print again. */
const batchDays = 30
/** Documents removed in one transaction. */
const most = 500

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()

/** Lets go of documents that lay in the bin for 90 days, and of files that were printed long ago. */
export const letGo = async (services: Services): Promise<void> => {
  const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
  for (const { organization_id } of organizations) {
    while ((await emptyBin(services, organization_id)) === most);
    await dropPrinted(services, organization_id)
  }
}

export const cleanUp = job({ name: 'documents.clean_up', input: z.object({}), schedule: '50 3 * * *', run: (services) => letGo(services) })

const call = (organizationId: string) => ({ actor: systemActor('ASSURA-CRM'), organizationId, operation: 'document.clean_up' })

/** Removes some documents with their bytes; says how many. */
const emptyBin = async (services: Services, organizationId: string): Promise<number> => {
  const { count, files } = await runAs(services, call(organizationId), async (ctx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from document where organization_id = ${organizationId}::uuid and deleted_at < ${daysBefore(ctx.now, binDays)}::timestamptz
      order by deleted_at limit ${most}`.execute(ctx.db)
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) {
      ctx.unchanged()
      return { count: 0, files: [] }
    }
    const versions = await ctx.db
      .selectFrom('document_version')
      .select('file_id')
      .where('organization_id', '=', organizationId)
      .where('document_id', 'in', ids)
      .execute()
    const fileIds = versions.map(({ file_id }) => file_id)
    await ctx.db.deleteFrom('document').where('organization_id', '=', organizationId).where('id', 'in', ids).execute()
    if (fileIds.length > 0)
      await ctx.db.deleteFrom('stored_file').where('organization_id', '=', organizationId).where('id', 'in', fileIds).execute()
    ctx.audit({ after: { documents: ids.length, files: fileIds.length } })
    return { count: ids.length, files: fileIds }
  })
  for (const id of files) await dropFile(services, organizationId, id)
  return count
}

const dropPrinted = async (services: Services, organizationId: string): Promise<void> => {
  const files = await runAs(services, call(organizationId), async (ctx) => {
    const { rows } = await sql<{ id: string; files: BatchFile[] }>`
      select id, files from document_batch where organization_id = ${organizationId}::uuid and state = 'done' and files <> '[]'
        and updated_at < ${daysBefore(ctx.now, batchDays)}::timestamptz`.execute(ctx.db)
    const ids = rows.flatMap((batch) => batch.files.map(({ id }) => id))
    if (rows.length === 0) {
      ctx.unchanged()
      return []
    }
    await sql`update document_batch set files = '[]' where organization_id = ${organizationId}::uuid and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
      ctx.db,
    )
    await sql`delete from stored_file where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[])`.execute(ctx.db)
    ctx.audit({ after: { batches: rows.length, files: ids.length } })
    return ids
  })
  for (const id of files) await dropFile(services, organizationId, id)
}
