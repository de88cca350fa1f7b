import assert from 'node:assert/strict'
import { readdirSync, readlinkSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { unguardCell } from '../formula-guard.ts'
import { planReading, type ReadingChoices } from './plan-reading.ts'
import { preview } from './preview.ts'
import { profileColumns } from './profile-columns.ts'
import { readBatches, readRows } from './read-rows.ts'
import type { SourceRow } from './source-row.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { workbookBytes } from './testing/workbook-bytes.ts'

/** The files that this process holds open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      return []
    }
  })

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const rowsOf = async (path: string, choices: ReadingChoices = {}, fromRow = 1): Promise<SourceRow[]> => {
  const plan = await planReading(path, choices)
  return collect(readRows(path, plan, { fromRow }))
}

test('rows are numbered and know their line; blank ones are passed over wherever they stand', async () => {
  await using file = await temporaryFile('nom;ville\r\n\r\nAli;Alger\r\n;;\r\n"Omar\r\nKaci";Oran\r\n ; \r\nZoé;\r\n\r\n\r\n')
  assert.deepEqual(await rowsOf(file.path), [
    { row: 1, line: 3, cells: ['Ali', 'Alger'] },
    { row: 2, line: 5, cells: ['Omar\r\nKaci', 'Oran'] },
    { row: 3, line: 8, cells: ['Zoé', ''] },
  ])
  const profile = await profileColumns(file.path, await planReading(file.path))
  assert.deepEqual([profile.rows, profile.blankRows, profile.flaws], [3, 5, []])
})

test('a row with too many cells is given whole, and named; one with too few is filled up', async () => {
  const usual = '1;Ali;Alger\n'.repeat(40)
  await using file = await temporaryFile(`code;nom;ville\n${usual}2;Omar;Oran;de trop\n3;Zoé\n4;Ali;Alger;\n"5;Nour;Annaba\n`)
  const rows = (await rowsOf(file.path)).slice(40)
  assert.deepEqual(
    rows.map(({ row, cells, flaws }) => [row, cells, flaws]),
    [
      [41, ['2', 'Omar', 'Oran', 'de trop'], [{ code: 'too_many_cells', cells: 4 }]],
      [42, ['3', 'Zoé', ''], undefined],
      [43, ['4', 'Ali', 'Alger', ''], undefined],
      [44, ['"5', 'Nour', 'Annaba'], [{ code: 'unclosed_quote' }]],
    ],
  )
  const { flaws } = await profileColumns(file.path, await planReading(file.path))
  assert.deepEqual(flaws, [
    { code: 'too_many_cells', rows: 1, lines: [42] },
    { code: 'unclosed_quote', rows: 1, lines: [45] },
  ])
})

test('columns without a name that are often filled are columns all the same', async () => {
  await using file = await temporaryFile('code;nom\n1;Ali;x\n2;Omar;y\n')
  assert.deepEqual(
    (await planReading(file.path)).columns.map(({ name }) => name),
    ['code', 'nom', 'Colonne C'],
  )
})

test('reading goes on from any row as if it had never stopped', async () => {
  await using file = await temporaryFile(
    `code;note\n${Array.from({ length: 3000 }, (_, at) => (at % 7 === 0 ? '\n' : `${at};"a\nb"\n`)).join('')}`,
  )
  const all = await rowsOf(file.path)
  for (const from of [1, 2, 1500, all.length, all.length + 1]) assert.deepEqual(await rowsOf(file.path, {}, from), all.slice(from - 1))
})

test('a person’s choices stand against what was detected', async () => {
  await using file = await temporaryFile(Buffer.from('Liste\nnom;prénom\nAli;Zoé\n', 'latin1'))
  const chosen = await planReading(file.path, { encoding: 'cp850', separator: ',', headerLine: null })
  assert.ok(chosen.format === 'csv')
  assert.deepEqual([chosen.encoding, chosen.syntax.separator, chosen.headerLine, chosen.dataLine], ['cp850', ',', null, 1])
  assert.deepEqual(
    (await rowsOf(file.path, { headerLine: 2 })).map(({ cells }) => cells),
    [['Ali', 'Zoé']],
  )
  assert.deepEqual((await rowsOf(file.path, { headerLine: null })).length, 3)
})

test('Excel’s `sep=` line names the separator and is passed over', async () => {
  await using file = await temporaryFile('sep=|\r\ncode|nom\r\n1|a;b\r\n')
  assert.deepEqual(await rowsOf(file.path), [{ row: 1, line: 3, cells: ['1', 'a;b'] }])
  await using bare = await temporaryFile('sep=;\r\n1;2\r\n3;4\r\n')
  assert.deepEqual(
    (await rowsOf(bare.path)).map(({ line }) => line),
    [2, 3],
  )
})

test('a preview shows the first fifty rows, and counts only what it has read to the end', async () => {
  const lines = (count: number) => `code;nom\n${Array.from({ length: count }, (_, at) => `${at};Nom ${at}\n`).join('')}`
  await using short = await temporaryFile(lines(60))
  await using long = await temporaryFile(lines(40_000))
  const [few, many] = [await preview(short.path), await preview(long.path)]
  assert.deepEqual([few.rows.length, few.rowCount, few.columns[0]?.filled], [50, 60, 60])
  assert.deepEqual([many.rows.length, many.rowCount, many.columns[0]?.filled], [50, null, 1000])
  const seen: number[] = []
  const profile = await profileColumns(long.path, many.plan, { onProgress: ({ progress }) => seen.push(progress) })
  assert.deepEqual([profile.rows, profile.columns[0]?.filled], [40_000, 40_000])
  assert.deepEqual([seen.at(-1), seen.toSorted((a, b) => a - b)], [1, seen])
})

test('a plan survives being stored, and reads the same rows afterwards', async () => {
  await using file = await temporaryFile('code;nom\n1;Ali\n')
  const plan = await planReading(file.path)
  const stored = JSON.parse(JSON.stringify(plan)) as typeof plan
  assert.deepEqual(await collect(readRows(file.path, stored)), await collect(readRows(file.path, plan)))
})

test('a reader that stops early or is told to leaves the file closed', async () => {
  await using file = await temporaryFile(`a;b\n${'1;2\n'.repeat(100_000)}`)
  const plan = await planReading(file.path)
  for await (const row of readRows(file.path, plan)) if (row.row === 3) break
  const stopped = new AbortController()
  const reading = collect(readBatches(file.path, plan, { signal: stopped.signal }))
  stopped.abort()
  await assert.rejects(reading, { name: 'AbortError' })
  assert.deepEqual(
    openFiles().filter((name) => name === file.path),
    [],
  )
})

test('of a workbook the sheet is chosen, and a sheet that is not there is refused', async () => {
  await using file = await temporaryFile(
    workbookBytes({ rows: '<row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="B4"><v>2</v></c></row>' }),
  )
  const plan = await planReading(file.path)
  assert.ok(plan.format === 'xlsx')
  assert.deepEqual([plan.sheet, plan.sheets], ['Feuille', [{ name: 'Feuille', hidden: false, rows: 2 }]])
  await assert.rejects(planReading(file.path, { sheet: 'Autre' }), /exchange.file.no_such_sheet/)
})

test('rows read are counted exactly, whatever the file', async () => {
  const cell = fc.stringMatching(/^[a-z0-9 ";\r\n,']{0,6}$/)
  const quoted = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 30 }), async (table) => {
      await using file = await temporaryFile(`colonne a;colonne b\r\n${table.map((row) => `${row.map(quoted).join(';')}\r\n`).join('')}`)
      const rows = await rowsOf(file.path, { separator: ';', quote: '"', lineEnds: 'crlf', headerLine: 1, encoding: 'utf-8' })
      const filled = table.filter((row) => row.some((text) => unguardCell(text).trim() !== ''))
      assert.equal(rows.length, filled.length)
      assert.equal(
        (
          await profileColumns(
            file.path,
            await planReading(file.path, { separator: ';', quote: '"', lineEnds: 'crlf', headerLine: 1, encoding: 'utf-8' }),
          )
        ).rows,
        filled.length,
      )
    }),
    { numRuns: 100 },
  )
})
