import assert from 'node:assert/strict'
import { test } from 'node:test'
import { totalOf } from './fields.ts'
import { readPremium, type ToldPremium } from './premium-of-file.ts'

test('a premium told by a file adds up, whatever of it the file tells', () => {
  const cases: readonly [ToldPremium, { net: number; fee: number; vat: number; total: number }][] = [
    [{ total: 106_194 }, { net: 106_194, fee: 0, vat: 0, total: 106_194 }],
    [{ total: -181_601 }, { net: -181_601, fee: 0, vat: 0, total: -181_601 }],
    [{ net_premium_centimes: 100_000 }, { net: 100_000, fee: 0, vat: 0, total: 100_000 }],
    [
      { net_premium_centimes: 100_000, fee_centimes: 50_000, vat_centimes: 28_500, total: 178_500 },
      { net: 100_000, fee: 50_000, vat: 28_500, total: 178_500 },
    ],
    [
      { net_premium_centimes: 100_000, total: 130_000 },
      { net: 100_000, fee: 30_000, vat: 0, total: 130_000 },
    ],
    [
      { vat_centimes: 19_000, total: 119_000 },
      { net: 100_000, fee: 0, vat: 19_000, total: 119_000 },
    ],
    [
      { net_premium_centimes: 100_001, vat_centimes: 19_000, total: 119_000 },
      { net: 100_000, fee: 0, vat: 19_000, total: 119_000 },
    ],
    [
      { net_premium_centimes: 0, total: null },
      { net: 0, fee: 0, vat: 0, total: 0 },
    ],
  ]
  for (const [told, expected] of cases) {
    const read = readPremium(told)
    assert.ok(read)
    const { net_premium_centimes: net, fee_centimes: fee, vat_centimes: vat } = read.parts
    assert.deepEqual({ net, fee, vat, total: read.total }, expected, JSON.stringify(told))
    assert.equal(totalOf(read.parts), read.total)
  }
})

test('a row that tells no amount tells no premium', () => {
  assert.equal(readPremium({}), null)
  assert.equal(readPremium({ total: null, net_premium_centimes: null }), null)
})
