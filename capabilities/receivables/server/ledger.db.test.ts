import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations as customers } from '#capabilities/customers/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { receivableOperations as operations } from '../contract.ts'

const today = todayIn('Africa/Algiers', new Date())

const app = await testApp({ connections: 8 })
const { administrator, organizationId, headOffice: agencyId } = await app.organization()
const teller = await app.person({ organizationId, agencyId, role: 'user', scope: 'agency', name: 'Karim Meziane' })

let made = 0
const customer = async (): Promise<string> => {
  made += 1
  const contact = await administrator.ok(customers.createContact, {
    kind: 'individual',
    last_name: `Caisse ${String(made)}`,
    first_name: 'Client',
    accept_duplicate: true,
  })
  return contact.id
}
const bill = async (contactId: string, dinars: number, daysAgo = 0, kind: 'adjustment' | 'refund' = 'adjustment') =>
  administrator.ok(operations.createReceivable, {
    contact_id: contactId,
    kind,
    due_date: addDays(today, -daysAgo),
    net_premium_centimes: dinars * 100,
  })

/** What no sequence of acts may ever break, asked of the rows themselves. */
const assertBooks = async (): Promise<void> => {
  const wrongBills =
    await app.rows(`select r.number, r.status, r.amount_centimes, r.paid_centimes, r.balance_centimes, s.paid from receivable r
    left join lateral (select coalesce(sum(a.amount_centimes), 0) as paid from payment_allocation a where a.organization_id = r.organization_id and a.receivable_id = r.id) s on true
    where r.paid_centimes <> s.paid or abs(s.paid) > abs(r.amount_centimes) or s.paid * sign(r.amount_centimes) < 0
      or r.balance_centimes <> case when r.status in ('void', 'written_off') then 0 else r.amount_centimes - s.paid end
      or (r.status in ('paid', 'refunded')) <> (s.paid = r.amount_centimes and r.status <> 'written_off')`)
  assert.deepEqual(wrongBills, [])
  const wrongPayments =
    await app.rows(`select p.number, p.state, p.amount_centimes, p.allocated_centimes, p.refunded_centimes, s.shared, b.back from payment p
    left join lateral (select coalesce(sum(a.amount_centimes), 0) as shared from payment_allocation a where a.organization_id = p.organization_id and a.payment_id = p.id) s on true
    left join lateral (select coalesce(-sum(o.amount_centimes), 0) as back from payment o where o.organization_id = p.organization_id and o.refund_of = p.id and o.state = 'recorded') b on true
    where (p.refund_of is null and p.allocated_centimes <> s.shared) or (p.state <> 'recorded' and s.shared <> 0)
      or (p.state = 'recorded' and p.refunded_centimes <> b.back) or (p.amount_centimes >= 0 and s.shared + p.refunded_centimes > p.amount_centimes)`)
  assert.deepEqual(wrongPayments, [])
  const [sums] = await app.rows<{ received: string; paid: string; left: string }>(`select
    (select coalesce(sum(amount_centimes), 0) from payment where state = 'recorded') as received,
    (select coalesce(sum(paid_centimes), 0) from receivable) as paid, (select coalesce(sum(available_centimes), 0) from payment) as left`)
  assert.equal(Number(sums?.received), Number(sums?.paid) + Number(sums?.left), 'every centime received is on a bill or with the customer')
}

const balanceBySql = async (contactId: string): Promise<number> => {
  const [row] = await app.rows<{ balance: string }>(
    `select (select coalesce(sum(balance_centimes), 0) from receivable where contact_id = $1) - (select coalesce(sum(available_centimes), 0) from payment where contact_id = $1) as balance`,
    [contactId],
  )
  return Number(row?.balance)
}

const card = { mode: 'cib_card' } as const
const cheque = { mode: 'cheque', reference: '0012345', bank: 'BNA' } as const

test('two tellers take the same bill at once: it is settled once, the other payment stays with the customer', async () => {
  const id = await customer()
  const due = await bill(id, 1000)
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 1000_00, ...card })),
  )
  assert.deepEqual(
    answers.map((payment) => payment.allocated_centimes).toSorted((a, b) => b - a),
    [1000_00, 0, 0, 0],
  )
  const typed = await teller.call(operations.recordPayment, {
    contact_id: id,
    amount_centimes: 1000_00,
    ...card,
    allocations: [{ receivable_id: due.id, amount_centimes: 1000_00 }],
  })
  assert.deepEqual([typed.status, (typed.body as unknown as { code: string }).code], [422, 'payment.not_due'])
  await assertBooks()
})

