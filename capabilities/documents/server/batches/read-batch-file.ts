import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Context } from '#kernel/server/context.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Services } from '#kernel/server/services.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { documentOperations } from '../../contract.ts'
import { filePath } from '../files/kept-file.ts'
import { loadBatch } from './batch-record.ts'

const gone = () =>
  new Problem(
    404,
    'document.batch_file_gone',
    /*i18n*/ { id: 'document.batch_file_gone', message: 'Ce fichier n’est plus gardé. Relancez l’impression du lot.' },
  )

/** One printed file of a batch. */
export const readBatchFile = async (
  ctx: Context,
  input: ParsedOf<(typeof documentOperations)['readBatchFile']>,
  services: Services,
): Promise<FileAnswer> => {
  const batch = await loadBatch(ctx, input.id)
  const file = batch.files[input.number - 1]
  if (!file) throw batch.files.length === 0 && batch.printed > 0 ? gone() : notFound()
  const path = filePath(services, ctx.organizationId, file.id)
  if (!(await stat(path).catch(() => null))) throw gone()
  const content = createReadStream(path)
  return { mediaType: 'application/pdf', content, ...(input.inline ? { showAs: file.name } : { downloadAs: file.name }) }
}
