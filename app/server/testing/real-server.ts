import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Connection } from '#kernel/server/database.ts'
import { readPostmasterNote } from '#kernel/server/embedded/postmaster-file.ts'
import { termsVersion } from '#capabilities/identity/contract.ts'

const program = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** The program as it runs for people, in a process and a data folder of its own, so that it can be killed. */
export interface RealServer {
  readonly dataDir: string
  /** Where it listens; another port after each start. */
  readonly address: string
  /** The session of the administrator, as a header. */
  readonly cookie: string
  /** The number of its process; null when none runs. */
  readonly pid: number | null
  /** The embedded database as its owner sees it, past every wall. */
  readonly owner: Connection
  /** Starts it, or starts it again over the same data. */
  start(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to end, and gives its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>
  /** Asks as the administrator; a refusal fails with what was answered. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  sendFile<T>(file: Blob, fields: Record<string, string>): Promise<T>
  /** Registers the first organization and signs its administrator in. */
  register(): Promise<void>
  /** Runs `npm run cli -- …` on the same data. */
  command(...words: string[]): Promise<{ code: number | null; said: string }>
  remove(): Promise<void>
}

const administrator = { name: 'Nadia Hamidi', email: 'nadia@exemple.dz', password: 'un-mot-de-passe-solide-16' }

/** A server over a folder of its own, not yet started; `env` holds further settings, `cookie` a session that another process opened. */
export const serverIn = (dataDir: string, env: Readonly<Record<string, string>> = {}, given = ''): RealServer => {
  let child: ChildProcess | null = null
  let address = ''
  let cookie = given
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...env,
  }
  const start = async () => {
    child = spawn(process.execPath, [program('main.ts')], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
    for await (const line of lines) {
      const ready = /prêt : (http:\S+)/.exec(line)?.[1]
      if (ready === undefined && !line.includes('travaille en arrière-plan')) continue
      address = ready ?? ''
      // What else it says is of no interest, but must be taken off the pipe.
      child.stdout?.resume()
      return
    }
    throw new Error('the server ended before it was ready')
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === null) return null
    const ending = child
    child = null
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
    return ending.exitCode
  }
  const answerOf = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    const session = response.headers.getSetCookie().find((one) => one.startsWith('assura_session='))
    if (session !== undefined) cookie = session.split(';')[0] ?? ''
    return (await response.json()) as T
  }
  const call: RealServer['call'] = async (method, path, body) =>
    answerOf(
      await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
  return {
    dataDir,
    get address() {
      return address
    },
    get cookie() {
      return cookie
    },
    get pid() {
      return child?.pid ?? null
    },
    get owner() {
      const note = readPostmasterNote(join(dataDir, 'db'))
      if (note === null) throw new Error('the embedded database does not run')
      const password = readFileSync(join(dataDir, 'db-password'), 'utf8').trim()
      return { host: note.socketFolder, port: note.port, user: 'owner', password, database: 'assura' }
    },
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: (signal = 'SIGTERM') => end(signal),
    call,
    sendFile: async (file, fields) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file, 'clients.csv')
      return answerOf(await fetch(`${address}/api/v1/imports`, { method: 'POST', headers: { cookie }, body: form }))
    },
    register: async () => {
      await call('POST', '/auth/sign-up', { administrator, organization: { name: 'Assurances du Test' }, accept_terms: termsVersion })
      await call('POST', '/auth/verify-email', { token: await tokenOf(join(dataDir, 'outbox')) })
      await call('POST', '/auth/sign-in', { login: administrator.email, password: administrator.password })
    },
    command: async (...words) => {
      const running = spawn(process.execPath, [program('cli.ts'), ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
      const gone = once(running, 'close')
      const said = await Promise.all([text(running.stdout), text(running.stderr)])
      await gone
      return { code: running.exitCode, said: said.join('') }
    },
    remove: async () => {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A running server with an organization whose administrator is signed in. */
export const realServer = async (): Promise<RealServer> => {
  const server = serverIn(mkdtempSync(join(tmpdir(), 'assura-real-')))
  await server.start()
  await server.register()
  return server
}

/** The token of the verification link, as soon as its message lies in the local outbox. */
const tokenOf = async (outbox: string): Promise<string> => {
  for (;;) {
    const token = linkToken(readOutbox(outbox)[0] ?? '')
    if (token !== null) return token
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The messages that lie in a local outbox, as they would have left. */
export const readOutbox = (outbox: string): string[] => {
  try {
    return readdirSync(outbox)
      .filter((file) => file.endsWith('.eml'))
      .map((name) => readFileSync(join(outbox, name), 'utf8'))
  } catch {
    return []
  }
}

/** The token of the link that a message holds; null when it has none. */
export const linkToken = (message: string): string | null => {
  const plain = message.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
  return /token=([\w-]{20,})/.exec(plain)?.[1] ?? /\/verify[^\s"<]*[/#?=]([\w-]{20,})/.exec(plain)?.[1] ?? null
}
