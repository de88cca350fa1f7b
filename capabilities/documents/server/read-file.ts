import { createReadStream } from 'node:fs'
import { readFile, rename, stat } from 'node:fs/promises'
import type { Context } from '#kernel/server/context.ts'
import { runAs, type Call } from '#kernel/server/door.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { Services } from '#kernel/server/services.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { documentOperations } from '../contract.ts'
import { mostPixels } from './files/detect-type.ts'
import { fileNameOf, previewOf } from './files/file-kinds.ts'
import { filePath, thumbnailPath } from './files/kept-file.ts'
import { textCharset } from './files/text-charset.ts'
import { drawOnOpening } from './letters/draw-on-opening.ts'
import type { Templates } from './letters/letter-to-draw.ts'
import { loadDocument } from './load-document.ts'

type Operations = typeof documentOperations

const gone = () =>
  new Problem(
    404,
    'document.file_gone',
    /*i18n*/ { id: 'document.file_gone', message: 'Les données de ce document manquent sur le serveur. Prévenez votre administrateur.' },
  )

/** Has a letter drawn before it is read; nothing for who may not see it. */
export const prepareLetter =
  (templates: () => Templates) =>
  async (services: Services, input: { id: string }, call: Call): Promise<Services> => {
    const { actor, organizationId, requestId } = call
    if (organizationId === null) throw forbidden()
    await runAs(services, { actor, organizationId, operation: 'document.read', requestId, readOnly: true }, (ctx) =>
      loadDocument(ctx, input.id),
    )
    await drawOnOpening(services, templates(), { actor, organizationId, requestId, id: input.id })
    return services
  }

const loadVersion = async (ctx: Context, id: string, asked: number | undefined) => {
  const { document } = await loadDocument(ctx, id)
  const version = await ctx.db
    .selectFrom('document_version')
    .select(['file_id', 'media_type', 'bytes'])
    .where('organization_id', '=', ctx.organizationId)
    .where('document_id', '=', id)
    .where('number', '=', asked ?? document.current_version)
    .executeTakeFirst()
  if (!version) throw notFound()
  return { document, version }
}

/** The bytes of a document: shown in a sandbox where that was asked and their type allows it, else as a download. */
export const readDocumentFile = async (ctx: Context, input: ParsedOf<Operations['readFile']>, services: Services): Promise<FileAnswer> => {
  const { document, version } = await loadVersion(ctx, input.id, input.version)
  const path = filePath(services, ctx.organizationId, version.file_id)
  if (!(await stat(path).catch(() => null))) throw gone()
  const preview = previewOf(version.media_type)
  const name = fileNameOf(document.title, version.media_type)
  const mediaType = version.media_type.startsWith('text/')
    ? `${version.media_type}; charset=${await textCharset(path)}`
    : version.media_type
  // Tables are shown as the text that they are: a browser would save them.
  const shown = preview === 'text' ? mediaType.replace('text/csv', 'text/plain') : mediaType
  return input.inline && preview !== null
    ? { mediaType: shown, content: createReadStream(path), showAs: name }
    : { mediaType, content: createReadStream(path), downloadAs: name }
}

/** Pixels a side: twice the largest size at which it is shown. */
const thumbnailSide = 320

/** A small picture of an image, drawn when it is first asked for and kept beside it. Done before the transaction: drawing takes its time. */
export const prepareThumbnail = async (
  services: Services,
  input: ParsedOf<Operations['readThumbnail']>,
  call: Call,
): Promise<FileAnswer> => {
  const { actor, organizationId, requestId } = call
  if (organizationId === null) throw forbidden()
  const { document, version } = await runAs(
    services,
    { actor, organizationId, operation: 'document.read', requestId, readOnly: true },
    (ctx) => loadVersion(ctx, input.id, input.version),
  )
  if (previewOf(version.media_type) !== 'image') throw notFound()
  const path = thumbnailPath(services, organizationId, version.file_id)
  const content = await readFile(path).catch(() => drawThumbnail(filePath(services, organizationId, version.file_id), path))
  return { mediaType: 'image/webp', content, showAs: fileNameOf(document.title, 'image/webp') }
}

const drawThumbnail = async (from: string, to: string): Promise<Buffer> => {
  const { default: sharp } = await import('sharp')
  const unfinished = `${to}.${newId()}.part`
  try {
    await sharp(from, { limitInputPixels: mostPixels, sequentialRead: true })
      .rotate()
      .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 74 })
      .toFile(unfinished)
  } catch {
    throw notFound()
  }
  await rename(unfinished, to)
  return readFile(to)
}
