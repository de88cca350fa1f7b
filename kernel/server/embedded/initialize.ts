import { spawn } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, StartupError } from '../startup-error.ts'
import type { Account } from './account.ts'
import { isRootsAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Cluster, passwordFile } from './cluster.ts'
import { diagnose } from './diagnose.ts'

/** Refuses, in one sentence, a cluster's folder that this program or this user cannot run; false when there is none yet. */
export const checkCluster = (cluster: Cluster, binaries: Binaries): boolean => {
  const { folder } = cluster
  const status = statSync(folder, { throwIfNoEntry: false })
  if (status === undefined) return false
  const uid = process.geteuid?.() ?? 0
  if (status.uid !== uid && !(uid === 0 && isRootsAccount(status.uid))) throw foreign(folder, status.uid)
  const version = versionOf(folder)
  if (version === null) {
    if (readdirSync(folder).length === 0) return false
    throw new StartupError(
      `Le dossier ${folder} existe mais ne contient pas de base PostgreSQL : videz-le ou choisissez un autre DATA_DIR.`,
      exitCodes.setting,
    )
  }
  if (version !== String(binaries.major)) {
    throw new StartupError(
      `La base de ${folder} a été faite par PostgreSQL ${version} et ce programme porte PostgreSQL ${binaries.major} : sauvegardez-la avec la version du programme qui l’a faite, puis restaurez la sauvegarde ici.`,
      exitCodes.unavailable,
    )
  }
  return true
}

const foreign = (folder: string, uid: number): StartupError =>
  new StartupError(
    `La base de ${folder} appartient à ${uid === 0 ? 'root' : `l’utilisateur numéro ${uid}`} : lancez la commande sous ce compte, ou choisissez un autre dossier par le réglage DATA_DIR.`,
    exitCodes.notWritable,
  )

const versionOf = (folder: string): string | null => {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return null
  }
}

/**
 * Makes the cluster's files, beside their place first: an interrupted making leaves nothing that looks like a database.
 * `durable` waits until the disk has them.
 */
export const initialize = async (cluster: Cluster, binaries: Binaries, account: Account, durable: boolean): Promise<void> => {
  const fresh = `${cluster.folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(account, fresh)
  const args = ['-D', fresh, '-U', 'owner', '--auth=scram-sha-256', `--pwfile=${join(cluster.dataDir, passwordFile)}`]
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=fr']
  const { code, output } = await finish(account, binaries.initdb, [...args, ...locale, ...(durable ? [] : ['--no-sync'])])
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw diagnose(output, cluster.dataDir)
  }
  rmSync(cluster.folder, { recursive: true, force: true })
  renameSync(fresh, cluster.folder)
}

/**
 * Gives the files to the account that will run the server, when root changes its way (a container with or without
 * namespaces), and closes a folder that was copied without its mode: PostgreSQL refuses one that others can read.
 */
export const giveTo = (account: Account, folder: string): void => {
  const { uid, mode } = statSync(folder)
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700)
  if (uid === account.uid) return
  chownSync(folder, account.uid, account.gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry)
    if (!lstatSync(path).isSymbolicLink()) chownSync(path, account.uid, account.gid)
  }
}

/** The whole environment of the server's programs: no PG* variable of the person's shell may reach them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' })

const finish = (account: Account, initdb: string, args: string[]): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const command = account.wrap(initdb, args)
    const child = spawn(command.program, command.args, { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
