import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policySearchText } from '#capabilities/policies/server/policy-words.ts'
import { keysOf, objectLabel, readObject } from '#capabilities/policies/insured-objects.ts'
import { checkObject } from '#capabilities/policies/check-object.ts'
import type { ObjectInput } from '#capabilities/policies/fields.ts'
import { statusOn, type PolicyDates } from '#capabilities/policies/rules.ts'
import { bucketOn, statusOn as billStatusOn, promiseStateOn, type BillState, type PromiseFacts } from '#capabilities/receivables/rules.ts'
import { nextStep, stateOf, type RecoveryDelays, type TakenStep } from '#capabilities/receivables/recovery-rules.ts'
import { checkPlate } from '#kernel/shared/plates.ts'
import { asOf, demonstrate, testApp } from './testing/demonstrate.ts'

const demo = await demonstrate(await testApp(), { seed: 3, name: 'Démonstration', customers: 1500 })
const { rows, records, figure } = demo

/** Fails with the first rows that a query of contradictions gives. */
const none = async (what: string, text: string): Promise<void> => assert.deepEqual((await rows(`${text} limit 3`)).slice(0, 3), [], what)

test('the ratios are those of a large demonstration', async () => {
  const per = async (table: string) => (await figure(`select count(*) from ${table} where organization_id = $1`)) / 1500
  for (const [table, least, most] of [
    ['policy', 1.7, 2.3],
    ['receivable', 2.6, 3.6],
    ['claim', 0.35, 0.65],
    ['activity', 4, 6],
  ] as const) {
    const found = await per(table)
    assert.ok(found >= least && found <= most, `${found} ${table} per customer`)
  }
})

test('every policy is in the state that the day makes of it', async () => {
  const policies = await records<PolicyDates & { number: string }>('policy')
  assert.ok(new Set(policies.map(({ status }) => status)).size >= 9)
  for (const policy of policies) assert.equal(statusOn(policy, asOf), policy.status, policy.number)
})

test('terms follow each other without overlap, and each bears its bills and amendments', async () => {
  await none(
    'overlap',
    `select a.policy_id from policy_term a join policy_term b on b.organization_id = a.organization_id and b.policy_id = a.policy_id and b.number > a.number
     where a.organization_id = $1 and b.effective_date < a.expiry_date`,
  )
  await none(
    'open but followed',
    `select policy_id from policy_term t where organization_id = $1 and (outcome = 'renewed') <> exists (select 1 from policy_term n where n.organization_id = t.organization_id and n.policy_id = t.policy_id and n.number = t.number + 1)`,
  )
  await none(
    'present term',
    `select p.number from policy p join policy_term t on t.organization_id = p.organization_id and t.policy_id = p.id
     where p.organization_id = $1 and t.number = (select max(number) from policy_term l where l.organization_id = p.organization_id and l.policy_id = p.id) and (p.effective_date, p.expiry_date) <> (t.effective_date, t.expiry_date)`,
  )
  await none(
    'bills of a term',
    `select p.number from policy p join lateral (select sum(total_premium_centimes) as total from policy_term t where t.organization_id = p.organization_id and t.policy_id = p.id) t on true
     join lateral (select sum(amount_centimes) as total from receivable r join policy_amendment a on a.organization_id = r.organization_id and a.id = r.amendment_id where r.organization_id = p.organization_id and r.policy_id = p.id and a.kind not in ('cancellation', 'voiding')) b on true
     where p.organization_id = $1 and t.total is distinct from b.total`,
  )
})

test('a premium is the sum of its parts, and of its guarantees', async () => {
  const parts =
    'net_premium_centimes + fee_centimes + vat_centimes + fga_centimes + stamp_centimes + graded_stamp_centimes + vehicle_tax_centimes'
  await none('policy', `select number from policy where organization_id = $1 and total_premium_centimes <> ${parts}`)
  await none('bill', `select number from receivable where organization_id = $1 and amount_centimes <> ${parts}`)
  await none(
    'guarantees',
    `select p.number from policy p left join policy_guarantee g on g.organization_id = p.organization_id and g.policy_id = p.id where p.organization_id = $1 group by p.id, p.number, p.net_premium_centimes having coalesce(sum(g.premium_centimes), 0) <> p.net_premium_centimes`,
  )
})

