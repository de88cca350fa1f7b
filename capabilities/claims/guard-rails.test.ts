import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import {
  duplicatesOf,
  flagsOf,
  paymentWarnings,
  warningsOfClosing,
  type Cover,
  type DeclarationFlag,
  type DeclaredFacts,
  type NearbyClaim,
} from './guard-rails.ts'
import type { ClaimDelays } from './clocks.ts'

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

const facts: DeclaredFacts = {
  nature: 'collision_third_party',
  event: null,
  occurred_on: '2026-06-10',
  occurred_at_time: null,
  declared_on: '2026-06-12',
  declared_at_time: null,
  catnat_published_on: null,
  guarantees: ['DASC'],
  plates: ['1234511616'],
}
const cover: Cover = {
  status: 'in_force',
  terms: [
    { from: '2025-01-01', until: '2026-01-01' },
    { from: '2026-01-01', until: '2027-01-01' },
  ],
  effective_time: '12:00',
  ended_on: null,
  suspensions: [{ from: '2026-03-01', until: '2026-04-01' }],
  guarantees: ['RC', 'DASC'],
  object: { from: '2025-01-01', until: null },
}

const cases: ReadonlyArray<readonly [string, Partial<DeclaredFacts>, Partial<Cover>, readonly DeclarationFlag[]]> = [
  ['nothing about a plain one', {}, {}, []],
  ['the first day of cover, after its hour', { occurred_on: '2025-01-01', declared_on: '2025-01-02', occurred_at_time: '12:00' }, {}, []],
  [
    'the first day of cover, before its hour',
    { occurred_on: '2025-01-01', declared_on: '2025-01-02', occurred_at_time: '11:59' },
    {},
    ['outside_cover'],
  ],
  [
    'the first day of a later term, in the morning',
    { occurred_on: '2026-01-01', declared_on: '2026-01-02', occurred_at_time: '08:00' },
    {},
    [],
  ],
  ['the day before cover', { occurred_on: '2024-12-31', declared_on: '2025-01-02' }, {}, ['outside_cover', 'object_not_insured']],
  ['the last day of cover', { occurred_on: '2026-12-31', declared_on: '2026-12-31' }, {}, []],
  ['the day of expiry', { occurred_on: '2027-01-01', declared_on: '2027-01-02' }, {}, ['outside_cover']],
  ['a policy that ended before', {}, { ended_on: '2026-06-10' }, ['outside_cover']],
  ['a policy that ended the day after', {}, { ended_on: '2026-06-11' }, []],
  ['a policy that never took effect', {}, { status: 'void' }, ['outside_cover']],
  ['the first day of a suspension', { occurred_on: '2026-03-01', declared_on: '2026-03-02' }, {}, ['suspended']],
  ['the last day of a suspension', { occurred_on: '2026-03-31', declared_on: '2026-03-31' }, {}, ['suspended']],
  ['the day on which cover is back', { occurred_on: '2026-04-01', declared_on: '2026-04-02' }, {}, []],
  ['a suspension that lasts', {}, { suspensions: [{ from: '2026-06-01', until: null }] }, ['suspended']],
  ['a premium that is awaited', {}, { status: 'awaiting_payment' }, ['unpaid']],
  ['a vehicle taken off the policy', {}, { object: { from: '2025-01-01', until: '2026-06-10' } }, ['object_not_insured']],
  ['seven days', { declared_on: '2026-06-17' }, {}, []],
  ['eight days', { declared_on: '2026-06-18' }, {}, ['late_declaration']],
  ['a catastrophe not yet published, a year later', { nature: 'catnat', declared_on: '2026-12-31' }, {}, []],
  ['a guarantee not held', { guarantees: ['VIV'] }, {}, ['guarantee_not_held']],
  ['a policy whose guarantees are not known', { guarantees: ['VIV'] }, { guarantees: [] }, []],
  [
    'all at once',
    { occurred_on: '2027-02-01', declared_on: '2027-03-01', guarantees: ['VIV'] },
    { suspensions: [{ from: '2027-01-15', until: null }] },
    ['outside_cover', 'suspended', 'late_declaration', 'guarantee_not_held'],
  ],
]
for (const [what, change, policy, flags] of cases)
  test(`pointed out: ${what}`, () => deepEqual(flagsOf({ ...facts, ...change }, { ...cover, ...policy }, [], delays, algerianWeek), flags))

const other: NearbyClaim = { id: 'a', number: '16001-2026-000001', occurred_on: '2026-06-10', nature: 'collision_third_party', plates: [] }
const pairs: ReadonlyArray<readonly [string, Partial<NearbyClaim>, boolean]> = [
  ['the same day and nature', {}, true],
  ['the day after, same nature', { occurred_on: '2026-06-11' }, true],
  ['two days after', { occurred_on: '2026-06-12' }, false],
  ['another nature', { nature: 'glass' }, false],
  ['another nature, the same plate opposite', { nature: 'bodily_injury', plates: ['1234511616'] }, true],
  ['another nature, another plate', { nature: 'bodily_injury', plates: ['9999911616'] }, false],
]
for (const [what, change, same] of pairs)
  test(`the same event twice: ${what}`, () => deepEqual(duplicatesOf(facts, [{ ...other, ...change }]).length === 1, same))

test('a payment is pointed out by reserve, limit and grant', () => {
  const payment = { kind: 'payment', amount: 50_000, reserve: 60_000, paid: 0, granted: 50_000, authority: 100_000 } as const
  deepEqual(paymentWarnings(payment), [])
  deepEqual(paymentWarnings({ ...payment, reserve: 0 }), ['no_reserve'])
  deepEqual(paymentWarnings({ ...payment, reserve: 49_999 }), ['above_reserve'])
  deepEqual(paymentWarnings({ ...payment, authority: 49_999 }), ['above_authority'])
  deepEqual(paymentWarnings({ ...payment, authority: null, amount: 60_000 }), ['above_granted'])
  deepEqual(paymentWarnings({ ...payment, granted: null }), ['not_granted'])
  deepEqual(paymentWarnings({ ...payment, kind: 'fees', reserve: 0, granted: null, authority: 1 }), ['above_authority'])
})

test('a closing is pointed out by what the file still holds', () => {
  const file = { openTasks: 0, reserve: 0, missingPapers: 0, granted: 10, paid: 10, recoveryExpected: 0 }
  deepEqual(warningsOfClosing('closed', file), [])
  deepEqual(warningsOfClosing('closed', { ...file, openTasks: 1, reserve: 5, missingPapers: 2, paid: 9, recoveryExpected: 1 }), [
    'open_tasks',
    'reserve_left',
    'documents_missing',
    'not_fully_paid',
    'recovery_pending',
  ])
  deepEqual(warningsOfClosing('rejected', { ...file, reserve: 5, missingPapers: 2 }), ['reserve_left'])
  deepEqual(warningsOfClosing('under_study', { ...file, reserve: 5 }), [])
})
