import type { FileLine } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import type { ReceivableKind } from '../../fields.ts'

type Row = Readonly<Record<string, CellValue>>

/** Amounts of a bill that its lines add up to. */
const summed = [
  'net_premium_centimes',
  'fee_centimes',
  'vat_centimes',
  'fga_centimes',
  'stamp_centimes',
  'graded_stamp_centimes',
  'vehicle_tax_centimes',
  'amount_centimes',
  'told_paid',
] as const

/** Of a bill with lines of several kinds, the first of these that it has says what it is. */
const weightiest: readonly ReceivableKind[] = ['term', 'cash', 'amendment', 'adjustment', 'refund']
const words: Readonly<Record<string, string>> = {
  cash: 'Comptant',
  term: 'Terme',
  amendment: 'Avenant',
  adjustment: 'Régularisation',
  refund: 'Ristourne',
}

const amount = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null)
const day = (row: Row, column: string): string | null => (typeof row[column] === 'string' ? row[column] : null)
const extreme = (rows: readonly Row[], column: string, later: boolean): string | null =>
  rows.map((row) => day(row, column)).reduce((best, one) => (one !== null && (best === null || one > best === later) ? one : best), null)

const kindOf = (rows: readonly Row[], total: number): ReceivableKind => {
  const kinds = new Set(rows.map((row) => row['kind']))
  if (total < 0) return 'refund'
  return weightiest.find((kind) => kinds.has(kind) && (kind !== 'refund' || kinds.size === 1)) ?? 'adjustment'
}

/** The lines of a bill in words, where it has several: what its amount is made of. */
const linesInWords = (rows: readonly Row[]): string =>
  rows
    .map((row) =>
      `${words[String(row['kind'])] ?? ''} ${formatCentimes(amount(row, 'amount_centimes') ?? 0, 'fr', { currency: false })}`.trim(),
    )
    .join(' · ')
    .slice(0, 2000)

/** What all lines of one bill say together: the sum of their amounts, the stretch that they pay for, what it is in the main. */
export const foldBill = (lines: readonly FileLine[], given: Row): Row => {
  if (lines.length < 2) return {}
  const rows = lines.map((line) => line.parts['receivable'] ?? {})
  const sums = Object.fromEntries(
    summed.map((column) => {
      const told = rows.map((row) => amount(row, column)).filter((one) => one !== null)
      return [column, told.length === 0 ? null : told.reduce((all, one) => all + one, 0)]
    }),
  )
  return {
    ...sums,
    kind: kindOf(rows, sums['amount_centimes'] ?? 0),
    issued_on: extreme(rows, 'issued_on', false),
    due_date: extreme(rows, 'due_date', false),
    period_from: extreme(rows, 'period_from', false),
    period_until: extreme(rows, 'period_until', true),
    remarks: day(given, 'remarks') ?? linesInWords(rows),
  }
}
