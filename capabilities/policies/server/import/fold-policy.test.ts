import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileLine } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import { foldPolicy, termsOf } from './fold-policy.ts'

const row = (movement: string | null, effective_date: string | null, expiry_date: string | null, total: number | null = null) => ({
  movement,
  effective_date,
  expiry_date,
  net_premium_centimes: total,
  total_premium_centimes: total,
})
const line = (policy: Readonly<Record<string, CellValue>>, at: number): FileLine => ({
  row_no: at + 1,
  at: null,
  money: null,
  parts: { policy },
})
const told = (rows: Parameters<typeof termsOf>[0], rowsAre: Parameters<typeof termsOf>[1]) =>
  termsOf(rows, rowsAre).map(({ effective_date, expiry_date, total }) => [effective_date, expiry_date, total])

test('the terms of a policy are the stretches that its bills begin; amendments and refunds lie within them', () => {
  const rows = [
    row('new_business', '2022-08-25', '2023-06-29', 5299_30),
    row('amendment', '2022-08-27', '2023-06-29', 7897_32),
    row('renewal', '2023-06-29', '2024-06-28', 19_858_00),
    row('renewal', '2024-06-28', '2025-06-28', 23_799_00),
    row('refund', '2025-02-02', '2025-06-28', -1663_20),
  ]
  assert.deepEqual(told(rows, 'bills'), [
    ['2022-08-25', '2023-06-29', 5299_30],
    ['2023-06-29', '2024-06-28', 19_858_00],
    ['2024-06-28', '2025-06-28', 23_799_00],
  ])
})

test('two bills of one stretch add up, two states of it follow each other', () => {
  const rows = [row(null, '2024-01-01', '2025-01-01', 100_00), row(null, '2024-07-01', '2025-01-01', 150_00)]
  assert.deepEqual(told(rows, 'bills'), [['2024-01-01', '2025-01-01', 250_00]])
  assert.deepEqual(told(rows, 'states'), [['2024-01-01', '2025-01-01', 150_00]])
})

test('where no row begins a term, what its changes cover is the term', () => {
  assert.deepEqual(
    told([row('amendment', '2024-03-01', '2025-01-01', 50_00), row('refund', '2024-05-01', '2025-01-01', -20_00)], 'bills'),
    [['2024-03-01', '2025-01-01', 30_00]],
  )
  assert.deepEqual(told([row('amendment', null, '2025-01-01'), row(null, '2025-01-01', '2025-01-01')], 'bills'), [])
})

test('a policy is its last term, began with its first, and insures each thing once', () => {
  const car = JSON.stringify({ plate: '1-116-16' })
  const rows = [
    { ...row('new_business', '2023-01-01', '2024-01-01', 10_00), object: car, subscribed_on: '2022-12-20', amendment_number: 0 },
    { ...row('renewal', '2024-01-01', '2025-01-01', 12_00), object: car, amendment_number: 2 },
    { ...row('amendment', '2024-06-01', '2025-01-01', 3_00), object: JSON.stringify({ plate: '2-117-16' }), amendment_number: 1 },
  ]
  const folded = foldPolicy('bills')(rows.map(line), {})
  assert.deepEqual(
    { ...folded, objects: JSON.parse(String(folded['objects'])), terms: JSON.parse(String(folded['terms'])) },
    {
      net_premium_centimes: 12_00,
      fee_centimes: 0,
      vat_centimes: 0,
      fga_centimes: 0,
      stamp_centimes: 0,
      graded_stamp_centimes: 0,
      vehicle_tax_centimes: 0,
      total_premium_centimes: 12_00,
      effective_date: '2024-01-01',
      expiry_date: '2025-01-01',
      duration_code: '12m',
      subscribed_on: '2022-12-20',
      amendment_number: 2,
      objects: [{ plate: '1-116-16' }, { plate: '2-117-16' }],
      terms: [
        { effective_date: '2023-01-01', expiry_date: '2024-01-01', net: 10_00, total: 10_00 },
        { effective_date: '2024-01-01', expiry_date: '2025-01-01', net: 12_00, total: 12_00 },
      ],
    },
  )
})

test('rows without days of cover leave the policy as it was given', () => {
  assert.deepEqual(foldPolicy('states')([line(row(null, null, null, 10_00), 0)], {}), { objects: null })
})
