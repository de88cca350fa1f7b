import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { exitCodes, StartupError } from './startup-error.ts'

/** Makes the data folder if need be (mode 0700) and refuses, with a StartupError, one that this user cannot write in. */
export const ensureDataFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderRefusal(folder, error)
  }
}

const folderRefusal = (folder: string, error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const other = ' ; choisissez-en un autre par le réglage DATA_DIR.'
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartupError(`DATA_DIR : ${folder} n’est pas un dossier${other}`, exitCodes.setting)
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartupError(
      `DATA_DIR : le dossier ${folder} n’est pas accessible en écriture pour ${whoAmI()}${ownerOf(folder)}${other}`,
      exitCodes.notWritable,
    )
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartupError(
      `DATA_DIR : le disque de ${folder} est plein ; libérez de la place ou choisissez un autre dossier.`,
      exitCodes.notWritable,
    )
  }
  return error
}

const whoAmI = (): string => {
  try {
    return `l’utilisateur ${userInfo().username}`
  } catch {
    return `l’utilisateur numéro ${process.geteuid?.() ?? 0}`
  }
}

const ownerOf = (folder: string): string => {
  try {
    const { uid } = statSync(folder)
    if (uid === process.geteuid?.()) return ''
    return uid === 0 ? ' (il appartient à root)' : ` (il appartient à l’utilisateur numéro ${uid})`
  } catch {
    return ''
  }
}
