import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureExport, measureImport } from './exchange.ts'
import { measurePayments } from './pay.ts'
import { measureProfiles } from './profile.ts'
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
  let customers = 0
  await withServer(dataDir, async (server) => {
    const { rows } = await server.pool.query<{ count: string }>('select count(*) from contact where deleted_at is null')
    customers = Number(rows[0]?.count)
    if (wanted('B1')) lines.push(...(await measureReads(server, key)), ...(await measureProfiles(server, key)))
    if (wanted('B2')) lines.push(...(await measureWrites(server, key)), ...(await measurePayments(server, key)))
    if (wanted('B4')) lines.push(...(await measureExport(server, key)))
    if (wanted('B3')) lines.push(...(await measureImport(server, key, Number(process.env['BENCH_ROWS'] ?? 200_000))))
  })
  print(lines)
  if (asked.size > 0) return
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  writeFileSync(here('results.json'), `${JSON.stringify({ node: process.version, processors: cpus().length, lines }, null, 2)}\n`)
  writeFileSync(here('README.md'), readme(lines, customers))
}

const readme = (lines: readonly Line[], customers: number): string => `# Figures

Written by \`npm run bench\` on ${cpus().length} processors, with ${customers.toLocaleString('en')} customers. _Ratio_ is the program against the raw thing in the same run on the same data: the same rows by prepared SQL
through the same driver (B1), plain inserts of the same rows (B2), \`COPY\` into an empty table with the same indexes (B3), the bare library after one plain query (B4).
Client, server and database share the machine. Over a single row the raw side is one journey to the database, and the ratio tells what an HTTP request costs.

${tableOf(lines)}
`

/** The figures as a table for readers: ratios first, since absolute rates are of one machine on one day. */
const tableOf = (lines: readonly Line[]): string => {
  const figure = (value: number | undefined, digits = 0) =>
    value === undefined ? '' : value.toLocaleString('en', { maximumFractionDigits: digits })
  const rows = lines.map((line) => [
    line.code,
    line.what,
    figure(line.ratio, 2),
    figure(line.perSecond),
    figure(line.rawPerSecond),
    figure(line.p50, 1),
    figure(line.p95, 1),
    line.note ?? '',
  ])
  const head = ['', 'what', 'ratio', 'per second', 'raw per second', 'p50 ms', 'p95 ms', '']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
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
