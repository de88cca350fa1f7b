import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeNumber, suits } from './free-number.ts'

const many = (wilaya: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${wilaya}${String(first + at).padStart(3, '0')}`)

test('the first agency of a wilaya takes the first rank of its type', () => {
  assert.equal(freeNumber('16', 'direct', new Set()), '16001')
  assert.equal(freeNumber('16', 'general_agent', new Set()), '16500')
  assert.equal(freeNumber('31', 'bancassurance', new Set()), '31950')
})

test('the next number follows the highest taken of its type, gaps are left', () => {
  assert.equal(freeNumber('16', 'direct', new Set(['16001', '16083', '16500', '31099'])), '16084')
})

test('gaps are taken once the ranks reach their end', () => {
  assert.equal(freeNumber('16', 'broker', new Set(['16900', '16949'])), '16901')
})

test('no number is proposed when all are taken, nor without a wilaya', () => {
  assert.equal(freeNumber('16', 'broker', new Set(many('16', 900, 949))), null)
  assert.equal(freeNumber('', 'direct', new Set()), null)
})

test('a rank suits its type; types without ranks suit all', () => {
  assert.equal(suits('16083', 'direct'), true)
  assert.equal(suits('16083', 'broker'), false)
  assert.equal(suits('16910', 'sales_point'), true)
})
