import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { addDays } from '#kernel/shared/days.ts'
import type { CellResult } from '../reading/cells/cell-result.ts'
import { parseBoolean } from '../reading/cells/parse-boolean.ts'
import { parseDay } from '../reading/cells/parse-day.ts'
import { parseInstant } from '../reading/cells/parse-instant.ts'
import { parseDecimal, parseDecimalToCentimes, parseInteger } from '../reading/cells/parse-number.ts'
import { planReading, type ReadingChoices } from '../reading/plan-reading.ts'
import { readRows } from '../reading/read-rows.ts'
import { temporaryFile } from '../reading/testing/temporary-file.ts'
import type { FileColumn, FileColumnKind, FileRows, FileValue } from './file-column.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: FileColumn[] = (['text', 'code', 'phone', 'integer', 'decimal', 'money', 'boolean', 'day', 'instant'] as const).map(
  (kind) => ({ header: `Colonne ${kind}`, kind }),
)

const textValue = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[=+\-@'";,\r\n\t a_x0-9DF\\]{0,9}$/),
    fc.constantFrom('_x000D_', '_x005F_', '\u0001é', 'محمد', 'a&b<c>"d"'),
  )
  .filter((text) => !/[\0\ufeff]/.test(text) && text.isWellFormed() && !/[\ufffe\uffff]/.test(text))
const values: Record<FileColumnKind, fc.Arbitrary<FileValue>> = {
  text: textValue,
  code: fc.stringMatching(/^[0-9]{1,20}$/),
  phone: fc.stringMatching(/^(?:\+213|0)[567][0-9]{8}$/),
  integer: fc.integer(),
  decimal: fc.integer({ min: -999_999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1000),
  money: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
  boolean: fc.boolean(),
  day: fc.integer({ min: -40_000, max: 60_000 }).map((days) => addDays('1970-01-01', days)),
  instant: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString()),
}
const row = fc.tuple(...columns.map(({ kind }) => fc.option(values[kind], { freq: 5 })))
/** Rows with something in them: a blank row is none. */
const table = fc.array(
  row.filter((cells) => typeof cells[3] === 'number'),
  { minLength: 1, maxLength: 12 },
)

const parsers: Partial<Record<FileColumnKind, (text: string, mark: ',' | '.') => CellResult<string | number | boolean>>> = {
  integer: (text, decimalMark) => parseInteger(text, { decimalMark }),
  decimal: (text, decimalMark) => parseDecimal(text, { decimalMark }),
  money: (text, decimalMark) => parseDecimalToCentimes(text, { decimalMark }),
  boolean: (text) => parseBoolean(text),
  day: (text) => parseDay(text),
  instant: (text) => parseInstant(text),
}

/** What a written file says when it is read and its cells are parsed as their columns ask. */
const readBack = async (file: AsyncIterable<Uint8Array>, mark: ',' | '.', choices: ReadingChoices = {}): Promise<FileValue[][]> => {
  await using stored = await temporaryFile(file)
  const plan = await planReading(stored.path, { headerLine: 1, ...choices })
  assert.deepEqual(
    plan.columns.map(({ name }) => name),
    columns.map(({ header }) => header),
  )
  const rows: FileValue[][] = []
  for await (const { cells, flaws } of readRows(stored.path, plan)) {
    assert.equal(flaws, undefined)
    rows.push(
      cells.map((text, at) => {
        const parse = parsers[columns[at]?.kind ?? 'text']
        if (!parse) return text === '' ? null : text
        const result = parse(text, mark)
        assert.ok(result.ok, text)
        return result.value
      }),
    )
  }
  return rows
}
const blankAsNull = (rows: readonly (readonly FileValue[])[]) =>
  rows.map((cells) => cells.map((value) => (value === '' || value === undefined ? null : Object.is(value, -0) ? 0 : value)))

