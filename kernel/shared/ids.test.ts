import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { composeId, instantOfId, newId } from './ids.ts'
import { id as idSchema } from './paging.ts'

test('an identifier is a UUID v7 that carries its instant', () => {
  const now = new Date('2026-11-23T08:15:30.123Z')
  const id = newId(now)
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(idSchema.parse(id), id)
  assert.equal(instantOfId(id).toISOString(), now.toISOString())
})

test('identifiers made one after the other sort in that order and never repeat', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('identifiers of the same given instant sort in the order they were made, between those of others', () => {
  const one = new Date('2026-01-01T00:00:00Z')
  const two = new Date('2026-01-01T00:00:01Z')
  const first = newId(one)
  const later = newId(two)
  const second = newId(one)
  assert.deepEqual([later, second, first].toSorted(), [first, second, later])
})

test('the order of the parts is the order of the identifiers, and any instant is read back', () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 2 ** 47 }),
    fc.integer({ min: 0, max: 2 ** 42 - 1 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  )
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const [x, y] = [composeId(...a), composeId(...b)]
      assert.match(x, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      assert.equal(instantOfId(x).getTime(), a[0])
      const order = a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
      assert.equal(Math.sign(order), x < y ? -1 : x > y ? 1 : 0)
    }),
  )
})
