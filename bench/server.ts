import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#kernel/server/config.ts'
import { openInstallation } from '../app/server/installation.ts'

export interface MeasuredServer {
  readonly url: string
  readonly pid: number
  /** As the owner, for the raw figures. */
  readonly pool: pg.Pool
  /** Milliseconds from spawn to ready. */
  readonly readyAfter: number
}

const main = fileURLToPath(new URL('../app/server/main.ts', import.meta.url))
const port = 3987

/** Runs the real server in a process of its own over this data, and the raw queries beside it on the same database. */
export const withServer = async (dataDir: string, work: (server: MeasuredServer) => Promise<void>): Promise<void> => {
  process.env['DATA_DIR'] = dataDir
  const database = await openInstallation(readConfig())
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const ready = await fetch(`${url}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error('the server did not start')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const readyAfter = performance.now() - began
  const pool = new pg.Pool({ ...database.owner, max: 10 })
  try {
    await work({ url, pid: child.pid ?? 0, pool, readyAfter })
  } finally {
    await pool.end()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await database.stop()
  }
}
