import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DuesOfContact } from '../../answers.ts'
import { askedBy, cashOf, planPayment, usualChoice } from './plan-payment.ts'

type Bill = DuesOfContact['bills'][number]
const bill = (id: string, due_date: string, balance_centimes: number, cash: Bill['cash'] = 'allow') =>
  ({ id, due_date, balance_centimes, cash }) as Bill

const bills = [
  bill('a', '2026-09-01', 200, 'warn'),
  bill('b', '2026-10-01', 300),
  bill('c', '2027-01-01', 500),
  bill('r', '2026-08-01', -100),
]
const plan = (chosen: string[], amount: number, typed: Record<string, number> | null = null) => {
  const { shares, rest } = planPayment(bills, { chosen: new Set(chosen), amount, typed })
  return { shares: Object.fromEntries(shares.map((share) => [share.receivable_id, share.amount_centimes])), rest }
}

test('what is meant unless somebody chooses', () => {
  assert.deepEqual([...usualChoice(bills, null, '2026-11-23')], ['a', 'b'])
  assert.deepEqual([...usualChoice(bills, 'c', '2026-11-23')], ['c'])
  assert.deepEqual([...usualChoice(bills, null, '2026-01-01')], ['a'], 'nothing is due yet: the next one')
  assert.deepEqual([...usualChoice([], null, '2026-01-01')], [])
})

describe('a payment shared over the chosen bills', () => {
  test('oldest first', () => assert.deepEqual(plan(['a', 'b'], 250), { shares: { a: 200, b: 50 }, rest: 0 }))
  test('only those', () => assert.deepEqual(plan(['b'], 250), { shares: { b: 250 }, rest: 0 }))
  test('what they do not take stays with the customer', () => assert.deepEqual(plan(['a'], 250), { shares: { a: 200 }, rest: 50 }))
  test('a refund lessens what is asked', () => {
    assert.equal(askedBy(bills, new Set(['a', 'b', 'r'])), 400)
    assert.deepEqual(plan(['a', 'b', 'r'], 400), { shares: { r: -100, a: 200, b: 300 }, rest: 0 })
  })
  test('a refund alone is set off against nothing', () => assert.deepEqual(plan(['r'], 250), { shares: {}, rest: 250 }))
  test('as typed, even too much: the rest says it', () =>
    assert.deepEqual(plan(['a', 'b'], 100, { a: 20, b: 100 }), { shares: { a: 20, b: 100 }, rest: -20 }))
})

test('the strictest rule for cash among the bills that are paid', () => {
  const of = (chosen: string[]) => cashOf('cash', bills, planPayment(bills, { chosen: new Set(chosen), amount: 500, typed: null }))
  assert.deepEqual(
    [of(['b']), of(['a', 'b']), cashOf('cheque', bills, planPayment(bills, { chosen: new Set(['a']), amount: 1, typed: null }))],
    ['allow', 'warn', 'allow'],
  )
})