test('movements are numbered without a gap, from the new business on', async () => {
  await none(
    'numbers',
    `select p.number from policy p join policy_amendment a on a.organization_id = p.organization_id and a.policy_id = p.id where p.organization_id = $1 group by p.id, p.number, p.last_amendment having min(a.number) <> 0 or max(a.number) <> p.last_amendment or count(*) <> p.last_amendment + 1 or min(a.made_at) filter (where a.number = 0) > min(a.made_at)`,
  )
  await none('first', `select policy_id from policy_amendment where organization_id = $1 and (number = 0) <> (kind = 'new_business')`)
  await none(
    'renewals',
    `select p.number from policy p where p.organization_id = $1 and p.status <> 'draft' and (select count(*) from policy_amendment a where a.organization_id = p.organization_id and a.policy_id = p.id and a.kind in ('new_business', 'renewal')) <> (select count(*) from policy_term t where t.organization_id = p.organization_id and t.policy_id = p.id)`,
  )
})

test('no number is given twice, and the next one of each series is free', async () => {
  for (const table of ['policy', 'receivable', 'payment', 'claim'])
    await none(table, `select number from ${table} where organization_id = $1 group by number having count(*) > 1`)
  await none(
    'series',
    `select number from policy p left join number_series s on s.organization_id = p.organization_id and s.series = 'policy:' || left(p.number, 9) where p.organization_id = $1 and (p.number !~ '^\\d{15}$' or s.last_number is null or right(p.number, 6)::int > s.last_number)`,
  )
  await none(
    'bills',
    `select number from receivable r left join number_series s on s.organization_id = r.organization_id and s.series = 'receivable:' || to_char(r.issued_on, 'YYYY') where r.organization_id = $1 and (s.last_number is null or split_part(r.number, '-', 3)::int > s.last_number)`,
  )
})

test('what is paid is the sum of what payments give, and the state follows', async () => {
  await none(
    'paid',
    `select r.number from receivable r left join payment_allocation a on a.organization_id = r.organization_id and a.receivable_id = r.id where r.organization_id = $1 group by r.id, r.number, r.paid_centimes having coalesce(sum(a.amount_centimes), 0) <> r.paid_centimes`,
  )
  await none(
    'allocated',
    `select p.number from payment p left join payment_allocation a on a.organization_id = p.organization_id and a.payment_id = p.id where p.organization_id = $1 group by p.id, p.number, p.allocated_centimes having coalesce(sum(a.amount_centimes), 0) <> p.allocated_centimes`,
  )
  await none(
    'another customer',
    `select p.number from payment p join payment_allocation a on a.organization_id = p.organization_id and a.payment_id = p.id join receivable r on r.organization_id = a.organization_id and r.id = a.receivable_id where p.organization_id = $1 and (p.contact_id <> r.contact_id or p.paid_on < r.issued_on)`,
  )
  const bills = await records<BillState & { number: string; balance_centimes: number }>('receivable')
  for (const bill of bills) assert.equal(billStatusOn(bill, asOf), bill.status, bill.number)
  const ages = new Set(bills.filter(({ balance_centimes }) => balance_centimes > 0).map(({ due_date }) => bucketOn(due_date, asOf)))
  assert.ok(ages.size >= 6, [...ages].join(', '))
})

const delays: RecoveryDelays = {
  reminders: { reminder_sms: 7, reminder_email: 10, reminder_call: 12 },
  payment: 15,
  formalNotice: 30,
  termination: 10,
}

test('every unpaid premium of a running contract is recovered by the steps of the law, in the state of the day', async () => {
  await none(
    'forgotten',
    `select r.number from receivable r join policy p on p.organization_id = r.organization_id and p.id = r.policy_id where r.organization_id = $1 and r.balance_centimes > 0 and r.due_date < '${asOf}' and r.status = 'unpaid' and r.kind in ('cash', 'term')
       and not p.cover_awaits_payment and p.status in ('in_force', 'to_renew', 'renewed', 'suspended') and not exists (select 1 from dunning_case d where d.organization_id = r.organization_id and d.receivable_id = r.id)`,
  )
  const cases = await records<{
    id: string
    due_date: string
    state: string
    next_step: string | null
    next_on: string | null
    closed_on: string | null
    steps: TakenStep[] | null
  }>(
    `select to_jsonb(d) || jsonb_build_object('steps', (select json_agg(json_build_object('step', s.step, 'done_on', s.done_on, 'deadline', s.deadline) order by s.done_on) from dunning_step s where s.organization_id = d.organization_id and s.case_id = d.id)) as record from dunning_case d where organization_id = $1`,
  )
  assert.ok(cases.length > 50)
  for (const one of cases) {
    if (one.closed_on !== null) {
      assert.deepEqual([one.next_step, one.next_on], [null, null], one.id)
      continue
    }
    assert.equal(one.state, stateOf(one.steps ?? []), one.id)
    assert.deepEqual({ step: one.next_step, on: one.next_on }, nextStep(one.due_date, one.steps ?? [], delays, asOf), one.id)
  }
  await none(
    'suspended',
    `select p.number from policy p where p.organization_id = $1 and p.status = 'suspended' and not exists (select 1 from policy_suspension s where s.organization_id = p.organization_id and s.policy_id = p.id and s.until_date is null)`,
  )
  const promises = await records<PromiseFacts & { id: string }>('payment_promise')
  for (const promise of promises) assert.equal(promiseStateOn(promise, asOf), promise.state, promise.id)
})

