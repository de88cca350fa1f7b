import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Context } from '#kernel/server/context.ts'
import { runAs, type Call } from '#kernel/server/door.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { Services } from '#kernel/server/services.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { exportFile } from '../import-file.ts'
import { loadExport } from './export-record.ts'

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

const gone = () =>
  new Problem(
    404,
    'exchange.export_expired',
    /*i18n*/ { id: 'exchange.export_expired', message: 'Ce fichier n’est plus gardé. Relancez l’export.' },
  )

/** Taking a file of customers out of the house is journalled each time, by whom and from where. */
export const journalDownload = async (services: Services, input: { id: string }, call: Call): Promise<Services> => {
  if (call.organizationId === null) throw forbidden()
  await runAs(
    services,
    { actor: call.actor, organizationId: call.organizationId, operation: 'export.download', requestId: call.requestId },
    async (ctx) => {
      const record = await loadExport(ctx, input.id)
      ctx.audit({
        subject: { kind: 'export', id: record.id, title: record.file_name },
        after: { rows: record.rows_written, bytes: record.file_bytes },
      })
    },
  )
  return services
}

/** The file of one's own export, as long as it is kept. */
export const downloadExport = async (ctx: Context, input: { id: string }, services: Services): Promise<FileAnswer> => {
  const record = await loadExport(ctx, input.id)
  if (record.state === 'expired') throw gone()
  if (record.state !== 'done') throw notFound()
  const path = exportFile(services, ctx.organizationId, record.id)
  const kept = await stat(path).catch(() => null)
  if (kept === null) throw gone()
  return { mediaType: mediaTypes[record.format], content: createReadStream(path), downloadAs: record.file_name }
}
