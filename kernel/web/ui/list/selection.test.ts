import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOf, extended, mostSelected, nothingSelected, toggled } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const order = (place: number) => rows[place]
const placeOf = (id: string) => rows.indexOf(id)

test('a row is taken in and out', () => {
  const one = toggled(nothingSelected, 'b')
  assert.deepEqual([...one.ids], ['b'])
  assert.deepEqual([...toggled(one, 'b').ids], [])
})

test('a stretch goes from the last row touched to the present one, either way', () => {
  const from = toggled(nothingSelected, 'c')
  assert.deepEqual([...extended(from, 'e', order, placeOf).ids], ['c', 'd', 'e'])
  assert.deepEqual([...extended(from, 'a', order, placeOf).ids].sort(), ['a', 'b', 'c'])
  assert.deepEqual([...extended(nothingSelected, 'b', order, placeOf).ids], ['b'])
})

test('one action takes a thousand rows at most', () => {
  const many = Array.from({ length: 1500 }, (_, at) => ({ id: String(at) }))
  assert.equal(allOf(many).ids.size, mostSelected)
  const long = extended(toggled(nothingSelected, '0'), '1400', (place) => String(place), Number)
  assert.equal(long.ids.size, mostSelected)
})