test('what is written to a text file is read back the same, whatever stands in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom<';' | ','>(';', ','), async (rows, separator) => {
      const choices = { encoding: 'utf-8', separator, quote: '"', lineEnds: 'crlf' } as const
      assert.deepEqual(await readBack(writeCsv(rows, columns, { separator }), separator === ';' ? ',' : '.', choices), blankAsNull(rows))
    }),
    { numRuns: 100 },
  )
})

test('what is written to a workbook is read back the same, whatever stands in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      assert.deepEqual(await readBack(writeXlsx(rows, columns), '.'), blankAsNull(rows))
    }),
    { numRuns: 100 },
  )
})

const textOf = async (file: AsyncIterable<Uint8Array>): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of file) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test('a text file opens in a spreadsheet set to French: mark, semicolons, commas, local times, nothing that runs', async () => {
  const rows: FileRows = [
    ['=1+1', '01000', '+213550123456', -5, 1.5, -1205, true, '2026-12-31', '2026-12-31T23:30:00.000Z'],
    ['a;"b"\nc', null, undefined, 0, -0.25, 5, false, null, null],
  ]
  assert.equal(
    await textOf(writeCsv(rows, columns)),
    '\ufeffColonne text;Colonne code;Colonne phone;Colonne integer;Colonne decimal;Colonne money;Colonne boolean;Colonne day;Colonne instant\r\n' +
      "'=1+1;01000;+213550123456;-5;1,5;-12,05;Oui;2026-12-31;2027-01-01 00:30:00\r\n" +
      '"a;""b""\nc";;;0;-0,25;0,05;Non;;\r\n',
  )
  const [local] = (
    await textOf(
      writeCsv([[null, null, null, null, 2.5, null, true, '2026-12-31', '2026-12-31T23:30:00Z']], columns, {
        separator: ',',
        days: 'local',
        words: { yes: 'نعم', no: 'لا' },
      }),
    )
  )
    .split('\r\n')
    .slice(1)
  assert.equal(local, ',,,,2.5,,نعم,31/12/2026,01/01/2027 00:30:00')
})

test('a workbook holds numbers, days and yes or no as such, texts as texts', async () => {
  const rows: FileRows = [['=1+1', '01000', '+213550123456', 12, 1.5, 123_456, true, '2026-12-31', '2026-12-31T23:30:00.000Z']]
  const pieces: Uint8Array[] = []
  for await (const piece of writeXlsx(rows, columns, { sheet: 'Clients [Alger]: *2026*' })) pieces.push(piece)
  const { sheets } = await readXlsx(Buffer.concat(pieces))
  assert.equal(sheets[0]?.name, 'Clients  Alger    2026')
  assert.deepEqual(sheets[0]?.rows[1], [
    '=1+1',
    '01000',
    '+213550123456',
    12,
    1.5,
    1234.56,
    true,
    new Date('2026-12-31'),
    new Date('2027-01-01T00:30:00Z'),
  ])
})

test('what Excel cannot hold is written as text, and texts beyond its limit are cut', async () => {
  const file = (rows: FileRows) => readBack(writeXlsx(rows, columns), '.')
  const [old, long] = [
    [null, null, null, 1, null, null, null, '1850-06-01', null],
    ['x'.repeat(40_000), null, null, 1, null, null, null, null, null],
  ]
  assert.deepEqual(await file([old]), [old])
  assert.equal(String((await file([long]))[0]?.[0]).length, 32_767)
  assert.equal((await file([[null, null, null, 1_234_567_890_123_456, null, null, null, null, null]]))[0]?.[3], 1_234_567_890_123_456)
})

test('rows are taken only as fast as the file is', async () => {
  let taken = 0
  const endless = function* (): Generator<FileValue[]> {
    for (;;) {
      taken++
      yield ['texte '.repeat(20), null, null, taken]
    }
  }
  for (const file of [writeCsv(endless(), columns), writeXlsx(endless(), columns)]) {
    taken = 0
    let bytes = 0
    for await (const piece of file) {
      bytes += piece.length
      if (bytes > 20_000) break
    }
    assert.ok(taken > 0 && taken < 60_000, String(taken))
  }
})
