import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '#kernel/shared/days.ts'
import { deadlineOf, nextStep, refusalOf, stateOf, type DunningStep, type RecoveryDelays, type TakenStep } from './recovery-rules.ts'

const delays: RecoveryDelays = {
  reminders: { reminder_sms: 7, reminder_email: 10, reminder_call: 12 },
  payment: 15,
  formalNotice: 30,
  termination: 10,
}
const due = '2026-01-01'
const taken = (step: DunningStep, done_on: Day, deadline: Day | null = null): TakenStep => ({ step, done_on, deadline })
const noticed = taken('formal_notice', '2026-01-16', '2026-02-15')
const suspended = taken('suspension', '2026-02-15', '2026-02-25')

test('what comes next by art. 16, day by day', async (t) => {
  const cases: [name: string, steps: TakenStep[], today: Day, expected: [DunningStep, Day] | null][] = [
    ['on the due day the first reminder waits for its own', [], '2026-01-01', ['reminder_sms', '2026-01-08']],
    ['a reminder whose day has come', [], '2026-01-08', ['reminder_sms', '2026-01-08']],
    ['one that was overtaken is not asked for any more', [], '2026-01-11', ['reminder_email', '2026-01-11']],
    ['after the first comes the second', [taken('reminder_sms', '2026-01-08')], '2026-01-09', ['reminder_email', '2026-01-11']],
    ['after a later one the earlier are past', [taken('reminder_call', '2026-01-09')], '2026-01-09', ['formal_notice', '2026-01-16']],
    ['the formal notice comes when the fifteen days are over', [], '2026-01-16', ['formal_notice', '2026-01-16']],
    ['and stands there as long as it is not sent', [], '2026-06-01', ['formal_notice', '2026-01-16']],
    ['thirty days after the formal notice, the suspension', [noticed], '2026-01-20', ['suspension', '2026-02-15']],
    [
      'a late formal notice gives its own thirty days',
      [taken('formal_notice', '2026-03-01', '2026-03-31')],
      '2026-03-02',
      ['suspension', '2026-03-31'],
    ],
    ['ten days after the suspension, the termination', [noticed, suspended], '2026-02-20', ['termination', '2026-02-25']],
    ['then nothing', [noticed, suspended, taken('termination', '2026-02-25')], '2026-03-01', null],
  ]
  for (const [name, steps, today, expected] of cases)
    await t.test(name, () => {
      const next = nextStep(due, steps, delays, today)
      assert.deepEqual(next && [next.step, next.on], expected)
    })
})

test('no step of the law is skipped or taken before its day', async (t) => {
  const open = { due_date: due, closed_on: null }
  const cases: [name: string, step: DunningStep, steps: TakenStep[], today: Day, expected: string | null][] = [
    ['no formal notice within the fifteen days', 'formal_notice', [], '2026-01-15', 'before_its_day'],
    ['one when they are over', 'formal_notice', [], '2026-01-16', null],
    ['no second one', 'formal_notice', [noticed], '2026-01-20', 'taken'],
    ['no suspension without a formal notice', 'suspension', [], '2026-06-01', 'needs_formal_notice'],
    ['none within its thirty days', 'suspension', [noticed], '2026-02-14', 'before_its_day'],
    ['one on the thirtieth', 'suspension', [noticed], '2026-02-15', null],
    ['no termination without a suspension', 'termination', [noticed], '2026-06-01', 'needs_suspension'],
    ['none within the ten days', 'termination', [noticed, suspended], '2026-02-24', 'before_its_day'],
    ['one after them', 'termination', [noticed, suspended], '2026-02-25', null],
    ['a reminder any day after the due one', 'reminder_call', [], '2026-01-02', null],
    ['none before it', 'reminder_call', [], '2025-12-31', 'before_its_day'],
  ]
  for (const [name, step, steps, today, expected] of cases)
    await t.test(name, () => assert.equal(refusalOf(step, open, steps, delays, today), expected))
  await t.test('nothing once the case is closed', () =>
    assert.equal(refusalOf('formal_notice', { due_date: due, closed_on: '2026-01-20' }, [], delays, '2026-02-01'), 'closed'),
  )
})

test('a step freezes the day that it sets', () => {
  assert.equal(deadlineOf('formal_notice', '2026-01-16', delays), '2026-02-15')
  assert.equal(deadlineOf('formal_notice', '2028-01-31', delays), '2028-03-01')
  assert.equal(deadlineOf('suspension', '2026-02-15', delays), '2026-02-25')
  assert.equal(deadlineOf('termination', '2026-02-25', delays), null)
  assert.equal(deadlineOf('reminder_sms', '2026-01-08', delays), null)
})

test('where a case stands follows from the steps of the law', () => {
  assert.equal(stateOf([]), 'payment_window')
  assert.equal(stateOf([taken('reminder_call', '2026-01-13')]), 'payment_window')
  assert.equal(stateOf([noticed, taken('reminder_call', '2026-01-20')]), 'formal_notice')
  assert.equal(stateOf([noticed, suspended]), 'suspended')
})
