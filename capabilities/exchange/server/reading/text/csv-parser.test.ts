import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import type { RawRow } from '../source-row.ts'
import { CsvParser, type CsvSyntax } from './csv-parser.ts'

const usual: CsvSyntax = { separator: ',', quote: '"', escape: 'double', lineEnd: 'lf' }

const read = (text: string, syntax: Partial<CsvSyntax> = {}, pieces = [text.length]): RawRow[] => {
  const parser = new CsvParser({ ...usual, ...syntax })
  const rows: RawRow[] = []
  let at = 0
  for (const length of pieces) rows.push(...parser.push(text.slice(at, (at += length))))
  if (at < text.length) rows.push(...parser.push(text.slice(at)))
  return [...rows, ...parser.end()]
}
const cellsOf = (rows: RawRow[]): string[][] => rows.map(({ cells }) => cells)

test('records and cells are told apart, whatever stands in the cells', () => {
  const cases: [string, Partial<CsvSyntax>, string[][]][] = [
    [
      'a,b\n1,2\n',
      {},
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      {},
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      { lineEnd: 'cr' },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\n3,4\r\n5,6',
      { lineEnd: 'any' },
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['a,b\n\n1,\n', {}, [['a', 'b'], [''], ['1', '']]],
    ['"a,b","c\nd"\n', {}, [['a,b', 'c\nd']]],
    ['"il a dit ""oui""",x\n', {}, [['il a dit "oui"', 'x']]],
    ['"",""\n', {}, [['', '']]],
    ['a, "b, c" ,d\n', {}, [['a', 'b, c', 'd']]],
    ['a,  b ,c\n', {}, [['a', '  b ', 'c']]],
    ['37°36\'37.8"N,x\n', {}, [['37°36\'37.8"N', 'x']]],
    ["'a;b';c\n", { separator: ';', quote: "'" }, [['a;b', 'c']]],
    ['"dit \\"oui\\"",x\n', { escape: 'backslash' }, [['dit "oui"', 'x']]],
    ['"fin\\\\",x\n', { escape: 'backslash' }, [['fin\\', 'x']]],
    ['a"b,c"d\n', { quote: '' }, [['a"b', 'c"d']]],
    ['a\rb,c\r\n', {}, [['a\rb', 'c']]],
    ['', {}, []],
    ['\n', {}, [['']]],
  ]
  for (const [text, syntax, expected] of cases) assert.deepEqual(cellsOf(read(text, syntax)), expected, JSON.stringify(text))
})

test('each record knows the line where it begins, over line ends inside cells', () => {
  const lines = (text: string, syntax?: Partial<CsvSyntax>) => read(text, syntax).map(({ line }) => line)
  assert.deepEqual(lines('a\n"b\nc\r\nd"\ne\n'), [1, 2, 5])
  assert.deepEqual(lines('a\r"b\rc"\rd', { lineEnd: 'cr' }), [1, 2, 4])
})

test('a quotation mark that is never closed costs no row: its line is read as text and says so', () => {
  const rows = read('a,b\n"ouvert,1\n"fermé",2\nfin,3\n')
  assert.deepEqual(cellsOf(rows), [
    ['a', 'b'],
    ['"ouvert', '1'],
    ['fermé', '2'],
    ['fin', '3'],
  ])
  assert.deepEqual(
    rows.map((row) => row.unclosedQuote ?? false),
    [false, true, false, false],
  )
})

test('a mark inside a quoted cell that was not doubled stays in it', () => {
  assert.deepEqual(cellsOf(read('"ha "cité" ha",1\n"b",2\n')), [
    ['ha "cité" ha', '1'],
    ['b', '2'],
  ])
})

test('a mark left open at the end of the file gives its lines back', () => {
  const rows = read(`a,b\n"ouvert,1\n${'x,y\n'.repeat(1000)}`)
  assert.equal(rows.length, 1002)
  assert.equal(rows[1]?.unclosedQuote, true)
})

test('a file full of marks that are never closed is read line by line in the end', () => {
  const rows = read('"ouvert,1\n'.repeat(20_000))
  assert.equal(rows.length, 20_000)
  assert.ok(rows.every(({ cells, unclosedQuote }) => unclosedQuote === true && cells.length === 2))
})

test('a file without lines is refused with a sentence', () => {
  const parser = new CsvParser(usual)
  assert.throws(() => {
    for (let piece = 0; piece < 20; piece++) parser.push('x'.repeat(1_000_000))
  }, /exchange.file.line_too_long/)
  assert.throws(() => read(','.repeat(20_000)), /exchange.file.too_many_columns/)
})

const cell = fc
  .oneof(fc.string(), fc.stringMatching(/^[a-z";,\r\n '\\]{0,8}$/), fc.string({ unit: 'grapheme' }))
  .filter((text) => !text.includes('\0'))
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

test('what csv-stringify writes is read as csv-parse reads it, cut into any pieces', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 7 })),
      (rows, separator, end, pieces) => {
        const text = stringify(rows, { delimiter: separator, record_delimiter: end, quoted: true })
        const expected = parse(text, { delimiter: separator, record_delimiter: end, relax_column_count: true })
        assert.deepEqual(expected, rows)
        assert.deepEqual(cellsOf(read(text, { separator }, pieces)), rows)
      },
    ),
    { numRuns: 500 },
  )
})

test('any text at all is read to its end, the same however it is cut', () => {
  const hostile = fc
    .array(fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\\', '""', 'é'), { maxLength: 60 })
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom('lf' as const, 'cr' as const, 'any' as const),
      fc.array(fc.integer({ min: 1, max: 5 })),
      (text, lineEnd, pieces) => {
        const whole = read(text, { lineEnd })
        assert.deepEqual(read(text, { lineEnd }, pieces), whole)
        const kept = whole
          .flatMap(({ cells }) => cells)
          .join('')
          .replace(/[^aé]/g, '')
        assert.equal(kept, text.replace(/[^aé]/g, ''), 'no letter is lost')
      },
    ),
    { numRuns: 1000 },
  )
})
