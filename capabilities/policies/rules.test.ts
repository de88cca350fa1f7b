import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import {
  coverFrom,
  daysLeft,
  expiryAfter,
  mayDo,
  policyActs,
  policyStatuses,
  proRata,
  renewalFrom,
  statusOn,
  type PolicyDates,
} from './rules.ts'
import { statusCases } from './testing/status-cases.ts'

test('the state of a policy on a day follows from what is stored and from time alone', () => {
  for (const { what, policy, day, is } of statusCases) assert.equal(statusOn(policy, day), is, `${what} on ${day}`)
})

test('at midnight in Algiers the state is that of the new day', () => {
  const policy: PolicyDates = {
    status: 'in_force',
    contract_type: 'firm',
    effective_date: '2025-11-24',
    expiry_date: '2026-11-24',
    end_date: null,
    cover_awaits_payment: false,
    renewal_from: null,
  }
  const at = (instant: string) => statusOn(policy, todayIn('Africa/Algiers', new Date(instant)))
  assert.equal(at('2026-11-23T22:59:59Z'), 'to_renew')
  assert.equal(at('2026-11-23T23:00:00Z'), 'lapsed')
})

test('a term is to be renewed from 45 days before its expiry, and never in its first half', () => {
  for (const [from, until, is] of [
    ['2026-01-01', '2027-01-01', '2026-11-17'],
    ['2023-03-01', '2024-03-01', '2024-01-16'],
    ['2026-01-01', '2026-07-01', '2026-05-17'],
    ['2026-01-01', '2026-02-01', '2026-01-17'],
    ['2026-01-01', '2026-01-04', '2026-01-03'],
  ] as const)
    assert.equal(renewalFrom(from, until), is, `${from} ${until}`)
  assert.equal(renewalFrom('2026-01-01', '2027-01-01', 60), '2026-11-02')
})

test('a term lasts what its code says, through ends of months and leap days', () => {
  for (const [from, code, is] of [
    ['2026-01-01', '12m', '2027-01-01'],
    ['2024-02-29', '12m', '2025-02-28'],
    ['2023-02-28', '12m', '2024-02-28'],
    ['2026-08-31', '6m', '2027-02-28'],
    ['2026-11-30', '3m', '2027-02-28'],
    ['2024-02-20', '10d', '2024-03-01'],
    ['2026-12-30', '3d', '2027-01-02'],
    ['2026-01-01', '12', null],
    ['2026-01-01', '0m', null],
    ['2026-01-01', 'an', null],
  ] as const)
    assert.equal(expiryAfter(from, code), is, `${from} ${code}`)
})

test('cover begins the day after the payment, never before the day agreed', () => {
  assert.equal(coverFrom('2026-12-01', '2026-11-24'), '2026-12-01')
  assert.equal(coverFrom('2026-11-25', '2026-11-24'), '2026-11-25')
  assert.equal(coverFrom('2026-11-24', '2026-11-24'), '2026-11-25')
  assert.equal(coverFrom('2026-11-01', '2026-11-30'), '2026-12-01')
})

test('days left are counted within the term, and shares of them half up on the amount', () => {
  const term = { effective_date: '2026-01-01', expiry_date: '2027-01-01' }
  assert.deepEqual(daysLeft(term, '2026-01-01'), { left: 365, of: 365 })
  assert.deepEqual(daysLeft(term, '2025-06-01'), { left: 365, of: 365 })
  assert.deepEqual(daysLeft(term, '2026-12-31'), { left: 1, of: 365 })
  assert.deepEqual(daysLeft(term, '2027-01-01'), { left: 0, of: 365 })
  assert.deepEqual(daysLeft({ effective_date: '2024-01-01', expiry_date: '2025-01-01' }, '2024-02-29'), { left: 307, of: 366 })
  for (const [amount, left, of, is] of [
    [36_500, 100, 365, 10_000],
    [-36_500, 100, 365, -10_000],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, 1, 3, 0],
    [0, 10, 365, 0],
    [9_007_199_254_740, 1, 1, 9_007_199_254_740],
  ] as const)
    assert.equal(proRata(amount, { left, of }), is, `${amount} × ${left}/${of}`)
})

test('a refund for the days left and the premium of the days gone make the whole, whatever the day', () => {
  const term = { effective_date: '2026-03-01', expiry_date: '2027-03-01' }
  for (let day = term.effective_date; day <= term.expiry_date; day = addDays(day, 7)) {
    const { left, of } = daysLeft(term, day)
    const whole = 4_017_33
    assert.ok(Math.abs(proRata(whole, { left, of }) + proRata(whole, { left: of - left, of }) - whole) <= 1, day)
  }
})

test('every move is allowed in the states where the trade allows it, and in no other', () => {
  const allowed: Readonly<Record<(typeof policyActs)[number], string>> = {
    edit_draft: 'draft',
    issue: 'draft',
    pay: 'awaiting_payment',
    amend: 'awaiting_payment in_force to_renew renewed suspended',
    suspend: 'in_force to_renew renewed',
    reinstate: 'suspended',
    renew: 'in_force to_renew lapsed expired',
    decline_renewal: 'in_force to_renew lapsed expired',
    cancel: 'awaiting_payment in_force to_renew renewed suspended',
    void: 'draft awaiting_payment in_force to_renew',
    remark: policyStatuses.join(' '),
  }
  for (const act of policyActs)
    assert.deepEqual(
      policyStatuses.filter((status) => mayDo(act, status)),
      policyStatuses.filter((status) => allowed[act].split(' ').includes(status)),
      act,
    )
})
