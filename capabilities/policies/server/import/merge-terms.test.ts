import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeTerms, newTerms, type KeptTerm, type ToldTerm } from './merge-terms.ts'

const told = (effective_date: string, expiry_date: string, total = 100): ToldTerm => ({ effective_date, expiry_date, net: total, total })
const kept = (number: number, effective_date: string, expiry_date: string, more: Partial<KeptTerm> = {}): KeptTerm => ({
  number,
  effective_date,
  expiry_date,
  net_premium_centimes: 100,
  total_premium_centimes: 100,
  outcome: 'open',
  outcome_on: null,
  ...more,
})

test('the terms that a file brings are numbered from one, each renewed by the next', () => {
  assert.deepEqual(newTerms([told('2024-01-01', '2025-01-01'), told('2023-01-01', '2024-01-01')]), [
    kept(1, '2023-01-01', '2024-01-01', { outcome: 'renewed', outcome_on: '2024-01-01' }),
    kept(2, '2024-01-01', '2025-01-01'),
  ])
})

test('a term that is known already changes nothing, or takes what the file says', () => {
  const known = [kept(1, '2024-01-01', '2025-01-01')]
  assert.equal(mergeTerms(known, [told('2024-01-01', '2025-01-01')]), null)
  assert.deepEqual(mergeTerms(known, [told('2024-01-01', '2025-01-01', 150)]), [
    { ...kept(1, '2024-01-01', '2025-01-01'), net_premium_centimes: 150, total_premium_centimes: 150 },
  ])
})

test('a later term follows as the renewal, how the former ended otherwise stays told', () => {
  assert.deepEqual(mergeTerms([kept(3, '2024-01-01', '2025-01-01')], [told('2025-01-01', '2026-01-01')]), [
    kept(3, '2024-01-01', '2025-01-01', { outcome: 'renewed', outcome_on: '2025-01-01' }),
    kept(4, '2025-01-01', '2026-01-01'),
  ])
  const declined = kept(1, '2023-01-01', '2024-01-01', { outcome: 'not_renewed', outcome_on: '2024-01-01' })
  assert.deepEqual(mergeTerms([declined], [told('2024-06-01', '2025-06-01')])?.[0], declined)
})

test('terms from before what is known, and ones that cut into it, are left aside', () => {
  assert.equal(
    mergeTerms([kept(1, '2024-01-01', '2025-01-01')], [told('2022-01-01', '2023-01-01'), told('2024-06-01', '2025-06-01')]),
    null,
  )
})
