import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Services } from '#kernel/server/services.ts'

/** Where the file of an import lies: in the data folder, under its organization. */
export const importFile = (services: Pick<Services, 'dataDir'>, organizationId: string, id: string): string =>
  join(services.dataDir, 'exchange', organizationId, `${id}.import`)

/** Where the file of an export lies. */
export const exportFile = (services: Pick<Services, 'dataDir'>, organizationId: string, id: string): string =>
  join(services.dataDir, 'exchange', organizationId, `${id}.export`)

/** Moves an uploaded file to its place. */
export const keepFile = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
}

export const dropFile = (path: string): Promise<void> => rm(path, { force: true })
