import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Context } from '#kernel/server/context.ts'
import type { Services } from '#kernel/server/services.ts'

/** Where the bytes of a kept file lie. Folders by the last two signs of the identifier, so that none grows too large. */
export const filePath = (services: Pick<Services, 'dataDir'>, organizationId: string, fileId: string): string =>
  join(services.dataDir, 'files', organizationId, fileId.slice(-2), fileId)

/** The small picture of an image, drawn when it is first asked for. */
export const thumbnailPath = (services: Pick<Services, 'dataDir'>, organizationId: string, fileId: string): string =>
  `${filePath(services, organizationId, fileId)}.webp`

const folderFor = (path: string) => mkdir(dirname(path), { recursive: true, mode: 0o700 })

/** Moves a file that was sent to its place; done already when the transaction is run again. */
export const moveIn = async (from: string, path: string): Promise<void> => {
  await folderFor(path)
  await rename(from, path).catch(async (error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ENOENT' || !(await stat(path).catch(() => null))) throw error
  })
}

/** Writes bytes so that the file is whole or absent, whenever the program ends. */
export const writeIn = async (path: string, bytes: Uint8Array): Promise<void> => {
  await folderFor(path)
  const fresh = `${path}.${process.pid}.part`
  await writeFile(fresh, bytes, { mode: 0o600, flush: true })
  await rename(fresh, path)
}

/** The file goes, with its small picture. */
export const dropFile = async (services: Pick<Services, 'dataDir'>, organizationId: string, fileId: string): Promise<void> => {
  await rm(filePath(services, organizationId, fileId), { force: true })
  await rm(thumbnailPath(services, organizationId, fileId), { force: true })
}

/** The bytes of one version, as rows say. */
export interface KeptBytes {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes down a kept file, and that it is this version of the document. */
export const recordVersion = async (ctx: Context, documentId: string, number: number, kept: KeptBytes): Promise<void> => {
  await ctx.db
    .insertInto('stored_file')
    .values({
      organization_id: ctx.organizationId,
      id: kept.fileId,
      purpose: 'document',
      name: kept.name,
      media_type: kept.mediaType,
      bytes: kept.bytes,
      sha256: kept.sha256,
      created_by: ctx.actor.userId,
      created_at: ctx.now,
    })
    .execute()
  await ctx.db
    .insertInto('document_version')
    .values({
      organization_id: ctx.organizationId,
      document_id: documentId,
      number,
      file_id: kept.fileId,
      name: kept.name,
      media_type: kept.mediaType,
      bytes: kept.bytes,
      sha256: kept.sha256,
      created_by: ctx.actor.userId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .execute()
}
