import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextActs, type NextAct } from './next-acts.ts'
import type { Profile } from './profile-contract.ts'

const today = '2026-11-23'
const now = '2026-11-23T09:00:00.000Z'
const nothing = { policies: null, claims: null, receivables: null, reminders: null }

const policies = (...lines: object[]) =>
  ({
    data: lines.map((line) => ({ status: 'in_force', expiry_date: '2027-05-02', doubly_insured: false, ...line })),
    elsewhere: 0,
    in_force: { count: 0, total_premium_centimes: 0 },
  }) as unknown as Profile['policies']
const claims = (...lines: object[]) =>
  ({ data: lines.map((line) => ({ clock: null, papers_missing: 0, ...line })), elsewhere: 0 }) as unknown as Profile['claims']
const money = (bills: object[], promises: object[] = []) =>
  ({
    bills: bills.map((bill) => ({ balance_centimes: 100, days_late: null, ...bill })),
    promises,
    overdue_centimes: 5000,
  }) as unknown as Profile['receivables']
const reminders = (...lines: object[]) => ({ data: lines, open: 0 }) as unknown as Profile['reminders']

const kinds = (acts: readonly NextAct[]) => acts.map(({ kind }) => kind)

test('what a file calls for today', async (t) => {
  const cases: [name: string, profile: Partial<typeof nothing> | object, expected: string[]][] = [
    ['nothing is asked for a customer without anything', {}, []],
    ['a policy far from its expiry asks for nothing', { policies: policies({}) }, []],
    ['a renewal is proposed from 45 days before', { policies: policies({ expiry_date: '2027-01-07' }) }, ['renew']],
    ['not yet at 46 days', { policies: policies({ expiry_date: '2027-01-08' }) }, []],
    ['still on the day itself', { policies: policies({ status: 'to_renew', expiry_date: today }) }, ['renew']],
    ['a suspended policy is told', { policies: policies({ status: 'suspended' }) }, ['suspended']],
    ['a policy that waits for its first payment too', { policies: policies({ status: 'awaiting_payment' }) }, ['collect_first']],
    ['a lapsed policy may be won back for 90 days', { policies: policies({ status: 'lapsed', expiry_date: '2026-08-25' }) }, ['win_back']],
    ['and no longer after', { policies: policies({ status: 'lapsed', expiry_date: '2026-08-24' }) }, []],
    ['a cancelled policy asks for nothing', { policies: policies({ status: 'cancelled', expiry_date: today }) }, []],
    ['what is insured twice is to be looked at', { policies: policies({ doubly_insured: true }) }, ['doubly_insured']],
    ['several late bills are one thing to do', { receivables: money([{ days_late: 3 }, { days_late: 40 }]) }, ['overdue']],
    ['a bill not yet due is not dunned', { receivables: money([{ days_late: -4 }]) }, []],
    [
      'a broken promise stands before the bill itself',
      { receivables: money([{ days_late: 9 }], [{ state: 'broken', due_on: '2026-11-15' }]) },
      ['broken_promise', 'overdue'],
    ],
    ['a broken promise is forgotten once all is paid', { receivables: money([], [{ state: 'broken', due_on: '2026-11-15' }]) }, []],
    ['a deadline three days off presses', { claims: claims({ clock: { kind: 'expert', left: 3, late: false } }) }, ['claim_clock']],
    ['four days off it does not', { claims: claims({ clock: { kind: 'expert', left: 4, late: false } }) }, []],
    ['prescription is no task of the day', { claims: claims({ clock: { kind: 'prescription', left: 1, late: false } }) }, []],
    [
      'missing papers are asked for',
      { claims: claims({ clock: { kind: 'settlement', left: 12, late: false }, papers_missing: 2 }) },
      ['claim_papers'],
    ],
    ['a reminder whose time has come', { reminders: reminders({ state: 'waiting', due_at: '2026-11-23T08:59:00.000Z' }) }, ['reminder']],
    [
      'not one that is to come, nor one that is done',
      { reminders: reminders({ state: 'waiting', due_at: '2026-11-23T09:01:00.000Z' }, { state: 'done', due_at: now }) },
      [],
    ],
  ]
  for (const [name, profile, expected] of cases)
    await t.test(name, () => assert.deepEqual(kinds(nextActs({ ...nothing, ...profile }, today, now)), expected))
})

test('the most urgent comes first, a reminder that somebody set before all', () => {
  const acts = nextActs(
    {
      policies: policies({ expiry_date: '2026-12-11' }, { expiry_date: '2026-11-25' }, { status: 'suspended' }),
      claims: claims({ clock: { kind: 'settlement', left: -2, late: true } }),
      receivables: money([{ days_late: 32 }]),
      reminders: reminders({ state: 'fired', due_at: now }),
    },
    today,
    now,
  )
  assert.deepEqual(kinds(acts), ['reminder', 'claim_clock', 'suspended', 'overdue', 'renew', 'renew'])
  assert.deepEqual(
    acts.flatMap((act) => (act.kind === 'renew' ? [act.policy.expiry_date] : [])),
    ['2026-11-25', '2026-12-11'],
  )
})
