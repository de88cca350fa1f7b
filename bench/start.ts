import { readFileSync } from 'node:fs'
import { withServer } from './server.ts'
import type { Line } from './line.ts'

/** Resident memory of a process, in MB. */
export const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** B8: from spawn to ready over existing data, and the memory of the server at rest. */
export const measureStart = async (dataDir: string): Promise<Line[]> => {
  const lines: Line[] = []
  await withServer(dataDir, async (server) => {
    await new Promise((resolve) => setTimeout(resolve, 3000))
    lines.push({ code: 'B8', what: 'start: ready after', note: `${Math.round(server.readyAfter)} ms` })
    lines.push({ code: 'B8', what: 'memory at rest, worker included, database apart', note: `${Math.round(memoryOf(server.pid))} MB` })
  })
  return lines
}
