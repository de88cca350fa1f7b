import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed } from './rules.ts'

const cases = [
  ['similar_products', null, true],
  ['similar_products', 'granted', true],
  ['similar_products', 'refused', false],
  ['similar_products', 'withdrawn', false],
  ['satisfaction', null, true],
  ['satisfaction', 'withdrawn', false],
  ['prospecting', null, false],
  ['prospecting', 'granted', true],
  ['prospecting', 'refused', false],
  ['prospecting', 'withdrawn', false],
  ['profiling', null, false],
  ['partners', null, false],
  ['partners', 'granted', true],
  ['health', null, false],
  ['health', 'granted', true],
] as const

for (const [purpose, status, allowed] of cases)
  test(`${purpose} is ${allowed ? 'allowed' : 'not allowed'} when the person ${status === null ? 'said nothing' : `has ${status}`}`, () => {
    equal(isAllowed(purpose, status), allowed)
  })
