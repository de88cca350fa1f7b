import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileLine } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import { foldBill } from './fold-bill.ts'

const line = (kind: string, amount: number, from: string, until: string, issued = '2024-12-29'): FileLine => ({
  row_no: 1,
  at: null,
  money: null,
  parts: {
    receivable: {
      kind,
      amount_centimes: amount,
      net_premium_centimes: amount,
      issued_on: issued,
      due_date: issued,
      period_from: from,
      period_until: until,
    } satisfies Record<string, CellValue>,
  },
})

test('the lines of one bill add up, over the stretch that they pay for together', () => {
  const folded = foldBill(
    [
      line('amendment', 228_95, '2024-02-27', '2024-06-24'),
      line('term', 18_768_15, '2024-06-24', '2025-06-24'),
      line('refund', -1_816_01, '2024-09-14', '2025-06-24'),
    ],
    {},
  )
  assert.deepEqual(
    { kind: folded['kind'], amount: folded['amount_centimes'], from: folded['period_from'], until: folded['period_until'] },
    { kind: 'term', amount: 17_181_09, from: '2024-02-27', until: '2025-06-24' },
  )
  assert.equal(String(folded['remarks']).replace(/[\u202f\u00a0]/g, ' '), 'Avenant 228,95 · Terme 18 768,15 · Ristourne -1 816,01')
})

test('what a bill of several lines is follows from its sum and its weightiest line', () => {
  const cases: readonly [readonly (readonly [string, number])[], string][] = [
    [
      [
        ['cash', 100],
        ['amendment', 50],
      ],
      'cash',
    ],
    [
      [
        ['amendment', 100],
        ['amendment', 50],
      ],
      'amendment',
    ],
    [
      [
        ['amendment', 100],
        ['refund', -150],
      ],
      'refund',
    ],
    [
      [
        ['refund', -100],
        ['adjustment', 150],
      ],
      'adjustment',
    ],
    [
      [
        ['refund', -100],
        ['refund', 0],
      ],
      'refund',
    ],
  ]
  for (const [lines, kind] of cases)
    assert.equal(
      foldBill(
        lines.map(([one, amount]) => line(one, amount, '2024-01-01', '2025-01-01')),
        {},
      )['kind'],
      kind,
      JSON.stringify(lines),
    )
})

test('a bill of one line is what that line says', () => {
  assert.deepEqual(foldBill([line('term', 100, '2024-01-01', '2025-01-01')], {}), {})
})
