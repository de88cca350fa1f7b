import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/shared/problem.ts'
import { rawRows } from '../raw-rows.ts'
import type { RawRow } from '../source-row.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { workbookBytes, workbookParts, type WorkbookXml } from '../testing/workbook-bytes.ts'
import { zipBytes } from '../testing/zip-bytes.ts'

const readBytes = async (bytes: Uint8Array): Promise<RawRow[]> => {
  await using file = await temporaryFile(bytes)
  const rows: RawRow[] = []
  for await (const batch of rawRows(file.path, { format: 'xlsx', sheet: 'Feuille' })) rows.push(...batch.rows)
  return rows
}
const read = (workbook: WorkbookXml): Promise<RawRow[]> => readBytes(workbookBytes(workbook))
const cells = async (workbook: WorkbookXml): Promise<string[][]> => (await read(workbook)).map((row) => row.cells)

test('each kind of cell reads as a person sees it', async () => {
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> espace </t></is></c><c r="B2" t="inlineStr"><is><r><t>gras</t></r><r><t> et non</t></r></is></c></row>
    <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>Résultat</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3"><f>A1*2</f><v></v></c><c r="D3" t="str"><f>""</f><v></v></c></row>
    <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><v>#N/A</v></c></row>
    <row r="5"><c r="A5" s="1"><v>45292</v></c><c r="B5" s="2"><v>1000</v></c><c r="C5" t="d"><v>2024-01-01T00:00:00</v></c></row>`
  const sharedStrings = '<si><t>Nom</t></si><si><r><t>Pré</t></r><r><t>nom</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>'
  assert.deepEqual(
    await cells({
      rows,
      sharedStrings,
      numFmts: '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>',
      cellXfs: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>',
    }),
    [
      ['Nom', 'Prénom'],
      [' espace ', 'gras et non'],
      ['Résultat', '2', '#CALC!'],
      ['true', 'false', '#N/A'],
      ['2024-01-01', '01000', '2024-01-01'],
    ],
  )
})

test('escapes of XML and of Excel are undone, and character data read', async () => {
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>a &lt;b&gt; &amp; &#233;&#x20AC;</t></is></c><c r="B1" t="inlineStr"><is><t>ligne_x000D_\nsuite _x005F_x0041_</t></is></c><c r="C1" t="inlineStr"><is><t><![CDATA[<x>]]></t></is></c></row>'
  assert.deepEqual(await cells({ rows }), [['a <b> & é€', 'ligne\r\nsuite _x0041_', '<x>']])
})

test('rows and cells that are left out, or carry no address, keep their places', async () => {
  const rows = await read({
    rows: '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row r="7"><c r="C7"><v>3</v></c></row><row r="9"/>',
  })
  assert.deepEqual(rows, [
    { line: 1, cells: ['a', '1'] },
    { line: 7, cells: ['', '', '3'] },
    { line: 9, cells: [] },
  ])
})

test('a value merged over several rows stands in each of them; over several columns, in the first', async () => {
  const value = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = `<row r="1">${value('A1', 'Titre')}</row><row r="2">${value('A2', '16001')}${value('B2', 'Ali')}</row><row r="3">${value('B3', 'Omar')}</row><row r="4"><c r="A4"/>${value('B4', 'Zoé')}</row><row r="5">${value('B5', 'Sans')}</row>`
  const behind = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells>'
  assert.deepEqual(await cells({ rows, behind }), [['Titre'], ['16001', 'Ali'], ['16001', 'Omar'], ['16001', 'Zoé'], ['', 'Sans']])
})

test('a long number is shown in full, and its lost digits are named', async () => {
  const rows = await read({ rows: '<row r="1"><c r="A1"><v>1.09850123456789E+17</v></c><c r="B1"><v>123456789012345</v></c></row>' })
  assert.deepEqual(rows, [{ line: 1, cells: ['109850123456789000', '123456789012345'], digitsLost: [0] }])
})

test('the calendar of 1904 is followed', async () => {
  const rows = '<row r="1"><c r="A1" s="1"><v>24472</v></c></row>'
  assert.deepEqual(await cells({ rows, cellXfs: '<xf numFmtId="0"/><xf numFmtId="14"/>', workbookPr: '<workbookPr date1904="1"/>' }), [
    ['1971-01-01'],
  ])
})

test('prefixed names, as some programs write them, are read', async () => {
  const parts = workbookParts({ rows: '' }).map((part) =>
    part.name.endsWith('sheet1.xml')
      ? {
          ...part,
          content:
            '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        }
      : part,
  )
  assert.deepEqual(
    (await readBytes(zipBytes(parts))).map((row) => row.cells),
    [['5']],
  )
})

const refusal = (code: string) => (error: unknown) => error instanceof Problem && error.code === code
const withSheet = (change: object) =>
  workbookParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }).map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, ...change } : part,
  )

const changed = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')

test('a damaged workbook is refused, never half read', async () => {
  const whole = workbookBytes({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(1) })
  const damaged: [string, Uint8Array][] = [
    ['cut', whole.subarray(0, whole.length - 60)],
    ['bytes changed', Buffer.concat([whole.subarray(0, 1350), Buffer.alloc(200, 7), whole.subarray(1550)])],
    ['XML cut', zipBytes(withSheet({ content: '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }))],
    ['rows out of order', zipBytes(withSheet({ content: '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>' }))],
    ['one digit changed', changed(zipBytes(withSheet({ stored: true })), '<v>1</v>', '<v>2</v>')],
    [
      'a shared text missing',
      zipBytes(withSheet({ content: '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>3</v></c></row></sheetData></worksheet>' })),
    ],
    ['no sheet', zipBytes(workbookParts({ rows: '' }).filter((part) => !part.name.endsWith('sheet1.xml')))],
    ['no workbook', zipBytes([{ name: '[Content_Types].xml', content: '<Types/>' }])],
  ]
  for (const [name, bytes] of damaged) await assert.rejects(readBytes(bytes), refusal('exchange.file.damaged'), name)
})

test('an archive that unpacks to far more than it should, or than it says, is refused', async () => {
  const bomb = Buffer.alloc(120 * 1024 * 1024, ' ')
  await assert.rejects(readBytes(zipBytes(withSheet({ content: bomb }))), refusal('exchange.file.too_much_inside'))
  await assert.rejects(readBytes(zipBytes(withSheet({ announced: 10 }))), refusal('exchange.file.too_much_inside'))
  await assert.rejects(readBytes(zipBytes(withSheet({ encrypted: true }))), refusal('exchange.file.encrypted'))
})

test('entities that a document would define are not expanded', async () => {
  const content =
    '<!DOCTYPE w [<!ENTITY a "boum">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
  assert.deepEqual(
    (await readBytes(zipBytes(withSheet({ content })))).map((row) => row.cells),
    [['&a;']],
  )
})