interface KeptObject extends ObjectInput {
  readonly label: string
  readonly plate_key: string | null
  readonly place_key: string | null
}

test('what is insured reads, is called, and is found again as if it had been typed', async () => {
  const objects = await records<KeptObject>('insured_object')
  const year = Number(asOf.slice(0, 4))
  for (const kept of objects) {
    const read = readObject(kept)
    assert.ok(read, kept.label)
    assert.equal(objectLabel(read, null), kept.label)
    assert.deepEqual(keysOf(read), { plate_key: kept.plate_key, chassis: kept.chassis, place_key: kept.place_key }, kept.label)
    assert.deepEqual(checkObject(read, year), [], kept.label)
    if (kept.plate !== null) assert.deepEqual(checkPlate(kept.plate, year), { value: kept.plate })
  }
  await none(
    'future car',
    `select label from insured_object o join policy p on p.organization_id = o.organization_id and p.id = o.policy_id where o.organization_id = $1 and (o.details ->> 'first_year')::int > extract(year from p.created_at)`,
  )
})

test('a policy is found by its number, plates, chassis and holder', async () => {
  const cards = await rows<{
    number: string
    holder: string
    search_text: string
    objects: { label: string; plate: string | null; chassis: string | null }[]
  }>(
    `select p.number, c.name as holder, s.search_text, (select json_agg(json_build_object('label', o.label, 'plate', o.plate, 'chassis', o.chassis) order by o.created_at, o.id) from insured_object o where o.organization_id = p.organization_id and o.policy_id = p.id and o.until_date is null) as objects
     from policy p join contact c on c.organization_id = p.organization_id and c.id = p.contact_id join subject s on s.organization_id = p.organization_id and s.id = p.id where p.organization_id = $1`,
  )
  const words = (text: string) => [...new Set(text.split(' '))].toSorted()
  for (const { search_text, ...card } of cards) assert.deepEqual(words(search_text), words(policySearchText(card)), card.number)
})

test('customers stand as their contracts make them', async () => {
  await none(
    'until',
    `select c.code from contact c left join (select contact_id, max(least(expiry_date, end_date)) filter (where status in ('in_force', 'to_renew', 'renewed')) as until, bool_or(status in ('in_force', 'to_renew', 'renewed', 'suspended')) as covered from policy where organization_id = $1 group by contact_id) p on p.contact_id = c.id
     where c.organization_id = $1 and (c.valid_until is distinct from p.until or (coalesce(p.covered, false) and c.status not in ('active', 'litigation')) or (not coalesce(p.covered, false) and c.status = 'active'))`,
  )
  await none(
    'seen from elsewhere',
    `select c.code from policy p join contact c on c.organization_id = p.organization_id and c.id = p.contact_id where p.organization_id = $1 and (p.agency_id <> c.agency_id and p.status not in ('draft', 'void')) <> exists (select 1 from subject_agency s where s.organization_id = p.organization_id and s.subject_id = c.id and s.agency_id = p.agency_id and s.because = 'policy:' || p.id)`,
  )
})

test('some customer has much history, and some have none', async () => {
  const [great] = await rows<{ policies: number; activities: number }>(
    `select count(*)::int as policies, (select count(*) from activity a where a.organization_id = p.organization_id and a.subject_id = p.contact_id)::int as activities from policy p where organization_id = $1 group by p.organization_id, p.contact_id order by 1 desc limit 1`,
  )
  assert.ok((great?.policies ?? 0) >= 40 && (great?.activities ?? 0) >= 450, JSON.stringify(great))
  assert.ok(
    (await figure(
      `select count(*) from contact c where organization_id = $1 and not exists (select 1 from policy p where p.organization_id = c.organization_id and p.contact_id = c.id) and not exists (select 1 from activity a where a.organization_id = c.organization_id and a.subject_id = c.id)`,
    )) > 3,
  )
  assert.ok(
    (await figure(
      `select count(*) from (select policy_id from insured_object where organization_id = $1 group by policy_id having count(*) > 8) fleets`,
    )) > 0,
  )
})
