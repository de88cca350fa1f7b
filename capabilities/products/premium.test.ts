import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from './server/seed-catalogue.ts'
import { computePremium, ratesOn, type PremiumAskInput } from './premium.ts'
import { pricedSeed } from './server/catalogue/priced-seed.ts'

void catalogue
const on = (code: string, day: string) => ratesOn(pricedSeed(code), day)
const car = { is: 'motor', usage: '00', power: 6, zone: 'N', value_centimes: 2_000_000_00 } as const

test('the premium of the domain, from the risk itself', () => {
  const ask: PremiumAskInput = {
    duration: '12m',
    risks: [car],
    guarantees: ['RC', 'DR', 'DASC', 'VIV', 'BDG']
      .map((code) => ({ code }))
      .concat([{ code: 'PT', offer: 'C' } as never, { code: 'ASS', offer: 'TR' } as never]),
  }
  const found = computePremium(on('AUTO_PART', '2021-06-01'), ask)
  const { lines: _, taxes: __, ...parts } = found
  console.log(parts)
  assert.equal(found.net_premium_centimes, 66_604_40)
})
test('minimal', () => {
  const found = computePremium(on('AUTO_PART', '2025-09-01'), {
    duration: '12m',
    risks: [car],
    guarantees: [{ code: 'RC' }, { code: 'DR' }, { code: 'ASS', offer: 'SM' }],
  })
  const { lines: _, taxes: __, ...parts } = found
  console.log(parts)
})
