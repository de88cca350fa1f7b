import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#app/server/testing/test-app.ts'
import { customerOperations as customers } from '#capabilities/customers/contract.ts'
import { documentOperations as documents } from '#capabilities/documents/contract.ts'
import { organizationOperations as places } from '#capabilities/organization/contract.ts'
import { policyOperations as policies } from '#capabilities/policies/contract.ts'
import { issueMotor } from '#app/server/testing/motor-policy.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { receivableOperations as operations } from '../contract.ts'
import { nightOf } from './index.ts'

const today = todayIn('Africa/Algiers', new Date())
const card = { mode: 'cib_card' } as const
const codeOf = (answer: Answer) => `${String(answer.status)} ${(answer.body as { code: string }).code}`

test('bills and payments of an agency', async (t) => {
  const app = await testApp()
  const { administrator, organizationId, headOffice } = await app.organization()
  const teller = await app.person({ organizationId, agencyId: headOffice, role: 'user', scope: 'agency', name: 'Karim Meziane' })
  let made = 0
  const customer = async (agency_id?: string) => {
    made += 1
    const contact = { kind: 'individual', last_name: `Guichet ${String(made)}`, first_name: 'Amina', accept_duplicate: true } as const
    return (await administrator.ok(customers.createContact, { ...contact, ...(agency_id !== undefined && { agency_id }) })).id
  }
  const bill = (contact_id: string, dinars: number, daysAgo = 0) =>
    administrator.ok(operations.createReceivable, {
      contact_id,
      kind: 'adjustment',
      due_date: addDays(today, -daysAgo),
      issued_on: addDays(today, -Math.max(daysAgo, 0)),
      net_premium_centimes: dinars * 100,
    })

  await t.test('a policy is billed once when it is issued, and covers when its bill is paid', async () => {
    const id = await customer()
    const policy = await issueMotor(administrator, id)
    const { bills } = await teller.ok(operations.receivablesOf, { id })
    assert.deepEqual(
      bills.map((one) => [one.kind, one.policy_number, one.amount_centimes, one.balance_centimes, one.status]),
      [['cash', policy.number, policy.total_premium_centimes, policy.total_premium_centimes, 'issued']],
    )
    assert.match(bills[0]?.number ?? '', new RegExp(`^Q-${today.slice(0, 4)}-\\d{6}$`))
    const detail = await teller.ok(operations.getReceivable, { id: bills[0]?.id ?? '' })
    assert.equal(detail.net_premium_centimes, policy.net_premium_centimes)
    assert.equal(policy.status, 'awaiting_payment')
    await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: policy.total_premium_centimes, ...card })
    assert.equal((await teller.ok(policies.getPolicy, { id: policy.id })).status, 'in_force')
  })

  await t.test('cash for a compulsory cover asks first, and is refused where the product says so', async () => {
    const id = await customer()
    const policy = await issueMotor(administrator, id)
    const dues = await teller.ok(operations.duesOf, { id })
    assert.equal(dues.bills[0]?.cash, 'warn')
    const cash = { contact_id: id, amount_centimes: policy.total_premium_centimes, mode: 'cash' } as const
    assert.equal(codeOf(await teller.call(operations.recordPayment, cash)), '422 payment.cash_unconfirmed')
    await app.rows("update product set cash_rule = 'block' where organization_id = $1 and code = 'AUTO_PART'", [organizationId])
    assert.equal(codeOf(await teller.call(operations.recordPayment, { ...cash, confirm_cash: true })), '422 payment.cash_blocked')
    await app.rows("update product set cash_rule = 'warn' where organization_id = $1 and code = 'AUTO_PART'", [organizationId])
    const payment = await teller.ok(operations.recordPayment, { ...cash, confirm_cash: true })
    const [entry] = await app.rows<{ after: { cash_confirmed?: boolean } }>(
      'select d.after from audit_entry e join audit_detail d on d.entry_id = e.id where e.subject_id = $1',
      [payment.id],
    )
    assert.equal(entry?.after.cash_confirmed, true, 'the journal keeps that it was taken in spite of the warning')
    const old = await customer()
    await issueMotor(administrator, old)
    const before = { contact_id: old, amount_centimes: 100_00, mode: 'cash', paid_on: '2024-12-31' } as const
    assert.equal((await teller.call(operations.recordPayment, before)).status, 201, 'before the law')
  })

  await t.test('a cheque needs its number and bank, and nothing is dated of a day to come', async () => {
    const id = await customer()
    await bill(id, 100)
    const ask = async (over: object) =>
      codeOf(await teller.call(operations.recordPayment, { contact_id: id, amount_centimes: 100_00, mode: 'cheque', ...over }))
    assert.equal(await ask({}), '422 payment.reference_missing')
    assert.equal(await ask({ reference: '12' }), '422 payment.bank_missing')
    assert.equal(await ask({ mode: 'cib_card', paid_on: addDays(today, 1) }), '422 payment.in_future')
    assert.equal(await ask({ mode: 'cib_card', amount_centimes: 0 }), '422 payment.nothing')
  })

  await t.test('what is left of payments settles later bills, oldest first', async () => {
    const id = await customer()
    await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 500_00, ...card })
    assert.equal((await teller.ok(operations.receivablesOf, { id })).balance_centimes, -500_00)
    const [later, older] = [await bill(id, 400, 1), await bill(id, 300, 50)]
    assert.deepEqual(await teller.ok(operations.allocateCredit, { contact_id: id }), { allocated_centimes: 500_00, bills: 2 })
    assert.equal((await teller.ok(operations.getReceivable, { id: older.id })).status, 'paid')
    const shown = await teller.ok(operations.receivablesOf, { id })
    assert.deepEqual(
      [shown.balance_centimes, shown.overdue_centimes, shown.unallocated_centimes, shown.oldest_overdue_days],
      [200_00, 200_00, 0, 1],
    )
    assert.deepEqual(
      shown.bills.map((one) => [one.id, one.bucket]),
      [
        [later.id, 'd0_30'],
        [older.id, null],
      ],
    )
  })

  await t.test('a payment changes under one hand at a time', async () => {
    const id = await customer()
    const [a, b] = [await bill(id, 100), await bill(id, 100)]
    const payment = await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 100_00, ...card })
    const allocations = [{ receivable_id: b.id, amount_centimes: 100_00 }]
    await teller.ok(operations.reallocatePayment, { id: payment.id, version: payment.version, allocations })
    assert.equal((await teller.ok(operations.getReceivable, { id: a.id })).balance_centimes, 100_00)
    assert.equal(
      codeOf(await teller.call(operations.reallocatePayment, { id: payment.id, version: payment.version })),
      '409 version_conflict',
    )
  })

  await t.test('a promise is kept, kept in part or broken, told once and shown at once', async () => {
    const id = await customer()
    const [kept, half, broken] = [await bill(id, 100, 3), await bill(id, 200, 3), await bill(id, 300, 3)]
    for (const one of [kept, half, broken])
      await teller.ok(operations.recordPromise, { id: one.id, amount_centimes: one.amount_centimes, due_on: today })
    const pay = (receivable_id: string, dinars: number) =>
      teller.ok(operations.recordPayment, {
        contact_id: id,
        amount_centimes: dinars * 100,
        ...card,
        allocations: [{ receivable_id, amount_centimes: dinars * 100 }],
      })
    await pay(kept.id, 100)
    await pay(half.id, 100)
    const states = async () => new Map((await teller.ok(operations.receivablesOf, { id })).bills.map((one) => [one.id, one.promise?.state]))
    assert.deepEqual(
      [(await states()).get(kept.id), (await states()).get(half.id), (await states()).get(broken.id)],
      ['kept', 'waiting', 'waiting'],
    )
    await app.rows("update payment_promise set due_on = due_on - 1 where contact_id = $1 and state = 'waiting'", [id])
    assert.deepEqual(
      [(await states()).get(half.id), (await states()).get(broken.id)],
      ['part_kept', 'broken'],
      'before the night has passed',
    )
    await nightOf(app.app.services, organizationId)
    await nightOf(app.app.services, organizationId)
    const stored = await app.rows<{ state: string }>('select state from payment_promise where contact_id = $1 order by amount_centimes', [
      id,
    ])
    assert.deepEqual(
      stored.map(({ state }) => state),
      ['kept', 'part_kept', 'broken'],
    )
    const told = await app.rows<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from notification where subject_id = $1 group by kind order by kind',
      [id],
    )
    assert.deepEqual(told, [
      { kind: 'promise.broken', count: 2 },
      { kind: 'receivable.overdue', count: 2 },
    ])
    const late = await pay(broken.id, 300)
    assert.equal((await states()).get(broken.id), 'broken', 'paid after the promised day')
    await teller.ok(operations.voidPayment, { id: late.id, reason: 'Erreur de saisie' })
  })

  await t.test('the night stores what a day makes unpaid', async () => {
    const id = await customer()
    const one = await bill(id, 100)
    await app.rows('update receivable set due_date = due_date - 1 where id = $1', [one.id])
    assert.equal((await teller.ok(operations.getReceivable, { id: one.id })).status, 'unpaid')
    await nightOf(app.app.services, organizationId)
    assert.equal((await app.rows<{ status: string }>('select status from receivable where id = $1', [one.id]))[0]?.status, 'unpaid')
  })

  await t.test('a customer with a balance cannot leave, and is told how much', async () => {
    const id = await customer()
    const one = await bill(id, 1234)
    const refused = await administrator.call(customers.deleteContact, { id })
    assert.equal(refused.status, 422)
    assert.match((refused.body as unknown as { detail: string }).detail, /1[\u202f ]234,00/)
    await administrator.ok(operations.voidReceivable, { id: one.id, reason: 'Erreur d’émission' })
    assert.equal((await administrator.call(customers.deleteContact, { id })).status, 200)
  })

  await t.test('a bill is taken to law, given up and taken up again by those who may', async () => {
    const id = await customer()
    const one = await bill(id, 100, 5)
    const reason = 'Décision du comité'
    assert.equal((await teller.ok(operations.litigateReceivable, { id: one.id, reason })).status, 'litigation')
    assert.equal(codeOf(await teller.call(operations.writeOffReceivable, { id: one.id, reason })), '403 forbidden')
    const lost = await administrator.ok(operations.writeOffReceivable, { id: one.id, reason })
    assert.deepEqual([lost.status, lost.balance_centimes], ['written_off', 0])
    const again = await administrator.ok(operations.reopenReceivable, { id: one.id, reason })
    assert.deepEqual([again.status, again.balance_centimes], ['unpaid', 100_00])
    assert.equal(codeOf(await administrator.call(operations.reopenReceivable, { id: one.id, reason })), '422 receivable.cannot_reopen')
  })

  await t.test('voiding a paid-in-part bill leaves the money with the customer', async () => {
    const id = await customer()
    const one = await bill(id, 100)
    await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 40_00, ...card })
    await administrator.ok(operations.voidReceivable, { id: one.id, reason: 'Erreur d’émission' })
    const shown = await teller.ok(operations.receivablesOf, { id })
    assert.deepEqual([shown.unallocated_centimes, shown.balance_centimes], [40_00, -40_00])
  })

  await t.test('yesterday’s payments are voided by an administrator alone', async () => {
    const id = await customer()
    const payment = await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 40_00, ...card })
    await app.rows("update payment set created_at = created_at - interval '1 day' where id = $1", [payment.id])
    const wish = { id: payment.id, reason: 'Erreur de saisie' }
    assert.equal((await teller.ok(operations.getPayment, { id: payment.id })).can.void, false)
    assert.equal(codeOf(await teller.call(operations.voidPayment, wish)), '422 payment.day_closed')
    assert.equal((await administrator.ok(operations.voidPayment, wish)).state, 'void')
  })

  await t.test('a receipt is made once, and anew when the payment settles other bills', async () => {
    const id = await customer()
    await bill(id, 100)
    const payment = await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 60_00, ...card })
    const first = await teller.ok(operations.makeReceipt, { id: payment.id })
    assert.deepEqual(await teller.ok(operations.makeReceipt, { id: payment.id }), first)
    const file = await teller.call(documents.readFile, { id: first.document_id })
    assert.equal(file.status, 200)
    assert.match(String(file.body), /^%PDF/)
    const now = await teller.ok(operations.getPayment, { id: payment.id })
    await teller.ok(operations.reallocatePayment, { id: payment.id, version: now.version, allocate: 'none' })
    assert.notEqual((await teller.ok(operations.makeReceipt, { id: payment.id })).document_id, first.document_id)
  })

  await t.test('what another agency bills is counted, not shown', async () => {
    const other = await administrator.ok(places.createAgency, { number: '16222', name: 'Agence Bab', type: 'direct', wilaya: '16' })
    const id = await customer()
    await bill(id, 100)
    await app.rows('update receivable set agency_id = $1 where contact_id = $2', [other.id, id])
    const shown = await teller.ok(operations.receivablesOf, { id })
    assert.deepEqual([shown.bills.length, shown.elsewhere, shown.balance_centimes], [0, 1, 0])
    const payment = await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 100_00, ...card })
    assert.equal(payment.allocated_centimes, 0, 'money is not shared out behind another agency’s wall')
  })

  await t.test('lists, the age of what is due and the closing of the till tell the same sums', async () => {
    const list = await teller.ok(operations.listReceivables, { filter: JSON.stringify({ open: true }), limit: 200, total: 'exact' })
    const due = list.data.filter((one) => one.balance_centimes > 0)
    const aged = await teller.ok(operations.agedBalance, { by: 'agency' })
    assert.equal(
      aged.total.total_centimes,
      due.reduce((sum, one) => sum + one.balance_centimes, 0),
    )
    assert.equal(aged.data.length, 1)
    for (const bucket of aged.total.buckets)
      assert.equal(
        bucket.amount_centimes,
        due.filter((one) => one.bucket === bucket.bucket).reduce((sum, one) => sum + one.balance_centimes, 0),
        bucket.bucket,
      )
    const late = await teller.ok(operations.listReceivables, { filter: JSON.stringify({ late: true }), limit: 200, sort: 'due_date' })
    assert.ok(late.data.length > 0 && late.data.every((one) => ['unpaid', 'litigation'].includes(one.status)))
    assert.equal(
      (await administrator.ok(operations.agedBalance, { by: 'region' })).total.bills,
      (await administrator.ok(operations.agedBalance, { by: 'contact' })).total.bills,
    )
    const till = await teller.ok(operations.dayOfTill, { agency_id: headOffice })
    const received = await teller.ok(operations.listPayments, {
      filter: JSON.stringify({ paid_on: today, state: 'recorded', agency_id: headOffice }),
      limit: 200,
    })
    assert.equal(
      till.net_centimes,
      received.data.reduce((sum, one) => sum + one.amount_centimes, 0),
    )
    const promised = await teller.ok(operations.listPromises, { filter: JSON.stringify({ state: 'broken' }) })
    assert.ok(promised.data.length > 0)
    const number = list.data[0]?.number ?? ''
    assert.equal((await teller.ok(operations.listReceivables, { q: number })).data[0]?.number, number)
  })
})
