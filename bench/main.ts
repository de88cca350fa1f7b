import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measureReads } from './reads.ts'
import { measureStart } from './start.ts'
import type { Line } from './line.ts'
import { withServer } from './server.ts'
import { measureWrites } from './writes.ts'

/**
 * The measured claims (docs: README, «Figures»). Takes the data of `npm run demo` from DATA_DIR (default: bench/.work with 10,000 and, with
 * `--million`, 1,000,000 customers) and compares each claim with raw SQL through the same driver in the same run.
 */
const dataDir = process.env['DATA_DIR'] ?? fileURLToPath(new URL('.work', import.meta.url))
const demo = `${dataDir}/demo.json`

const run = async (): Promise<void> => {
  if (!existsSync(demo)) {
    console.error(`Il faut d’abord des données : DATA_DIR=${dataDir} npm run demo -- --customers 1000000`)
    process.exit(1)
  }
  const { api_key: key } = JSON.parse(readFileSync(demo, 'utf8')) as { api_key: string }
  const lines: Line[] = []
  lines.push(...(await measureStart(dataDir)))
  await withServer(dataDir, async (server) => {
    lines.push(...(await measureReads(server, key)))
    lines.push(...(await measureWrites(server, key)))
  })
  print(lines)
  writeFileSync(fileURLToPath(new URL('results.json', import.meta.url)), JSON.stringify({ node: process.version, lines }, null, 2) + '\n')
}

const print = (lines: readonly Line[]): void => {
  const pad = (text: string, width: number) => text.padEnd(width)
  console.log(
    `${pad('code', 5)}${pad('what', 62)}${pad('/s', 9)}${pad('p50 ms', 8)}${pad('p95 ms', 8)}${pad('raw /s', 9)}${pad('ratio', 7)}`,
  )
  for (const line of lines) {
    const figures = [line.perSecond, line.p50, line.p95, line.rawPerSecond, line.ratio].map((figure) =>
      figure === undefined ? '' : String(Math.round(figure * 100) / 100),
    )
    console.log(
      `${pad(line.code, 5)}${pad(line.what, 62)}${pad(figures[0] ?? '', 9)}${pad(figures[1] ?? '', 8)}${pad(figures[2] ?? '', 8)}${pad(figures[3] ?? '', 9)}${pad(figures[4] ?? '', 7)}${line.note ?? ''}`,
    )
  }
}

await run()
process.exit(0)
