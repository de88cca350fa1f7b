import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../app/server/main.ts', import.meta.url))

/** The real program as `npm start` runs it: a process, an embedded database and a data folder of its own, on a free port. */
export interface Program {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** What it said on the console so far. */
  readonly said: () => string
  /** Ends it as Ctrl-C would, and removes its data. */
  stop(): Promise<void>
}

/** Starts the program on an empty machine; `signUp` as the setting ASSURA_SIGNUP. Throws when it ends before it is ready. */
export const startProgram = async (options: { signUp?: 'open' | 'first' | 'closed' } = {}): Promise<Program> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assura-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      DATA_DIR: dataDir,
      PORT: String(port),
      ASSURA_SIGNUP: options.signUp ?? 'first',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // A worker that is ended in the middle leaves no server behind.
  const atExit = () => child.kill('SIGKILL')
  process.once('exit', atExit)
  const lines: string[] = []
  const url = await readyAddress(child, lines)
  return {
    url,
    dataDir,
    said: () => lines.join('\n'),
    stop: async () => {
      process.removeListener('exit', atExit)
      if (child.exitCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const readyAddress = (child: ChildProcess, lines: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it was ready:\n${lines.join('\n')}`)))
    // Every line is taken off the pipe: a full one would stop the program.
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      lines.push(line)
      const address = /est prêt : (http:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
  })

// Links in messages carry the port: it must be known before the program starts.
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
