import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guaranteeRate } from '../../rates.ts'
import { tidyRate } from './tidy-rate.ts'

test('a share of the value with nothing else typed is a rate', () => {
  const typed = {
    by: 'share',
    of: 'object_value',
    per_million: 25_000,
    rebate: null,
    least_per_million: null,
    least_centimes: null,
    beside: { code: null, per_million: null },
  }
  assert.deepEqual(guaranteeRate.parse(tidyRate(typed)), {
    by: 'share',
    of: 'object_value',
    per_million: 25_000,
    beside: null,
    rebate: 0,
    least_per_million: 0,
    least_centimes: 0,
    terrace_percent: 10_000,
  })
})

test('another rate beside a guarantee is kept, and refused without its figure', () => {
  const typed = { by: 'share', of: 'object_value', per_million: 10_000, beside: { code: 'DASC', per_million: 5_000 } }
  assert.deepEqual(tidyRate(typed), typed)
  assert.equal(guaranteeRate.safeParse(tidyRate({ ...typed, beside: { code: 'DASC', per_million: null } })).success, false)
})
