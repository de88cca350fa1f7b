import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movementsTo, noSums, type ClaimSums } from './claim-money.ts'

const days = { opened: '2026-01-10', paid: '2026-02-20' }

test('the movements lead from one state of the money to another, and every sum is the sum of its movements', () => {
  const cases: readonly [ClaimSums, ClaimSums, string[]][] = [
    [noSums, noSums, []],
    [noSums, { ...noSums, reserve: 45_000 }, ['opening 45000 → 45000']],
    [noSums, { reserve: 0, paid: 60_000, fees: 5_000, recovered: 0 }, ['opening 60000 → 60000', 'payment 60000 → 0', 'fees 5000 → 0']],
    [
      noSums,
      { reserve: 20_000, paid: 30_000, fees: 0, recovered: 10_000 },
      ['opening 50000 → 50000', 'payment 30000 → 20000', 'recovery 10000 → 20000'],
    ],
    [{ ...noSums, reserve: 45_000 }, { ...noSums, reserve: 15_000, paid: 30_000 }, ['payment 30000 → 15000']],
    [{ ...noSums, reserve: 45_000 }, { ...noSums, reserve: 60_000 }, ['revaluation 15000 → 60000']],
    [{ ...noSums, reserve: 45_000 }, { ...noSums, paid: 30_000 }, ['revaluation -15000 → 30000', 'payment 30000 → 0']],
  ]
  for (const [from, to, expected] of cases) {
    const movements = movementsTo(from, to, days)
    assert.deepEqual(
      movements.map(({ kind, amount, reserve_after }) => `${kind} ${amount} → ${reserve_after}`),
      expected,
    )
    const sum = (kinds: readonly string[]) =>
      movements.filter(({ kind }) => kinds.includes(kind)).reduce((all, { amount }) => all + amount, 0)
    assert.equal(from.paid + sum(['payment']), to.paid)
    assert.equal(from.reserve + sum(['opening', 'revaluation']) - sum(['payment']), to.reserve)
  }
})
