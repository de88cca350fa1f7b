import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { termsVersion } from '#capabilities/identity/contract.ts'

const main = fileURLToPath(new URL('../../../../app/server/main.ts', import.meta.url))

/** The program as it runs for people, in a process and a data folder of its own, so that it can be killed. */
export interface RealServer {
  /** Starts it, or starts it again over the same data. */
  start(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  sendFile<T>(file: Blob, fields: Record<string, string>): Promise<T>
  remove(): Promise<void>
}

const administrator = { name: 'Nadia Hamidi', email: 'nadia@exemple.dz', password: 'un-mot-de-passe-solide-16' }

export const realServer = async (): Promise<RealServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assura-kill-'))
  let child: ChildProcess | null = null
  let address = ''
  let cookie = ''
  const start = async () => {
    child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
    for await (const line of lines) {
      const ready = /prêt : (http:\S+)/.exec(line)?.[1]
      if (ready === undefined) continue
      address = ready
      // What else it says is of no interest, but must be taken off the pipe.
      child.stdout?.resume()
      return
    }
    throw new Error('the server ended before it was ready')
  }
  const kill = async () => {
    if (child === null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    child = null
  }
  const answerOf = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    const given = response.headers.getSetCookie().find((one) => one.startsWith('assura_session='))
    if (given !== undefined) cookie = given.split(';')[0] ?? ''
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
  await start()
  await call('POST', '/auth/sign-up', { administrator, organization: { name: 'Assurances du Test' }, accept_terms: termsVersion })
  await call('POST', '/auth/verify-email', { token: await tokenOf(join(dataDir, 'outbox')) })
  await call('POST', '/auth/sign-in', { login: administrator.email, password: administrator.password })
  return {
    start,
    kill,
    call,
    sendFile: async (file, fields) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file, 'clients.csv')
      return answerOf(await fetch(`${address}/api/v1/imports`, { method: 'POST', headers: { cookie }, body: form }))
    },
    remove: async () => {
      const running = child
      if (running !== null) {
        const gone = once(running, 'exit')
        running.kill('SIGTERM')
        await gone
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The token of the verification link, as soon as its message lies in the local outbox. */
const tokenOf = async (outbox: string): Promise<string> => {
  for (;;) {
    const [name] = ((): string[] => {
      try {
        return readdirSync(outbox).filter((file) => file.endsWith('.eml'))
      } catch {
        return []
      }
    })()
    const text =
      name === undefined
        ? ''
        : readFileSync(join(outbox, name), 'utf8')
            .replaceAll(/=\r?\n/g, '')
            .replaceAll('=3D', '=')
    const token = /token=([\w-]{20,})/.exec(text)?.[1] ?? /\/verify[^\s"<]*[/#?=]([\w-]{20,})/.exec(text)?.[1]
    if (token !== undefined) return token
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
