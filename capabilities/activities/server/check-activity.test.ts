import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/shared/problem.ts'
import { checkActivity, occurredAt } from './check-activity.ts'

const now = '2026-11-23T10:00:00.000Z'
const empty = { direction: null, outcome: null, body: '', duration_minutes: null } as const

const refusals = [
  { facts: { ...empty, kind: 'note' }, code: 'activity.empty_note' },
  { facts: { ...empty, kind: 'note', body: 'Reçu', duration_minutes: 5 }, code: 'activity.note_length' },
  { facts: { ...empty, kind: 'visit', outcome: 'reached' }, code: 'activity.not_a_call' },
  { facts: { ...empty, kind: 'note', body: 'Reçu', direction: 'in' }, code: 'activity.not_a_call' },
] as const

for (const { facts, code } of refusals)
  test(`what a ${facts.kind} cannot hold is refused: ${code}`, () => {
    throws(
      () => checkActivity(facts),
      (error) => error instanceof Problem && error.status === 422 && error.code === code && error.errors.length === 1,
    )
  })

test('a call without words and a visit with its length are accepted', () => {
  equal(checkActivity({ ...empty, kind: 'call', direction: 'out', outcome: 'busy' }), undefined)
  equal(checkActivity({ ...empty, kind: 'visit', duration_minutes: 45 }), undefined)
})

test('an exchange took place now unless said, at most now, and never later', () => {
  deepEqual(
    [undefined, '2026-11-20T08:30:00.000Z', '2026-11-23T10:00:30.000Z'].map((given) => occurredAt(given, now)),
    [now, '2026-11-20T08:30:00.000Z', now],
  )
  throws(
    () => occurredAt('2026-11-23T10:05:00.000Z', now),
    (error) => error instanceof Problem && error.code === 'activity.in_future',
  )
})
