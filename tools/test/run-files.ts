import { availableParallelism } from 'node:os'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/** How many tests went which way. */
export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A file that takes longer hangs. */
const longestFile = 30 * 60_000

/** Runs node:test files, each in a process of its own, and shows them with node's own summary; `signal` ends them. */
export const runFiles = async (files: readonly string[], cwd: string, signal: AbortSignal): Promise<Count> => {
  let count: Count = { passed: 0, failed: files.length, skipped: 0 }
  const stream = run({ files: [...files], cwd, concurrency: Math.min(4, availableParallelism()), timeout: longestFile, signal })
  stream.on('test:summary', ({ file, counts }) => {
    // The summary without a file is the one of the whole run.
    if (file !== undefined) return
    count = {
      passed: counts.passed,
      failed: counts.tests - counts.passed - counts.skipped - counts.todo,
      skipped: counts.skipped + counts.todo,
    }
  })
  const shown = stream.compose(new spec())
  shown.pipe(process.stdout, { end: false })
  await finished(shown)
  return count
}
