import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { issueMotor, inDays, motorInput, productOfCode, today } from '#app/server/testing/motor-policy.ts'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { addDays, addMonths } from '#kernel/shared/days.ts'
import { policyOperations as operations } from '../contract.ts'
import { statusOn } from '../rules.ts'
import { statusCases } from '../testing/status-cases.ts'
import { keepStatesOf } from './keep-states.ts'
import { policyStatusSql, storedStatuses } from './status-sql.ts'

test('states of policies in the database', async (t) => {
  const app = await testApp()
  const { administrator, organizationId } = await app.organization()
  const client = () =>
    administrator.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Benali', accept_duplicate: true })
  const contact = await client()

  await t.test('the rule in SQL says what the rule of the program says', async () => {
    const cases = statusCases.map(({ policy, day }, at) => ({ ...policy, day, at }))
    const asked = await runAs(
      app.app.services,
      { actor: systemActor('test'), organizationId, operation: 'test.states', readOnly: true },
      async (ctx) =>
        (
          await sql<{ said: string }>`select ${policyStatusSql('p', sql`p.day`)} as said
            from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as p(status text, contract_type text, effective_date date, expiry_date date, end_date date, cover_awaits_payment boolean, renewal_from date, day date, at bigint)
            order by p.at`.execute(ctx.db)
        ).rows,
    )
    assert.ok(cases.length > 40)
    for (const [at, one] of cases.entries()) {
      const status = statusOn(one, one.day)
      assert.equal(asked[at]?.said, status, `${statusCases[at]?.what ?? ''} on ${one.day}`)
      assert.ok(storedStatuses([status]).includes(one.status), `${status} is looked for where ${one.status} is stored`)
    }
  })

  await t.test('lists and filters say the state of the day before any job has run', async () => {
    const begun = addDays(addMonths(today(), -12), -3)
    const lapsed = await issueMotor(administrator, contact.id, { effective_date: begun, existing_number: 'L-1' })
    await app.rows("update policy set status = 'in_force' where id = $1", [lapsed.id])
    const of = async (status: string) =>
      (await administrator.ok(operations.listPolicies, { filter: JSON.stringify({ status }) })).data.map(({ id }) => id)
    assert.deepEqual(await of('lapsed'), [lapsed.id])
    assert.deepEqual(await of('in_force'), [])
  })

  await t.test('at night they are stored, and holders follow', async () => {
    const holder = await client()
    const policy = await issueMotor(administrator, holder.id, { effective_date: today(), cover_agreed: true })
    assert.equal((await administrator.ok(customerOperations.getContact, { id: holder.id })).status, 'active')
    const past = addDays(today(), -1)
    await app.rows('update policy set effective_date = $2, expiry_date = $3, renewal_from = $2 where id = $1', [
      policy.id,
      addMonths(past, -12),
      past,
    ])
    await keepStatesOf(app.app.services, organizationId)
    const [stored] = await app.rows<{ status: string }>('select status from policy where id = $1', [policy.id])
    assert.equal(stored?.status, 'lapsed')
    const after = await administrator.ok(customerOperations.getContact, { id: holder.id })
    assert.deepEqual([after.status, after.valid_until], ['inactive', null])
    await keepStatesOf(app.app.services, organizationId)
  })

  await t.test('a tacit contract goes on by itself on its day, once, at the rates of the day; a declined one ends', async () => {
    const place = { wilaya: '16', address: '12 rue Didouche Mourad' }
    const home = async (existing_number: string, unit: string) =>
      administrator.ok(operations.createPolicy, {
        ...(await motorInput(administrator, contact.id)),
        product_id: await productOfCode(administrator, 'MRH'),
        guarantees: (await administrator.ok(operations.getPolicy, { id: (await draftHome()).id })).guarantees.map(({ code }) => ({ code })),
        objects: [{ kind: 'home', ...place, details: { rooms: 3, contents_centimes: 500_000_00, unit } }],
        effective_date: addMonths(today(), -12),
        existing_number,
      })
    const draftHome = async () => {
      const product_id = await productOfCode(administrator, 'MRH')
      const codes = await app.rows<{ code: string }>('select code from product_guarantee where organization_id = $1 and product_id = $2', [
        organizationId,
        product_id,
      ])
      return administrator.ok(operations.createPolicy, {
        ...(await motorInput(administrator, contact.id)),
        product_id,
        guarantees: codes.map(({ code }) => ({ code })),
        objects: [{ kind: 'home', ...place, details: { rooms: 3, contents_centimes: 500_000_00, unit: '0' } }],
        issue: false,
      })
    }
    const going = await home('H-1', '1')
    const leaving = await home('H-2', '2')
    assert.deepEqual([going.contract_type, going.status, going.expiry_date], ['tacit', 'to_renew', today()])
    const declined = await administrator.ok(operations.declineRenewal, {
      id: leaving.id,
      version: leaving.version,
      reason: 'sold_or_destroyed',
    })
    assert.equal(declined.status, 'cancelled')
    await keepStatesOf(app.app.services, organizationId)
    await keepStatesOf(app.app.services, organizationId)
    const renewed = await administrator.ok(operations.getPolicy, { id: going.id })
    assert.deepEqual(
      [renewed.status, renewed.effective_date, renewed.expiry_date, renewed.cover_awaits_payment],
      ['in_force', today(), addMonths(today(), 12), false],
    )
    assert.deepEqual(
      renewed.terms.map(({ number, outcome }) => [number, outcome]),
      [
        [2, 'open'],
        [1, 'renewed'],
      ],
    )
    const bills = await app.rows('select 1 from receivable where policy_id = $1', [going.id])
    assert.equal(bills.length, 1)
    assert.equal((await administrator.ok(operations.getPolicy, { id: leaving.id })).terms.length, 1)
  })

  await t.test('a number is never given twice, though many are asked at once and some came from elsewhere', async () => {
    const input = await motorInput(administrator, contact.id)
    const first = await administrator.ok(operations.createPolicy, input)
    const prefix = first.number.slice(0, 9)
    const taken = `${prefix}${String(Number(first.number.slice(9)) + 3).padStart(6, '0')}`
    await issueMotor(administrator, contact.id, { existing_number: taken, effective_date: inDays(-5) })
    const made = await Promise.all(Array.from({ length: 8 }, async () => issueMotor(administrator, contact.id)))
    const numbers = [first.number, taken, ...made.map(({ number }) => number)]
    assert.equal(new Set(numbers).size, numbers.length)
    for (const number of numbers) assert.ok(number.startsWith(prefix), number)
    const twice = await administrator.call(operations.createPolicy, { ...input, existing_number: taken })
    assert.equal(twice.status, 422)
  })
})
