import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { editDistance } from './edit-distance.ts'

test('letters added, dropped, changed and exchanged are counted', () => {
  for (const [one, other, distance] of [
    ['benali', 'benali', 0],
    ['benali', 'benalli', 1],
    ['benali', 'benal', 1],
    ['benali', 'bonali', 1],
    ['benali', 'beanli', 1],
    ['benali', 'bnaeli', 2],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['mansouri', 'meziane', 4],
  ] as const)
    assert.equal(editDistance(one, other, 3), distance, `${one} ${other}`)
})

test('it is the same both ways, zero for the same text alone, and never beyond the limit', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
      const distance = editDistance(one, other, most)
      assert.equal(distance, editDistance(other, one, most))
      assert.equal(distance === 0, one === other)
      assert.ok(distance <= most + 1)
      assert.equal(distance, Math.min(editDistance(one, other, 20), most + 1))
    }),
  )
})
