import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharePayments, type DueOf, type PaymentToShare } from './share-payments.ts'

const due = (id: string, due_date: string, balance_centimes: number, contact_id = 'benali'): DueOf => ({
  id,
  due_date,
  balance_centimes,
  contact_id,
})
const payment = (id: string, amount_centimes: number, named: readonly string[] | null = null, contact_id = 'benali'): PaymentToShare => ({
  id,
  amount_centimes,
  named,
  contact_id,
})
const told = (payments: readonly PaymentToShare[], dues: readonly DueOf[]) =>
  sharePayments(payments, dues).map(({ payment_id, receivable_id, amount_centimes }) => `${payment_id} ${receivable_id} ${amount_centimes}`)

const dues = [due('march', '2026-03-01', 100), due('january', '2026-01-01', 100), due('refund', '2026-02-01', -50)]

test('a payment settles the bill that it names, otherwise the oldest; what none takes is left', () => {
  assert.deepEqual(told([payment('p', 150)], dues), ['p january 100', 'p march 50'])
  assert.deepEqual(told([payment('p', 150, ['march'])], dues), ['p march 100'])
  assert.deepEqual(told([payment('p', 500)], dues), ['p january 100', 'p march 100'])
})

test('who names no bill does not take what another payment of the file is for', () => {
  assert.deepEqual(told([payment('any', 100), payment('named', 100, ['january'])], dues), ['named january 100', 'any march 100'])
})

test('two payments of one bill never settle more than is due', () => {
  assert.deepEqual(told([payment('a', 70, ['march']), payment('b', 70, ['march'])], dues), ['a march 70', 'b march 30'])
})

test('money that went back settles refunds, and nobody pays for another', () => {
  assert.deepEqual(told([payment('p', -50)], dues), ['p refund -50'])
  assert.deepEqual(told([payment('p', 100, null, 'meziane')], dues), [])
})
