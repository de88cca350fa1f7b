import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Profiler } from '../profile-columns.ts'
import type { ColumnProfile } from './column-profile.ts'

const profile = (header: string, values: readonly string[], lost: readonly number[] = []): ColumnProfile => {
  const profiler = new Profiler([{ index: 0, name: header, header }])
  values.forEach((text, at) => {
    const row = { row: at + 1, line: at + 2, cells: [text] }
    profiler.add(lost.includes(at) ? { ...row, flaws: [{ code: 'digits_lost', column: 0 }] } : row)
  })
  const [found] = profiler.columns
  assert.ok(found)
  return found
}
const noticed = (found: ColumnProfile) => found.notices.map(({ code, count }) => `${code} ${count}`)

test('the kind of a column is what nine in ten of its cells are', () => {
  const cases: [header: string, values: string[], kind: string][] = [
    ['x', [], 'empty'],
    ['x', ['', ' ', '\u00a0'], 'empty'],
    ['x', ['NULL', 'N/A'], 'empty'],
    ['x', ['1', '2', '1 000'], 'integer'],
    ['x', ['1', '2,5'], 'decimal'],
    ['x', ['12,50', '13,75'], 'money'],
    ['x', ['12 DA', '15 DA'], 'money'],
    ['x', ['Oui', 'Non', ''], 'boolean'],
    ['x', ['O', 'N', 'O'], 'boolean'],
    ['x', ['0', '1', '1'], 'boolean'],
    ['x', ['0', '0'], 'integer'],
    ['x', ['H', 'F', 'F'], 'text'],
    ['x', ['F', 'F'], 'text'],
    ['x', ['x', '', 'x'], 'boolean'],
    ['x', [...Array<string>(18).fill('Oui'), 'Sans objet', 'Sans objet', 'Sans objet'], 'text'],
    ['x', ['31/12/2026', '01/02/2026'], 'day'],
    ['x', ['2024-02-08T00:00:00', '2023-07-03T00:00:00'], 'day'],
    ['x', ['16 Apr, 2021 00:02:00', '17 Apr, 2021 00:00:00'], 'instant'],
    ['x', ['20240102', '20240203', '20240304'], 'day'],
    ['Date effet', ['45292', '45300'], 'day'],
    ['Prime', ['45292', '45300'], 'integer'],
    ['x', ['ali@exemple.dz', 'omar@exemple.dz'], 'email'],
    ['x', ['0550123456', '0661 12 34 56', '+213 550 12 34 56'], 'phone'],
    ['x', ['805-247-8982', '732-984-5010'], 'phone'],
    ['Tél', ['550123456', '21344646'], 'phone'],
    ['x', ['01000', '16000'], 'code'],
    ['x', ['109850123456789012', '109850123456789013'], 'code'],
    ['Code postal', ['1001', '16000'], 'code'],
    ['x', ['Alger', '12'], 'text'],
    ['x', [...Array<string>(19).fill('12'), 'douze'], 'integer'],
    ['x', ['1,23E+17', '1,23E+17'], 'code'],
  ]
  for (const [header, values, kind] of cases)
    assert.equal(profile(header, values).kind, kind, `${header}: ${values.slice(0, 4).join(' | ')}`)
})

test('day or month first is decided over the whole column, and asked where it does not tell', () => {
  const unclear = Array<string>(5000).fill('05/04/2026')
  const cases: [string[], string, boolean, string][] = [
    [[...unclear, '31/12/2026'], 'day-first', false, 'told'],
    [[...unclear, '12/31/2026'], 'month-first', false, 'told'],
    [unclear, 'day-first', true, 'unclear'],
    [['31/12/2026', '12/31/2026', '25/01/2026'], 'day-first', true, 'contradictory'],
    [['2026-12-31', '3 mai 2026', '04/04/2026'], 'day-first', false, 'silent'],
  ]
  for (const [values, value, ask, because] of cases) assert.deepEqual(profile('x', values).dateOrder, { value, ask, because })
})

test('dates that do not tell are proposed in the order of the file’s other dates', () => {
  const profiler = new Profiler(['a', 'b'].map((name, index) => ({ index, name, header: name })))
  profiler.add({ row: 1, line: 2, cells: ['05/04/2026', '12/31/2026'] })
  assert.deepEqual(profiler.columns[0]?.dateOrder, { value: 'month-first', ask: true, because: 'unclear' })
})

test('comma or point is decided over the whole column, and asked where it does not tell', () => {
  const cases: [string[], string, boolean][] = [
    [['1 234,56', '1,234'], ',', false],
    [['1,234.56', '1,234'], '.', false],
    [['27.867', '-0.2833'], '.', false],
    [['1,234', '5,678'], ',', true],
    [['1.234', '5.678'], '.', true],
    [['12,5', '12.5'], 'either', true],
    [['12', '13'], '.', false],
    [['0,125', '0,250'], ',', false],
  ]
  for (const [values, value, ask] of cases) {
    const mark = profile('x', values).decimalMark
    assert.deepEqual([mark?.value, mark?.ask], [value, ask], values.join(' | '))
  }
})

test('what should be known before importing is pointed out, with examples', () => {
  assert.deepEqual(noticed(profile('NIN', ['109850123456789000', '109850123456789012'], [0])), ['digits_lost 1'])
  assert.deepEqual(noticed(profile('x', ['1,23E+17', '12'])), ['digits_lost 1'])
  assert.deepEqual(noticed(profile('Code postal', ['1001', '16000', '9000', '2A001', ...Array<string>(40).fill('31000')])), [
    'zeros_lost 2',
    'exceptions 1',
  ])
  assert.deepEqual(noticed(profile('Mobile', ['550123456', '0661123456', ...Array<string>(10).fill('0770123456')])), ['zeros_lost 1'])
  assert.deepEqual(noticed(profile('x', ['12', '#N/A', 'NULL', '13'])), ['excel_errors 1', 'placeholders 1'])
  assert.deepEqual(noticed(profile('x', ['12,5', '15 €', ...Array<string>(20).fill('10,5')])), ['other_currency 1'])
  assert.deepEqual(noticed(profile('x', ['31/12/26'])), ['short_years 1'])
  assert.deepEqual(noticed(profile('x', ['Caf\ufffd'])), ['unreadable 1'])
  const [exception] = profile('x', [...Array<string>(19).fill('12'), 'douze']).notices
  assert.deepEqual(exception?.examples, [{ line: 21, text: 'douze' }])
  assert.equal(profile('Mobile', ['550123456', '0661123456']).digits, 10)
})

test('counts are exact and memory is bounded: a thousand different texts are counted, a million are not kept', () => {
  const few = profile(
    'x',
    Array.from({ length: 5000 }, (_, at) => `ville ${at % 7}`),
  )
  assert.deepEqual([few.filled, few.distinct, few.values?.[0]?.count, few.samples.length], [5000, 7, 715, 5])
  const many = profile(
    'x',
    Array.from({ length: 5000 }, (_, at) => `nom ${at}`),
  )
  assert.deepEqual([many.filled, many.distinct, many.values], [5000, null, null])
  assert.equal(profile('x', ['', 'a', ' ', 'bcd']).blank, 2)
  assert.equal(profile('x', ['', 'a', ' ', 'bcd']).longest, 3)
})