test('a request repeated with its key is one payment, however close the two come', async () => {
  const id = await customer()
  await bill(id, 500)
  const key = { 'idempotency-key': `caisse-${id}` }
  const wish = { contact_id: id, amount_centimes: 300_00, ...card }
  const answers = await Promise.all([1, 2, 3].map(() => teller.call(operations.recordPayment, wish, key)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
  assert.equal((await app.rows('select 1 from payment where contact_id = $1', [id])).length, 1)
})

test('a bounced cheque makes everything due again, and its refund a debt', async () => {
  const id = await customer()
  const [first, second] = [await bill(id, 600, 40), await bill(id, 300, 10)]
  const payment = await teller.ok(operations.recordPayment, { contact_id: id, amount_centimes: 1000_00, ...cheque })
  assert.equal(payment.available_centimes, 100_00)
  await teller.ok(operations.refundCustomer, { contact_id: id, payment_id: payment.id, amount_centimes: 100_00, mode: 'transfer' })
  assert.equal(await balanceBySql(id), 0)
  const voided = await teller.call(operations.voidPayment, { id: payment.id, reason: 'Saisi deux fois' })
  assert.equal((voided.body as unknown as { code: string }).code, 'payment.refunded')
  const bounced = await teller.ok(operations.bouncePayment, { id: payment.id, reason: 'Sans provision' })
  assert.deepEqual([bounced.state, bounced.allocated_centimes, bounced.available_centimes], ['bounced', 0, 0])
  for (const { id: billId } of [first, second]) assert.equal((await teller.ok(operations.getReceivable, { id: billId })).status, 'unpaid')
  assert.equal(await balanceBySql(id), 1000_00, 'the bills, and what was given back of a cheque that had no money')
  assert.equal((await teller.ok(operations.receivablesOf, { id })).balance_centimes, 1000_00)
  await assertBooks()
})

test('a refund bill is set off against another without any money', async () => {
  const id = await customer()
  const [owed, back] = [await bill(id, 1000), await bill(id, 400, 0, 'refund')]
  assert.equal(back.amount_centimes, -400_00)
  const payment = await teller.ok(operations.recordPayment, {
    contact_id: id,
    amount_centimes: 0,
    mode: 'offset',
    allocations: [
      { receivable_id: owed.id, amount_centimes: 400_00 },
      { receivable_id: back.id, amount_centimes: -400_00 },
    ],
  })
  assert.equal(payment.allocated_centimes, 0)
  assert.equal((await teller.ok(operations.getReceivable, { id: back.id })).status, 'refunded')
  assert.equal((await teller.ok(operations.getReceivable, { id: owed.id })).balance_centimes, 600_00)
  await assertBooks()
})

/** Draws that are the same at each run, so that a failure can be looked at. */
const draws = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('many tellers at the same customers', () => {
  for (const seed of [11, 29, 47])
    test(`never lose nor share out a centime too much (draw ${String(seed)})`, async () => {
      const draw = draws(seed)
      const contacts = await Promise.all([customer(), customer()])
      const bills = (
        await Promise.all(
          contacts.flatMap((id) =>
            Array.from({ length: 6 }, (_, at) => bill(id, 100 + draw(900), at * 20, at === 5 ? 'refund' : 'adjustment')),
          ),
        )
      ).map((one) => ({ id: one.id, contactId: one.contact_id, amount: one.amount_centimes }))
      const payments: { id: string; contactId: string; version: number; mode: string }[] = []
      const pick = <T>(from: readonly T[]): T => from[draw(from.length)] as T
      const act = async (): Promise<number> => {
        const contactId = pick(contacts)
        const theirs = payments.filter((payment) => payment.contactId === contactId)
        const kind = draw(10)
        if (kind < 4 || theirs.length === 0) {
          const wanted = pick(bills.filter((one) => one.contactId === contactId && one.amount > 0))
          const amount = 1 + draw(60_000)
          const answer = await teller.call(operations.recordPayment, {
            contact_id: contactId,
            amount_centimes: amount,
            ...(draw(2) === 0 ? card : cheque),
            ...(draw(3) === 0 && { allocations: [{ receivable_id: wanted.id, amount_centimes: 1 + draw(amount) }] }),
          })
          if (answer.status === 201) payments.push({ id: answer.body.id, contactId, version: answer.body.version, mode: answer.body.mode })
          return answer.status
        }
        const one = pick(theirs)
        if (kind === 4) return (await teller.call(operations.bouncePayment, { id: one.id, reason: 'Sans provision' })).status
        if (kind === 5) return (await teller.call(operations.voidPayment, { id: one.id, reason: 'Erreur de saisie' })).status
        if (kind === 6) return (await teller.call(operations.allocateCredit, { contact_id: contactId })).status
        if (kind === 7) {
          const current = await teller.call(operations.getPayment, { id: one.id })
          return (await teller.call(operations.reallocatePayment, { id: one.id, version: current.body.version })).status
        }
        if (kind === 8)
          return (
            await teller.call(operations.refundCustomer, {
              contact_id: contactId,
              payment_id: one.id,
              amount_centimes: 1 + draw(5000),
              mode: 'cib_card',
            })
          ).status
        const [first, refund] = [
          bills.find((b) => b.contactId === contactId && b.amount > 0),
          bills.find((b) => b.contactId === contactId && b.amount < 0),
        ]
        return draw(2) === 0
          ? (await administrator.call(operations.voidReceivable, { id: first?.id ?? '', reason: 'Erreur d’émission' })).status
          : (
              await teller.call(operations.refundCustomer, {
                contact_id: contactId,
                receivable_id: refund?.id ?? '',
                amount_centimes: 1 + draw(20_000),
                mode: 'cib_card',
              })
            ).status
      }
      const met = new Set<number>()
      for (let round = 0; round < 8; round += 1) {
        for (const status of await Promise.all(Array.from({ length: 16 }, act))) met.add(status)
        await assertBooks()
      }
      assert.deepEqual(
        [...met].filter((status) => ![200, 201, 409, 422].includes(status)),
        [],
        'nothing but done or refused',
      )
      assert.ok(met.has(200) && met.has(201) && met.has(422))
      for (const id of contacts) {
        const shown = await teller.ok(operations.receivablesOf, { id })
        assert.equal(shown.balance_centimes, await balanceBySql(id))
        assert.equal(
          shown.buckets.reduce((sum, bucket) => sum + bucket.amount_centimes, 0),
          shown.bills.reduce((sum, one) => sum + Math.max(0, one.balance_centimes), 0),
        )
      }
    })
})
