import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { processesOf } from '#kernel/server/embedded/processes.ts'
import type { Line } from './line.ts'

const main = fileURLToPath(new URL('../app/server/main.ts', import.meta.url))
const starts = 5
/** Connections that nobody used are let go after thirty seconds. */
const restMs = 40_000

const megabytes = (pid: number, file: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0) / 1024

/** Resident memory of a process, in MB. */
export const memoryOf = (pid: number): number => megabytes(pid, 'status', 'VmRSS')

interface Start {
  /** Milliseconds from spawn to ready, database included. */
  readonly readyAfter: number
  /** MB after the rest: of the server, and of its database with what its processes share counted once. */
  readonly server: number
  readonly database: number
}

const startOnce = async (dataDir: string, rest: number): Promise<Start> => {
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('est prêt')) break
  const readyAfter = performance.now() - began
  child.stdout.resume()
  await wait(rest)
  const folder = join(dataDir, 'db')
  const database = processesOf({ folder, name: folder }).reduce((sum, pid) => sum + megabytes(pid, 'smaps_rollup', 'Pss'), 0)
  const server = memoryOf(child.pid ?? 0)
  child.kill('SIGTERM')
  await ended
  return { readyAfter, server, database }
}

/** B8: starts over existing data, the database with it, and what both hold at rest. The first start is not counted: it warms the disk. */
export const measureStart = async (dataDir: string): Promise<Line[]> => {
  await startOnce(dataDir, 0)
  const times: number[] = []
  for (let start = 0; start < starts; start += 1) times.push((await startOnce(dataDir, 0)).readyAfter)
  const rested = await startOnce(dataDir, restMs)
  const [server, database] = [Math.round(rested.server), Math.round(rested.database)]
  const median = times.toSorted((a, b) => a - b)[Math.floor(starts / 2)] ?? 0
  return [
    { code: 'B8', what: 'start, database included: ready after', note: `${Math.round(median)} ms` },
    { code: 'B8', what: 'memory at rest: server and database', note: `${server} MB + ${database} MB = ${server + database} MB` },
  ]
}
