import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf } from './processes.ts'

/** Notes that this process must end the server. */
export const takeOwnership = (ownerFile: string): void => {
  const fresh = `${ownerFile}.${process.pid}`
  writeFileSync(fresh, identityOf(process.pid) ?? '')
  renameSync(fresh, ownerFile)
}

/** True when the process that must end the server still lives; it may be this one. */
export const hasLivingOwner = (ownerFile: string): boolean => {
  const noted = readOwner(ownerFile)
  return noted !== '' && identityOf(Number.parseInt(noted)) === noted
}

/** Takes back this process's note, and no other's. */
export const leaveOwnership = (ownerFile: string): void => {
  if (readOwner(ownerFile) === identityOf(process.pid)) rmSync(ownerFile, { force: true })
}

const readOwner = (ownerFile: string): string => {
  try {
    return readFileSync(ownerFile, 'utf8')
  } catch {
    return ''
  }
}
