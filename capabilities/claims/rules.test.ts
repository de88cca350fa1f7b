import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { claimNumber, claimStatuses, isOpen, lackingFor, moveBetween, moves, movesFrom, netCost, type ClaimStatus } from './rules.ts'

// The table of moves, written by hand beside the one of the code: from each state, where a file may go.
const written: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  draft: ['declared', 'no_action'],
  declared: ['in_verification', 'documents_missing', 'opened', 'rejected', 'no_action'],
  documents_missing: ['in_verification', 'opened', 'in_expertise', 'under_study', 'rejected', 'no_action'],
  in_verification: ['documents_missing', 'opened', 'rejected', 'no_action'],
  opened: ['documents_missing', 'in_expertise', 'under_study', 'rejected', 'no_action', 'in_litigation'],
  in_expertise: ['documents_missing', 'expertised', 'rejected', 'no_action'],
  expertised: ['documents_missing', 'counter_expertise', 'under_study', 'in_recovery', 'granted', 'rejected', 'no_action', 'in_litigation'],
  counter_expertise: ['expertised', 'under_study', 'rejected', 'no_action', 'in_litigation'],
  under_study: [
    'documents_missing',
    'in_expertise',
    'counter_expertise',
    'in_recovery',
    'granted',
    'rejected',
    'no_action',
    'in_litigation',
  ],
  in_recovery: ['under_study', 'granted', 'settled', 'rejected', 'no_action', 'in_litigation', 'closed'],
  granted: ['under_study', 'in_settlement', 'part_settled', 'settled', 'in_litigation'],
  in_settlement: ['part_settled', 'settled', 'in_litigation'],
  part_settled: ['in_recovery', 'in_settlement', 'settled', 'in_litigation'],
  settled: ['in_recovery', 'in_litigation', 'closed', 'reopened'],
  rejected: ['in_litigation', 'closed', 'reopened'],
  no_action: ['reopened'],
  in_litigation: ['counter_expertise', 'under_study', 'granted', 'in_settlement', 'rejected', 'no_action', 'closed'],
  closed: ['reopened'],
  reopened: [
    'in_verification',
    'documents_missing',
    'opened',
    'in_expertise',
    'under_study',
    'in_recovery',
    'granted',
    'in_settlement',
    'rejected',
    'no_action',
    'in_litigation',
    'closed',
  ],
}

for (const from of claimStatuses)
  test(`from «${from}» a claim goes only where it may`, () => {
    deepEqual(new Set(claimStatuses.filter((to) => moveBetween(from, to) !== null)), new Set(written[from]))
    equal(movesFrom(from).length, written[from].length)
  })

test('only taking up again what was ended needs another right', () =>
  deepEqual(
    moves.filter((move) => move.needs === 'approve').map((move) => move.to),
    ['reopened'],
  ))

test('refusing, dropping, disputing and taking up again are motivated', () =>
  deepEqual(
    new Set(moves.filter((move) => move.text === 'reason').map((move) => move.to)),
    new Set(['counter_expertise', 'rejected', 'no_action', 'in_litigation', 'reopened']),
  ))

test('every open state can be left, and every state reached', () => {
  for (const status of claimStatuses) if (isOpen(status)) ok(movesFrom(status).length > 0, status)
  const reached = new Set<ClaimStatus>(['draft', ...moves.map((move) => move.to)])
  deepEqual(reached, new Set(claimStatuses))
})

test('a file lacks its expert, its report or its grant for what rests on them', () => {
  const bare = { expert_name: null, expertise_centimes: null, granted_centimes: null }
  const lacks = (from: ClaimStatus, to: ClaimStatus, file: typeof bare | object) => {
    const move = moveBetween(from, to)
    return move && lackingFor(move, { ...bare, ...file })
  }
  equal(lacks('opened', 'in_expertise', {}), 'expert')
  equal(lacks('opened', 'in_expertise', { expert_name: 'K. Saadi' }), null)
  equal(lacks('in_expertise', 'expertised', {}), 'report')
  equal(lacks('under_study', 'granted', { expertise_centimes: 1 }), 'grant')
  equal(lacks('granted', 'settled', { granted_centimes: 0 }), null)
})

test('a number names agency, year and rank', () => equal(claimNumber('16083', '2026', 44), '16083-2026-000044'))

test('the net cost counts what came back and what is still awaited', () =>
  equal(
    netCost({
      paid_centimes: 40_000,
      reserve_centimes: 15_000,
      fees_centimes: 2_500,
      recovered_centimes: 10_000,
      recovery_expected_centimes: 5_000,
    }),
    42_500,
  ))
