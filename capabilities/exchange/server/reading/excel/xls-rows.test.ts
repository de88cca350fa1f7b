import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/shared/problem.ts'
import { listSheets, rawRows } from '../raw-rows.ts'
import type { RawRow } from '../source-row.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { compoundBytes, double, packed, xlsBytes, type XlsPart } from '../testing/xls-bytes.ts'

const read = async (bytes: Uint8Array): Promise<RawRow[]> => {
  await using file = await temporaryFile(bytes)
  const rows: RawRow[] = []
  for await (const batch of rawRows(file.path, { format: 'xls', sheet: 'Feuille' })) rows.push(...batch.rows)
  return rows
}
const texts = async (globals: XlsPart[], cells: XlsPart[]): Promise<string[][]> =>
  (await read(xlsBytes(globals, cells))).map((row) => row.cells)

const shared = (row: number, column: number, index: number): XlsPart => [0xfd, packed(row, column, 0, [index])]
const number = (row: number, column: number, format: number, value: number): XlsPart => [0x203, packed(row, column, format, double(value))]
const formats = (...ids: number[]): XlsPart[] => ids.map((id) => [0xe0, packed(0, id, Buffer.alloc(16))])

test('texts, numbers, answers of formulas, errors and yes or no are read', async () => {
  const strings: XlsPart = [0xfc, packed([2], [2], 4, Buffer.from([0]), 'Noms', 2, Buffer.from([1]), Buffer.from('مد', 'utf16le'))]
  const formula = (column: number, value: Buffer): XlsPart => [0x06, packed(2, column, 0, value, Buffer.alloc(8))]
  const cells: XlsPart[] = [
    shared(0, 0, 0),
    shared(0, 1, 1),
    [0x204, packed(0, 2, 0, 3, Buffer.from([0]), 'abc')],
    number(1, 0, 0, 12.5),
    [0x27e, packed(1, 1, 0, [(1234 << 2) | 3])],
    [0xbd, packed(1, 2, 0, [(7 << 2) | 2], 0, [(8 << 2) | 2], 3)],
    [0x205, packed(1, 4, 0, Buffer.from([1, 0]))],
    [0x205, packed(1, 5, 0, Buffer.from([0x2a, 1]))],
    formula(0, double(3.5)),
    formula(1, Buffer.from([1, 0, 1, 0, 0, 0, 0xff, 0xff])),
    formula(2, Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff])),
    // The formula that several cells share stands between a formula and its text.
    [0x4bc, Buffer.alloc(10)],
    [0x207, packed(3, Buffer.from([0]), 'oui')],
    formula(3, Buffer.from([2, 0, 0x07, 0, 0, 0, 0xff, 0xff])),
  ]
  assert.deepEqual(await texts([...formats(0), strings], cells), [
    ['Noms', 'مد', 'abc'],
    ['12.5', '12.34', '7', '8', 'true', '#N/A'],
    ['3.5', 'true', 'oui', '#DIV/0!'],
  ])
})

test('a text cut by the end of a record goes on in the next, in wide or narrow characters', async () => {
  const strings: XlsPart[] = [
    [0xfc, packed([2], [2], 6, Buffer.from([0]), 'abc')],
    [0x3c, packed(Buffer.from([1]), Buffer.from('déf', 'utf16le'), 2, Buffer.from([8]), 1, 'xy', Buffer.alloc(4))],
  ]
  assert.deepEqual(await texts(strings, [shared(0, 0, 0), shared(0, 1, 1)]), [['abcdéf', 'xy']])
  const answer: XlsPart[] = [
    [0x06, packed(0, 0, 0, Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(8))],
    [0x207, packed(5, Buffer.from([0]), 'abc')],
    [0x3c, packed(Buffer.from([1]), Buffer.from('éf', 'utf16le'))],
  ]
  assert.deepEqual(await texts([], [...answer, number(0, 1, 0, 7)]), [['abcéf', '7']])
  assert.deepEqual(await texts([], answer), [['abcéf']])
})

test('formats make days and fixed digits; merged cells fill their rows; the calendar of 1904 is followed', async () => {
  const globals: XlsPart[] = [[0x22, packed(1)], [0x41e, packed(164, 5, Buffer.from([0]), '00000')], ...formats(0, 14, 164)]
  const cells: XlsPart[] = [number(0, 0, 1, 24_472), number(0, 1, 2, 1000), number(1, 1, 0, 5), [0xe5, packed(1, 0, 1, 0, 0)]]
  assert.deepEqual(await texts(globals, cells), [
    ['1971-01-01', '01000'],
    ['1971-01-01', '5'],
  ])
})

test('a long number is shown in full, and its lost digits are named', async () => {
  assert.deepEqual(await read(xlsBytes([], [number(4, 1, 0, 109_850_123_456_789_000)])), [
    { line: 5, cells: ['', '109850123456789000'], digitsLost: [1] },
  ])
})

test('sheets are listed with their sizes', async () => {
  await using file = await temporaryFile(xlsBytes([], [number(0, 0, 0, 1), number(6, 0, 0, 2)]))
  assert.deepEqual(await listSheets(file.path, 'xls'), [{ name: 'Feuille', hidden: false, rows: 2 }])
})

test('a workbook that is protected, older than 1997, or cut is refused', async () => {
  const refusal = (code: string) => (error: unknown) => error instanceof Problem && error.code === `exchange.file.${code}`
  await assert.rejects(read(xlsBytes([[0x2f, Buffer.alloc(6)]], [])), refusal('encrypted'))
  await assert.rejects(read(xlsBytes([], [], 0x500)), refusal('excel_too_old'))
  await assert.rejects(read(compoundBytes('Book', Buffer.alloc(10))), refusal('excel_too_old'))
  await assert.rejects(read(compoundBytes('Workbook', Buffer.from('pas un classeur'))), refusal('damaged'))
  await assert.rejects(read(xlsBytes([], [[0x203, packed(0, 0)]])), refusal('damaged'))
})
