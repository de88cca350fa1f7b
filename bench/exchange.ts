import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { stringify } from 'csv-stringify'
import { writeXlsxStream } from 'hucre/xlsx'
import { importFileRows } from './import-rows.ts'
import type { Line } from './line.ts'
import { callApi } from './load.ts'
import { memoryOf } from './start.ts'
import type { MeasuredServer } from './server.ts'

interface Run {
  readonly id: string
  readonly state: string
  readonly counts: { readonly rows_read: number; readonly created: number; readonly rejected: number }
  readonly failure: { readonly message: string } | null
}

/** The most that a server and its helper processes hold at once while something lasts, in MB. */
const watchMemory = (pid: number): (() => number) => {
  let most = 0
  const look = () => {
    const children = readdirSync('/proc').filter((name) => {
      try {
        return /^\d+$/.test(name) && Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === pid
      } catch {
        return false
      }
    })
    const nodes = children.filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('reader'))
    most = Math.max(
      most,
      [pid, ...nodes.map(Number)].reduce((sum, one) => sum + memoryOf(one), 0),
    )
  }
  const timer = setInterval(() => {
    try {
      look()
    } catch {
      // it ended meanwhile
    }
  }, 200)
  return () => {
    clearInterval(timer)
    return most
  }
}

/** How long a page of the list takes somebody at work meanwhile: one every tenth of a second, p95 in milliseconds. */
const watchList = (url: string, key: string): (() => Promise<number>) => {
  const times: number[] = []
  const watch = { on: true }
  const done = (async () => {
    while (watch.on) {
      const began = performance.now()
      await callApi(`${url}/api/v1/contacts`, key)
      times.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return async () => {
    watch.on = false
    await done
    times.sort((a, b) => a - b)
    return times[Math.floor(times.length * 0.95)] ?? 0
  }
}

const settled = async (url: string, key: string, path: string, until: readonly string[]): Promise<Run> => {
  for (;;) {
    const run = JSON.parse(await callApi(`${url}/api/v1${path}`, key)) as Run
    if (until.includes(run.state)) return run
    if (run.state === 'failed' || run.state === 'needs_answer') throw new Error(`${path}: ${run.state} ${run.failure?.message ?? ''}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const sendImport = async (url: string, key: string, path: string, name: string): Promise<Run> => {
  const form = new FormData()
  for (const [field, value] of Object.entries({ object: 'contacts', mode: 'upsert', match_on: 'external_id', source: 'bench' }))
    form.set(field, value)
  form.set('file', new Blob([await readFile(path)]), name)
  const answer = await fetch(`${url}/api/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: form })
  if (answer.status !== 202) throw new Error(`import: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Run
}

/** Plain COPY of the same rows into an empty table with all the columns and indexes of contacts. */
const rawCopy = async ({ pool }: MeasuredServer, rows: number): Promise<number> => {
  const client = await pool.connect()
  try {
    const { rows: found } = await client.query<{ organization_id: string; id: string }>('select organization_id, id from agency limit 1')
    const { organization_id = '', id = '' } = found[0] ?? {}
    await client.query('drop table if exists bench_contact')
    await client.query('create table bench_contact (like contact including all)')
    const columns =
      'organization_id, id, code, kind, name, name_folded, name_key, last_name, first_name, birth_date, mobile, phone, email, address, wilaya, postcode, profession, source, external_id, external_source, agency_id, registered_on, created_at, updated_at'
    const began = performance.now()
    await pipeline(
      Readable.from(importFileRows.copy(rows, organization_id, id)),
      client.query(copyFrom(`copy bench_contact (${columns}) from stdin`)),
    )
    return (performance.now() - began) / 1000
  } finally {
    await client.query('drop table if exists bench_contact')
    client.release()
  }
}

/** B3: an import from a file that was sent to all rows applied, beside COPY; and taking it back. */
export const measureImport = async (server: MeasuredServer, key: string, rows: number): Promise<Line[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'assura-bench-'))
  try {
    const path = join(folder, 'clients.csv')
    await pipeline(Readable.from(importFileRows.csv(rows)), createWriteStream(path))
    const raw = await rawCopy(server, rows)
    const memory = watchMemory(server.pid)
    const list = watchList(server.url, key)
    const began = performance.now()
    const sent = await sendImport(server.url, key, path, 'clients.csv')
    const done = await settled(server.url, key, `/imports/${sent.id}`, ['done'])
    const seconds = (performance.now() - began) / 1000
    const p95 = await list()
    const most = memory()
    if (done.counts.created !== rows) throw new Error(`import: ${JSON.stringify(done.counts)}`)
    const revert = performance.now()
    await callApi(`${server.url}/api/v1/imports/${sent.id}/revert`, key, 'POST', {})
    await settled(server.url, key, `/imports/${sent.id}`, ['reverted'])
    const back = (performance.now() - revert) / 1000
    return [
      {
        code: 'B3',
        what: `import of ${rows.toLocaleString('en')} CSV rows of 15 columns`,
        perSecond: rows / seconds,
        rawPerSecond: rows / raw,
        ratio: raw / seconds,
        note: `${Math.round(most)} MB at most, list p95 meanwhile ${Math.round(p95)} ms`,
      },
      { code: 'B3', what: 'taking it back', perSecond: rows / back, ratio: seconds / back, note: 'ratio against the import' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const columns =
  'code,kind,last_name,first_name,birth_date,mobile,phone,email,address,wilaya,commune,postcode,profession,status,created_at'.split(',')

/** Seconds that the bare library takes to write the same rows, read by one plain query, to a file. */
const bareLibrary = async (format: 'csv' | 'xlsx', read: () => Promise<(string | null)[][]>): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'assura-bench-'))
  try {
    const began = performance.now()
    const rows = await read()
    const bytes =
      format === 'csv'
        ? Readable.from(rows).pipe(stringify({ header: true, columns }))
        : Readable.from(writeXlsxStream(rows, { name: 'rows' }))
    await pipeline(bytes, createWriteStream(join(folder, 'rows')))
    return (performance.now() - began) / 1000
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** B4: a list written to a file, beside the bare library (csv-stringify, hucre) over the same rows. */
export const measureExport = async (server: MeasuredServer, key: string): Promise<Line[]> => {
  const lines: Line[] = []
  const { url, pool } = server
  const [edge] = (
    await pool.query<{ organization_id: string; since: string }>(
      `select organization_id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since from contact
      where deleted_at is null and organization_id = (select organization_id from agency group by 1 order by count(*) desc limit 1)
      order by created_at desc offset 199999 limit 1`,
    )
  ).rows
  if (!edge) throw new Error('no 200,000 customers to export')
  for (const format of ['csv', 'xlsx'] as const) {
    const memory = watchMemory(server.pid)
    const began = performance.now()
    const asked = await callApi(`${url}/api/v1/exports`, key, 'POST', {
      object: 'contacts',
      format,
      columns,
      filter: { created_at: { gte: edge.since } },
    })
    const { id } = JSON.parse(asked) as Run
    const done = (await settled(url, key, `/exports/${id}`, ['done'])) as Run & { rows_written: number }
    const seconds = (performance.now() - began) / 1000
    const most = memory()
    const raw = await bareLibrary(format, async () => {
      const values = await pool.query<(string | null)[]>({
        rowMode: 'array',
        text: `select ${columns.join(', ')} from contact where organization_id = $1 and deleted_at is null and created_at >= $2 order by created_at desc, id desc`,
        values: [edge.organization_id, edge.since],
      })
      return values.rows
    })
    lines.push({
      code: 'B4',
      what: `export of ${done.rows_written.toLocaleString('en')} rows of 15 columns to ${format}`,
      perSecond: done.rows_written / seconds,
      rawPerSecond: done.rows_written / raw,
      ratio: raw / seconds,
      note: `${Math.round(most)} MB at most`,
    })
  }
  return lines
}
