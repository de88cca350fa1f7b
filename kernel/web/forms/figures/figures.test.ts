import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureText, readFigure, readFigures, textsOf, withoutRow, withRow, type FigureShape, type FigureUnit } from './figures.ts'

test('a figure is written as people write it, and read back the same', () => {
  const cases: readonly (readonly [number, FigureUnit, string])[] = [
    [300_00, 'amount', '300'],
    [1_234_56, 'amount', '1\u202f234,56'],
    [5, 'amount', '0,05'],
    [2_000_000_00, 'amount', '2\u202f000\u202f000'],
    [19_00, 'percent', '19'],
    [2_50, 'percent', '2,5'],
    [550, 'per_mille', '0,55'],
    [50_000, 'per_mille', '50'],
    [15_870, 'factor', '1,587'],
    [0, 'whole', '0'],
    [12_000, 'whole', '12\u202f000'],
  ]
  for (const [value, unit, text] of cases) {
    assert.equal(figureText(value, unit, 'fr'), text)
    assert.equal(readFigure(text, unit), value, text)
  }
  assert.equal(figureText(1_234_56, 'amount', 'en'), '1,234.56')
})

test('what is no number of its unit is not guessed at', () => {
  for (const [text, unit] of [
    ['dix', 'amount'],
    ['1,234', 'percent'],
    ['1,5', 'whole'],
    ['', 'whole'],
  ] as const)
    assert.equal(readFigure(text, unit), null, text)
  assert.equal(readFigure('19 %', 'percent'), 19_00)
  assert.equal(readFigure('0,55 ‰', 'per_mille'), 550)
})

const shape: FigureShape = {
  fixed: { by: 'offers' },
  figures: [
    { key: 'rebate', label: '', unit: 'percent' },
    { key: 'indexed', label: '', unit: 'switch' },
    { key: 'beside.code', label: '', unit: 'text' },
  ],
  tables: [
    {
      key: 'offers',
      title: '',
      rowLabel: '',
      rows: 'open',
      columns: [
        { key: 'code', label: '', unit: 'text' },
        { key: 'limit', label: '', unit: 'amount', optional: true },
      ],
    },
    {
      key: 'zones',
      title: '',
      rowLabel: '',
      rows: [
        { key: '0', label: '' },
        { key: '2a', label: '' },
      ],
      columns: [{ key: 'rate', label: '', unit: 'per_mille' }],
    },
    {
      key: 'N',
      title: '',
      rowLabel: '',
      rows: [
        { key: '0', label: '' },
        { key: '1', label: '' },
      ],
      columnsFirst: true,
      columns: [{ key: 'taxi', label: '', unit: 'amount' }],
    },
  ],
}
const value = {
  by: 'offers',
  rebate: 40_00,
  indexed: true,
  beside: { code: 'DASC' },
  offers: [
    { code: 'A', limit: 10_000_00 },
    { code: 'B', limit: null },
  ],
  zones: { '0': { rate: 550 }, '2a': { rate: 650 } },
  N: { taxi: [1_568_11, 2_242_80] },
}

test('a value of many figures comes back from its texts as it was', () => {
  assert.deepEqual(readFigures(shape, textsOf(shape, value, 'fr')), { value, faults: null })
})

test('a figure alone, and a list of figures alone', () => {
  const days: FigureShape = { scalar: true, figures: [{ key: 'value', label: '', unit: 'whole' }], tables: [] }
  assert.deepEqual(textsOf(days, 21, 'fr'), { value: '21' })
  assert.deepEqual(readFigures(days, { value: '30' }), { value: 30, faults: null })
  const list: FigureShape = {
    figures: [],
    tables: [{ key: '', title: '', rowLabel: '', rows: 'open', columns: [{ key: '', label: '', unit: 'whole' }] }],
  }
  assert.deepEqual(readFigures(list, textsOf(list, [60, 45], 'fr')), { value: [60, 45], faults: null })
})

test('what is missing or no number is said where it stands', () => {
  const texts = { ...textsOf(shape, value, 'fr'), rebate: 'dix', 'offers.1.code': ' ' }
  assert.deepEqual(readFigures(shape, texts).faults, { rebate: 'number', 'offers.1.code': 'missing' })
})

test('a row is added at the end, and another taken away anywhere', () => {
  const [table] = shape.tables
  assert.ok(table)
  const more = withRow(table, textsOf(shape, value, 'fr'))
  assert.equal(readFigures(shape, more).faults?.['offers.2.code'], 'missing')
  const less = withoutRow(table, { ...more, 'offers.2.code': 'C' }, 0)
  assert.deepEqual((readFigures(shape, less).value as typeof value).offers, [
    { code: 'B', limit: null },
    { code: 'C', limit: null },
  ])
})
