import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { todayIn } from '#kernel/shared/days.ts'
import type { WorkCalendar } from '#kernel/shared/working-days.ts'
import { clocksOf, declarationDeadline, isLate, nextDeadline, settlementDeadline, type ClaimDays, type ClaimDelays } from './clocks.ts'

const delays: ClaimDelays = {
  declaration: 7,
  declarationTheft: 3,
  declarationHail: 4,
  declarationLivestockHours: 24,
  declarationCatnat: 30,
  expert: 7,
  settlementMotor: 21,
  settlementIda: 45,
  settlementCatnat: 90,
  prescriptionYears: 3,
}
/** 1 November 2026 is a Sunday and a holiday. */
const calendar: WorkCalendar = { weekend: [5, 6], holidays: new Set(['2026-11-01']) }

const claim: ClaimDays = {
  status: 'declared',
  nature: 'collision_third_party',
  branch: '11',
  event: null,
  convention: null,
  occurred_on: '2026-11-02',
  occurred_at_time: null,
  declared_on: '2026-11-04',
  declared_at_time: null,
  catnat_published_on: null,
  expert_assigned_on: null,
  settled_on: null,
  closed_on: null,
}

const deadlines: ReadonlyArray<readonly [string, Partial<ClaimDays>, string | null]> = [
  ['seven days for an accident, rest days counted', { occurred_on: '2026-11-02' }, '2026-11-09'],
  ['seven days over the end of a year', { occurred_on: '2026-12-28' }, '2027-01-04'],
  ['three worked days for a theft of a Sunday', { nature: 'theft', occurred_on: '2026-11-08' }, '2026-11-11'],
  ['a theft of Tuesday ends after the weekend', { nature: 'theft', occurred_on: '2026-11-10' }, '2026-11-15'],
  ['a theft of Thursday before a weekend and a holiday', { nature: 'theft', occurred_on: '2026-10-29' }, '2026-11-04'],
  ['a theft on the day of rest itself', { nature: 'theft', occurred_on: '2026-11-13' }, '2026-11-17'],
  ['an attempted theft and a burglary alike', { nature: 'home_theft', occurred_on: '2026-11-08' }, '2026-11-11'],
  ['four days for hail', { nature: 'natural_event', event: 'hail', occurred_on: '2026-11-02' }, '2026-11-06'],
  ['seven days for a flood', { nature: 'natural_event', event: 'flood', occurred_on: '2026-11-02' }, '2026-11-09'],
  ['the next day for livestock', { nature: 'livestock_death', occurred_on: '2026-11-02' }, '2026-11-03'],
  ['nothing yet for a catastrophe that is not published', { nature: 'catnat' }, null],
  ['thirty days from the Journal Officiel', { nature: 'catnat', catnat_published_on: '2026-11-20' }, '2026-12-20'],
]
for (const [what, change, due] of deadlines)
  test(`to be declared: ${what}`, () => equal(declarationDeadline({ ...claim, ...change }, delays, calendar)?.on ?? null, due))

test('the last day is still in time, the next one is not', () => {
  const deadline = { on: '2026-11-09', time: null, unit: 'day' } as const
  deepEqual(
    ['2026-11-08', '2026-11-09', '2026-11-10'].map((day) => isLate(deadline, day, null)),
    [false, false, true],
  )
})

test('twenty-four hours end at the hour of the event', () => {
  const deadline = declarationDeadline({ ...claim, nature: 'livestock_death', occurred_at_time: '14:30' }, delays, calendar)
  deepEqual(deadline, { on: '2026-11-03', time: '14:30', unit: 'day' })
  if (deadline === null) throw new Error('there is a deadline')
  deepEqual(
    [
      ['2026-11-03', '14:30'],
      ['2026-11-03', '14:31'],
      ['2026-11-03', null],
      ['2026-11-04', '00:00'],
    ].map(([day, time]) => isLate(deadline, day ?? '', time ?? null)),
    [false, true, false, true],
  )
})

const settlements: ReadonlyArray<readonly [string, Partial<ClaimDays>, string | null]> = [
  ['21 days for a vehicle', {}, '2026-11-25'],
  ['45 days by the IDA convention', { convention: 'ida' }, '2026-12-19'],
  ['90 days for a natural catastrophe', { nature: 'catnat' }, '2027-02-02'],
  ['no legal delay for a home', { nature: 'water_damage', branch: '12' }, null],
  ['nor for the windows of a home', { nature: 'glass', branch: '12' }, null],
]
for (const [what, change, due] of settlements)
  test(`to be settled: ${what}`, () => equal(settlementDeadline({ ...claim, ...change }, delays)?.on ?? null, due))

const on = (change: Partial<ClaimDays>, today: string) =>
  Object.fromEntries(clocksOf({ ...claim, ...change }, today, delays, calendar).map((one) => [one.kind, [one.state, one.left]]))

test('the clocks of an open file run, are late the day after, and rest once met', () => {
  deepEqual(on({}, '2026-11-10'), {
    declaration: ['met', null],
    expert: ['running', 1],
    settlement: ['running', 15],
    prescription: ['running', 1088],
  })
  deepEqual(on({}, '2026-11-12')['expert'], ['late', -1])
  deepEqual(on({ expert_assigned_on: '2026-11-11' }, '2026-11-30')['expert'], ['met', null])
  deepEqual(on({ expert_assigned_on: '2026-11-12' }, '2026-11-30')['expert'], ['met_late', null])
  deepEqual(on({ declared_on: '2026-11-10' }, '2026-11-10')['declaration'], ['met_late', null])
})

test('a file that ended keeps only the clocks that it met', () => {
  deepEqual(Object.keys(on({ status: 'rejected', closed_on: '2026-11-10' }, '2026-12-30')), ['declaration'])
  deepEqual(Object.keys(on({ status: 'settled', settled_on: '2026-11-20', expert_assigned_on: '2026-11-05' }, '2026-12-30')), [
    'declaration',
    'expert',
    'settlement',
  ])
})

test('a draft waits only for its declaration, in worked days for a theft', () => {
  deepEqual(on({ status: 'draft', nature: 'theft', occurred_on: '2026-11-10' }, '2026-11-11'), { declaration: ['running', 2] })
})

test('a claim becomes late at midnight in Algiers, an hour before that of Greenwich', () => {
  const due = { expert_assigned_on: '2026-11-05' }
  const at = (instant: string) => on(due, todayIn('Africa/Algiers', new Date(instant)))['settlement']
  deepEqual(at('2026-11-25T22:59:59Z'), ['running', 0])
  deepEqual(at('2026-11-25T23:00:00Z'), ['late', -1])
})

const nexts: ReadonlyArray<readonly [string, Partial<ClaimDays>, string | null]> = [
  ['the expert first', {}, 'expert 2026-11-11'],
  ['then the settlement', { expert_assigned_on: '2026-11-05' }, 'settlement 2026-11-25'],
  ['the prescription where no other runs', { nature: 'private_liability', branch: '12' }, 'prescription 2029-11-02'],
  ['a leap day ages on the 28th', { nature: 'private_liability', branch: '12', occurred_on: '2028-02-29' }, 'prescription 2031-02-28'],
  ['nothing once it is settled', { status: 'settled', settled_on: '2026-11-20', expert_assigned_on: '2026-11-05' }, null],
  ['nothing once it is rejected', { status: 'rejected', closed_on: '2026-11-20' }, null],
]
for (const [what, change, next] of nexts)
  test(`the next deadline: ${what}`, () => {
    const found = nextDeadline({ ...claim, ...change }, delays, calendar)
    equal(found && `${found.kind} ${found.due_on}`, next)
  })
