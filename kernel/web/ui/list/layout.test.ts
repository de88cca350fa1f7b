import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mendLayout, movedColumn, plainLayout, toggledColumn, widthOf } from './layout.ts'

const cell = () => null
const columns = [
  { key: 'name', cell, width: 240, shown: true },
  { key: 'code', cell, shown: true },
  { key: 'phone', cell, shown: true },
  { key: 'profession', cell },
  { key: 'nin' },
]

test('untouched, a list shows its usual columns', () => {
  assert.deepEqual(plainLayout(columns), { order: ['name', 'code', 'phone', 'profession'], shown: ['name', 'code', 'phone'], widths: {} })
})

test('what was kept is put right for the columns of today', () => {
  assert.deepEqual(mendLayout(null, columns), plainLayout(columns))
  assert.deepEqual(
    mendLayout({ order: ['phone', 'gone', 'name'], shown: ['phone', 'gone'], widths: { phone: 200, gone: 90, code: 5 } }, columns),
    {
      order: ['name', 'phone', 'code', 'profession'],
      shown: ['name', 'phone'],
      widths: { phone: 200 },
    },
  )
  assert.deepEqual(mendLayout({ order: 3, shown: [], widths: null }, columns), plainLayout(columns))
})

test('columns are moved, shown and hidden, the first keeping its place', () => {
  const plain = plainLayout(columns)
  assert.deepEqual(movedColumn(plain, 'phone', 1).shown, ['name', 'phone', 'code'])
  assert.deepEqual(movedColumn(plain, 'phone', 0).order[0], 'name')
  assert.deepEqual(toggledColumn(plain, 'code').shown, ['name', 'phone'])
  assert.deepEqual(toggledColumn(plain, 'profession').shown, ['name', 'code', 'phone', 'profession'])
})

test('a column is as wide as the person left it', () => {
  const [name] = columns
  assert.ok(name)
  assert.equal(widthOf(plainLayout(columns), name), 240)
  assert.equal(widthOf({ ...plainLayout(columns), widths: { name: 300 } }, name), 300)
})
