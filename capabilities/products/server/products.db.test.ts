import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { productOperations as products } from '../contract.ts'
import { catalogue, seedCatalogue } from './seed-catalogue.ts'
import { listProductCards, loadProduct } from './index.ts'

const car = { is: 'motor', usage: '00', power: 6, zone: 'N', value_centimes: 2_000_000_00 } as const
const simple = [{ code: 'RC' }, { code: 'DR' }, { code: 'ASS', offer: 'SM' }]
const future = '2090-01-01'

test('products and what they cost', async (t) => {
  const app = await testApp()
  const { organizationId, headOffice, administrator } = await app.organization()
  const agent = await app.person({ organizationId, agencyId: headOffice, role: 'user' })
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    runAs(app.app.services, { actor: systemActor('Test'), organizationId, operation: 'test.read', readOnly: true }, work)
  const idOf = async (code: string) => (await inside((ctx) => loadProduct(ctx, code))).id
  const refusal = (answer: { status: number; body: unknown }) => `${String(answer.status)} ${(answer.body as ProblemDetails).code}`

  await t.test('an organization is founded with the whole catalogue, once', async () => {
    const cards = await inside(listProductCards)
    assert.deepEqual(new Set(cards.map(({ code }) => code)), new Set(catalogue.map(({ code }) => code)))
    assert.equal(await inside(seedCatalogue), 0)
  })

  await t.test('at start, an organization from before there were products gets the catalogue', async () => {
    const old = await app.organization('Ancienne')
    await app.rows('delete from product where organization_id = $1', [old.organizationId])
    const { resumeCatalogue } = await import('./resume-catalogue.ts')
    await resumeCatalogue(app.app.services)
    await resumeCatalogue(app.app.services)
    const [kept] = await app.rows<{ products: number; entries: number }>(
      `select (select count(*)::int from product where organization_id = $1) as products,
         (select count(*)::int from audit_entry where organization_id = $1 and operation = 'catalogue.seed') as entries`,
      [old.organizationId],
    )
    assert.deepEqual(kept, { products: catalogue.length, entries: 1 })
  })

  await t.test('everybody finds a product by its name, and prices it on the day they say', async () => {
    const found = await agent.ok(products.listProducts, { q: 'particuliers' })
    assert.deepEqual(
      found.data.map(({ code }) => code),
      ['AUTO_PART'],
    )
    const id = found.data[0]?.id as string
    const quoted = (on: string) => agent.ok(products.quote, { id, on, duration: '12m', risks: [car], guarantees: simple })
    assert.equal((await quoted('2025-09-01')).total_centimes, 7_387_52)
    // The compulsory tariff rose twice in 2025.
    assert.deepEqual(
      await Promise.all(['2024-12-31', '2025-01-01', '2025-07-01'].map(async (on) => (await quoted(on)).lines[0]?.premium_centimes)),
      [2_054_40, 2_362_56, 2_716_94],
    )
    const short = await agent.call(products.quote, {
      id,
      duration: '12m',
      risks: [{ ...car, value_centimes: null }],
      guarantees: [{ code: 'DASC' }],
    })
    assert.equal(refusal(short), '422 premium.value_missing')
    assert.equal((short.body as unknown as ProblemDetails).errors[0]?.path, 'value_centimes')
  })

  await t.test('a new rate follows the old one and leaves its days alone', async () => {
    const id = await idOf('PJ')
    const ask = { id, duration: '12m', risks: [{ is: 'other' as const }], guarantees: [{ code: 'PJ' }] }
    const before = await administrator.ok(products.quote, { ...ask, on: '2089-12-31' })
    const value = { by: 'amount', amount_centimes: 1_700_00 }
    await administrator.ok(products.addRate, { id, code: 'PJ', effective_from: future, value })
    assert.deepEqual(await administrator.ok(products.quote, { ...ask, on: '2089-12-31' }), before)
    assert.equal((await administrator.ok(products.quote, { ...ask, on: future })).net_premium_centimes, 1_700_00)
    const inForce = await administrator.ok(products.listRates, { id, on: future })
    assert.deepEqual(inForce.data.find(({ code }) => code === 'PJ')?.value, { ...value, rebate: 0 })
    assert.equal(
      refusal(await administrator.call(products.addRate, { id, code: 'PJ', effective_from: future, value })),
      '422 rate.day_taken',
    )
    await administrator.ok(products.removeRate, { id, code: 'PJ', effective_from: future })
    assert.equal(
      refusal(await administrator.call(products.removeRate, { id, code: 'PJ', effective_from: '2010-01-01' })),
      '422 rate.in_force',
    )
  })

  await t.test('a rate is refused with a sentence that says what is wrong', async () => {
    const id = await idOf('PJ')
    const cases: readonly (readonly [object, string])[] = [
      [{ code: 'PJ', value: { by: 'amount', amount_centimes: -1 } }, '400 invalid_input'],
      [{ code: 'PJ', value: { by: 'offers', offers: [] } }, '400 invalid_input'],
      [{ code: 'PJ', value: { by: 'motor_grid' } }, '422 rate.wrong_kind'],
      [{ code: 'XX', value: { by: 'entry' } }, '422 rate.unknown_code'],
      [{ code: 'fee', value: { amount_centimes: 1 }, effective_from: '2020-01-01' }, '422 rate.past_without_reason'],
    ]
    for (const [given, expected] of cases) {
      const answer = await administrator.call(products.addRate, { id, effective_from: future, ...given } as never)
      assert.equal(refusal(answer), expected, JSON.stringify(given))
    }
    const late = { id, code: 'fee', effective_from: '2020-01-01', value: { amount_centimes: 600_00 } }
    await administrator.ok(products.addRate, { ...late, reason: 'Oubli à la mise en place' })
    const [entry] = await app.rows<{ reason: string }>(`select reason from audit_entry where organization_id = $1 and reason is not null`, [
      organizationId,
    ])
    assert.equal(entry?.reason, 'Oubli à la mise en place')
  })

  await t.test('a formula holds guarantees of its product, the compulsory ones among them', async () => {
    const id = await idOf('AUTO_PART')
    const formula = { id, code: 'JEUNE', name: 'Jeune conducteur' }
    const cases: readonly (readonly [object, string])[] = [
      [{ guarantees: ['RC', 'XX'] }, '422 formula.unknown_guarantee'],
      [{ guarantees: ['DR'] }, '422 formula.compulsory_missing'],
      [{ guarantees: ['RC', 'DR'], options: ['DR'] }, '422 formula.twice'],
    ]
    for (const [given, expected] of cases)
      assert.equal(refusal(await administrator.call(products.setFormula, { ...formula, ...given } as never)), expected)
    const made = await administrator.ok(products.setFormula, { ...formula, guarantees: ['RC', 'DR'], options: ['ASS'] })
    const kept = made.formulas.find(({ code }) => code === 'JEUNE')
    const ended = await administrator.ok(products.setFormula, { ...formula, guarantees: ['RC', 'DR'], options: ['ASS'], active: false })
    assert.deepEqual(
      ended.formulas.find(({ code }) => code === 'JEUNE'),
      { ...kept, active: false },
    )
  })

  await t.test('a guarantee goes only if it was never sold', async () => {
    const id = await idOf('AUTO_PART')
    assert.equal(refusal(await administrator.call(products.removeGuarantee, { id, code: 'DASC' })), '422 guarantee.in_formula')
    await administrator.ok(products.setGuarantee, { id, code: 'GAP', name: 'Perte financière' })
    await administrator.ok(products.addRate, { id, code: 'GAP', effective_from: future, value: { by: 'entry' } })
    const without = await administrator.ok(products.removeGuarantee, { id, code: 'GAP' })
    assert.ok(!without.guarantees.some(({ code }) => code === 'GAP') && !without.rates.some(({ code }) => code === 'GAP'))
    assert.equal(
      refusal(await administrator.call(products.setGuarantee, { id, code: 'NEUF', name: 'Nouvelle', compulsory: true })),
      '422 guarantee.not_in_formulas',
    )
  })

  await t.test('a copy covers and costs what its model does, under a code of its own', async () => {
    const model = await inside((ctx) => loadProduct(ctx, 'AUTO_PART'))
    const fields = { name: 'Automobile – Fonctionnaires', branch: '11', copy_of: model.id } as const
    assert.equal(refusal(await administrator.call(products.createProduct, { ...fields, code: 'AUTO_PART' })), '422 product.code_taken')
    const copy = await administrator.ok(products.createProduct, { ...fields, code: 'AUTO_FONC', durations: ['12m', '6m'] })
    const ask = { duration: '6m', risks: [car], guarantees: simple, on: '2025-09-01' }
    assert.deepEqual(await agent.ok(products.quote, { ...ask, id: copy.id }), await agent.ok(products.quote, { ...ask, id: model.id }))
  })

  await t.test('two who change a product at once: the second is asked', async () => {
    const { id, version } = await inside((ctx) => loadProduct(ctx, 'MRH'))
    await administrator.ok(products.updateProduct, { id, version, name: 'MRH de la maison' })
    const second = await administrator.call(products.updateProduct, { id, version, active: false })
    assert.equal(refusal(second), '409 version_conflict')
    assert.equal(((second.body as unknown as ProblemDetails).current as { name: string }).name, 'MRH de la maison')
  })
})
