import type { FileLine } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import type { Day } from '#kernel/shared/days.ts'
import { durationBetween } from '../../duration-of-file.ts'
import { partNames, type PremiumParts } from '../../fields.ts'

/** The columns of one row as far as it speaks of the policy. */
type Row = Readonly<Record<string, CellValue>>

/** A stretch of cover as the rows of a file tell it; `expiry_date` is the first day without cover. */
export interface FileTerm {
  readonly effective_date: Day
  readonly expiry_date: Day
  readonly premium: PremiumParts | null
  readonly total: number | null
}

const day = (row: Row, column: string): Day | null => (typeof row[column] === 'string' && row[column] !== '' ? row[column] : null)
const amount = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null)

const premiumOf = (row: Row): PremiumParts | null =>
  amount(row, 'total_premium_centimes') === null
    ? null
    : (Object.fromEntries(partNames.map((part) => [part, amount(row, part) ?? 0])) as unknown as PremiumParts)

const added = (a: PremiumParts, b: PremiumParts): PremiumParts =>
  Object.fromEntries(partNames.map((part) => [part, a[part] + b[part]])) as unknown as PremiumParts

/**
 * How the amounts of rows of one term go together. `bills`: each row is money of its own, they add up. `states`: each row says the whole
 * premium as it then was, the last stands.
 */
export type RowsAre = 'bills' | 'states'

const joined = (term: FileTerm, row: FileTerm, rowsAre: RowsAre): FileTerm => ({
  effective_date: term.effective_date,
  expiry_date: row.expiry_date > term.expiry_date ? row.expiry_date : term.expiry_date,
  premium:
    row.premium === null ? term.premium : term.premium === null || rowsAre === 'states' ? row.premium : added(term.premium, row.premium),
  total: row.total === null ? term.total : term.total === null || rowsAre === 'states' ? row.total : term.total + row.total,
})

const termOfRow = (row: Row): FileTerm | null => {
  const [effective_date, expiry_date] = [day(row, 'effective_date'), day(row, 'expiry_date')]
  if (effective_date === null || expiry_date === null || expiry_date <= effective_date) return null
  return { effective_date, expiry_date, premium: premiumOf(row), total: amount(row, 'total_premium_centimes') }
}

/** A movement that begins a term; amendments and refunds happen within one. */
const begins = (row: Row): boolean =>
  row['movement'] === null || row['movement'] === undefined || row['movement'] === 'new_business' || row['movement'] === 'renewal'

/** The terms that rows in the order of time tell: stretches that overlap are one. Rows that begin none count only where no row does. */
export const termsOf = (rows: readonly Row[], rowsAre: RowsAre): FileTerm[] => {
  const of = (some: readonly Row[]) => some.flatMap((row) => termOfRow(row) ?? [])
  const beginning = of(rows.filter(begins))
  const stretches = (beginning.length > 0 ? beginning : of(rows)).toSorted((a, b) =>
    a.effective_date < b.effective_date ? -1 : a.effective_date > b.effective_date ? 1 : 0,
  )
  const terms: FileTerm[] = []
  for (const stretch of stretches) {
    const last = terms.at(-1)
    if (last && stretch.effective_date < last.expiry_date) terms[terms.length - 1] = joined(last, stretch, rowsAre)
    else terms.push(stretch)
  }
  return terms
}

/** What the rows say is insured, each thing once. */
const objectsOf = (rows: readonly Row[]): string | null => {
  const objects = [...new Set(rows.flatMap((row) => (typeof row['object'] === 'string' ? [row['object']] : [])))]
  return objects.length === 0 ? null : `[${objects.join(',')}]`
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, one) => (one !== null && (first === null || one < first) ? one : first), null)

/** What all rows of one policy say together: its terms, of which the last is the present one with its premium; what it insures; when it began. */
export const foldPolicy =
  (rowsAre: RowsAre) =>
  (lines: readonly FileLine[], given: Row): Row => {
    const rows = lines.map((line) => line.parts['policy'] ?? {})
    const objects = { objects: objectsOf(rows) }
    const terms = termsOf(rows, rowsAre)
    const [first, last] = [terms[0], terms.at(-1)]
    if (!first || !last) return objects
    const numbers = rows.map((row) => amount(row, 'amendment_number')).filter((number) => number !== null)
    return {
      ...objects,
      ...last.premium,
      ...(last.premium !== null && { total_premium_centimes: last.total }),
      effective_date: last.effective_date,
      expiry_date: last.expiry_date,
      duration_code:
        terms.length === 1 && typeof given['duration_code'] === 'string'
          ? given['duration_code']
          : durationBetween(last.effective_date, last.expiry_date),
      subscribed_on: earliest([first.effective_date, ...rows.map((row) => day(row, 'subscribed_on'))]),
      amendment_number: numbers.length === 0 ? null : Math.max(...numbers),
      terms: JSON.stringify(
        terms.map(({ effective_date, expiry_date, premium, total }) => ({
          effective_date,
          expiry_date,
          net: premium?.net_premium_centimes ?? 0,
          total: total ?? 0,
        })),
      ),
    }
  }
