import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JSONReport } from '@playwright/test/reporter'
import type { Count } from './run-files.ts'

/** Runs the journeys in the browser with Playwright and counts them from its report. */
export const runJourneys = async (files: readonly string[], cwd: string): Promise<Count> => {
  const folder = mkdtempSync(join(tmpdir(), 'assura-journeys-'))
  const report = join(folder, 'report.json')
  try {
    const cli = join(cwd, 'node_modules/@playwright/test/cli.js')
    const child = spawn(process.execPath, [cli, 'test', '--reporter=list,json', ...files], {
      cwd,
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    })
    const [code] = (await once(child, 'close')) as [number | null]
    return countOf(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const readReport = (file: string): JSONReport | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JSONReport
  } catch {
    return null
  }
}

/** A run that ended badly without a failed journey (a file that does not load, a server that does not start) counts as one failure. */
export const countOf = (report: Pick<JSONReport, 'stats'> | null, code: number | null): Count => {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {}
  return { passed: expected + flaky, failed: unexpected === 0 && code !== 0 ? 1 : unexpected, skipped }
}
