import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runAs } from '#kernel/server/door.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { testApp } from '#app/server/testing/test-app.ts'
import { parameterOn, parametersOn, workCalendar } from '#capabilities/organization/server/index.ts'
import { computePremium, ratesOn } from '../premium.ts'
import { catalogue } from './seed-catalogue.ts'
import { listProductCards, loadProduct, seedCatalogue } from './index.ts'

test('products and what they cost', async (t) => {
  const app = await testApp()
  const { organizationId } = await app.organization()
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    runAs(app.app.services, { actor: systemActor('Test'), organizationId, operation: 'test.read', readOnly: true }, work)

  await t.test('an organization is founded with the whole catalogue, once', async () => {
    const cards = await inside(listProductCards)
    assert.deepEqual(new Set(cards.map(({ code }) => code)), new Set(catalogue.map(({ code }) => code)))
    assert.equal(await inside(async (ctx) => seedCatalogue(ctx)), 0)
  })

  await t.test('a product is loaded with what a premium needs', async () => {
    const product = await inside((ctx) => loadProduct(ctx, 'AUTO_PART'))
    assert.equal((await inside((ctx) => loadProduct(ctx, product.id))).code, 'AUTO_PART')
    const premium = computePremium(ratesOn(product, '2025-09-01'), {
      duration: '12m',
      risks: [{ is: 'motor', usage: '00', power: 6, zone: 'N', value_centimes: 2_000_000_00 }],
      guarantees: [{ code: 'RC' }, { code: 'DR' }, { code: 'ASS', offer: 'SM' }],
    })
    assert.equal(premium.total_centimes - premium.vehicle_tax_centimes, 5_887_52)
    assert.deepEqual(product.guarantees.find(({ code }) => code === 'DC')?.limit_choices.slice(0, 2), [10_000_00, 20_000_00])
  })

  await t.test('parameters and calendar', async () => {
    assert.equal(await inside((ctx) => parameterOn(ctx, 'DECL_VOL', '2025-06-01')), 3)
    assert.equal((await inside((ctx) => parametersOn(ctx, '2024-12-31'))).ESPECES_INTERDITES, false)
    assert.ok((await inside(workCalendar)).holidays.has('2025-07-05'))
  })
})
