import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measureExport, measureImport } from './exchange.ts'
import { measureReads } from './reads.ts'
import { measureStart } from './start.ts'
import type { Line } from './line.ts'
import { withServer } from './server.ts'
import { measureWrites } from './writes.ts'

/**
 * The measured claims (docs: README, «Figures»). Takes the data of `npm run demo` from DATA_DIR (default: bench/.work with 10,000 and, with
 * `--million`, 1,000,000 customers) and compares each claim with raw SQL through the same driver in the same run. Codes as arguments
 * (`B3`) measure only those; `BENCH_ROWS` is the length of the imported file.
 */
const dataDir = process.env['DATA_DIR'] ?? fileURLToPath(new URL('.work', import.meta.url))
const demo = `${dataDir}/demo.json`

const run = async (): Promise<void> => {
  if (!existsSync(demo)) {
    console.error(`Il faut d’abord des données : DATA_DIR=${dataDir} npm run demo -- --customers 1000000`)
    process.exit(1)
  }
  const { api_key: key } = JSON.parse(readFileSync(demo, 'utf8')) as { api_key: string }
  const asked = new Set(process.argv.slice(2))
  const wanted = (code: string) => asked.size === 0 || asked.has(code)
  const lines: Line[] = []
  if (wanted('B8')) lines.push(...(await measureStart(dataDir)))
  await withServer(dataDir, async (server) => {
    if (wanted('B1')) lines.push(...(await measureReads(server, key)))
    if (wanted('B2')) lines.push(...(await measureWrites(server, key)))
    if (wanted('B4')) lines.push(...(await measureExport(server, key)))
    if (wanted('B3')) lines.push(...(await measureImport(server, key, Number(process.env['BENCH_ROWS'] ?? 200_000))))
  })
  print(lines)
  if (asked.size > 0) return
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
