import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'node:test'
import { Client } from 'pg'
import type { RootWay } from '../account.ts'
import type { EmbeddedConnection } from '../connect.ts'
import { readPostmasterNote } from '../postmaster-file.ts'
import { processesOf, signal } from '../processes.ts'
import { scratchRoot } from '../scratch.ts'
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from '../start-embedded.ts'

/** A folder for one test, whose name holds a space and accents; at the test's end its servers are ended and it is deleted. */
export const folderOf = (t: TestContext): string => {
  const folder = mkdtempSync(join(scratchRoot(), 'données é '))
  t.after(() => {
    for (const pid of leftIn(folder)) signal(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  })
  return folder
}

let prepared: Promise<string> | undefined

/** The same with a database already made and stopped: a copy of one that is made once for a test file. */
export const readyFolderOf = async (t: TestContext): Promise<string> => {
  prepared ??= prepare()
  const folder = folderOf(t)
  cpSync(await prepared, folder, { recursive: true })
  return folder
}

const prepare = async (): Promise<string> => {
  const folder = mkdtempSync(join(scratchRoot(), 'données prêtes '))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await (await start(folder)).stop()
  return folder
}

/** The processes that still work for the database of a data folder. */
export const leftIn = (dataDir: string): number[] => processesOf({ folder: join(dataDir, 'db'), name: join(dataDir, 'db') })

/** The number of the running server of a data folder. */
export const serverOf = (dataDir: string): number => readPostmasterNote(join(dataDir, 'db'))?.pid ?? 0

/** Starts as the program does, without waiting for the disk. */
export const start = (dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> =>
  startEmbedded({ dataDir, log: { info: () => undefined, warn: () => undefined }, settings: { fsync: 'off' }, ...options })

/** Asks one question on a connection of its own; the first column of each row. */
export const ask = async (connection: EmbeddedConnection, question: string): Promise<unknown[]> => {
  const client = new Client(connection)
  await client.connect()
  try {
    const result = await client.query<unknown[]>({ text: question, rowMode: 'array' })
    return result.rows.map((row) => row[0])
  } finally {
    await client.end()
  }
}

/** Another command of the program (`command.ts`) on the same folder. */
export interface Command {
  readonly child: ChildProcess
  /** What it said once connected, and then each loss. */
  next(): Promise<{ adopted: boolean; owned: boolean; connection: EmbeddedConnection; lost?: true }>
  /** Its exit code and what it wrote on the console. */
  ended(): Promise<{ code: number | null; said: string }>
}

/** Runs another command of the program, as another user when `uid` is given; `way` is root's only way. */
export const runCommand = (dataDir: string, { uid, way }: { uid?: number; way?: RootWay } = {}): Command => {
  const child = spawn(process.execPath, [script, dataDir, ...(way === undefined ? [] : [way])], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const exited = once(child, 'close')
  return {
    child,
    next: async () => {
      const line = await lines.next()
      if (line.done) throw new Error(`the command ended: ${said}`)
      return JSON.parse(line.value)
    },
    ended: async () => {
      await exited
      return { code: child.exitCode, said }
    },
  }
}

const script = fileURLToPath(new URL('command.ts', import.meta.url))

/** The number of an ordinary user of this machine who can read the program, for tests run as root; null when there is none. */
export const ordinaryUser = (): number | null => {
  if (process.geteuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const uid = Number(line?.split(':')[2] ?? 0)
  return uid > 0 && spawnSync('test', ['-r', script], { uid }).status === 0 ? uid : null
}
