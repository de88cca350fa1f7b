import type { Sentence } from '#kernel/shared/problem.ts'
import { withAmount, type Money } from '../money.ts'
import { rowReasons } from '../reasons.ts'
import type { ChunkCounts, Flagged } from '../record-chunk.ts'
import type { StagedLine } from './read-lines.ts'

/** Why a row was left out, as it is kept; `field` is one of the file. */
export interface Reason {
  readonly code: string
  readonly field: string | null
  readonly sentence: Sentence
}

/** What became of one record of which rows speak. */
export interface SettledRecord {
  readonly part: string
  /** The first row that speaks of it. */
  readonly row_no: number
  readonly rows: readonly number[]
  readonly id: string | null
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'skipped'
  readonly reasons: readonly Reason[] | null
}

/** A row that was not applied as it stood. */
export interface LeftOut {
  readonly row_no: number
  readonly line: number
  readonly outcome: 'rejected' | 'skipped'
  readonly reasons: readonly Reason[]
  readonly record_id: string | null
}

/** The rows of a chunk by what became of them. */
export interface SettledLines {
  readonly counts: ChunkCounts
  readonly leftOut: readonly LeftOut[]
  readonly flagged: Flagged
  readonly money: Money
}

type Outcome = 'created' | 'updated' | 'skipped' | 'rejected'

const did = (record: SettledRecord | undefined): boolean => record?.outcome === 'created' || record?.outcome === 'updated'

/**
 * What a row did. A record counts at the first row that speaks of it; a further row counts by the last of its records, to which it adds: the
 * second line of a bill changes it, one that speaks of a customer made by another row and of a bill that exists does nothing.
 */
const outcomeOf = (row: number, records: readonly SettledRecord[]): 'created' | 'updated' | 'skipped' => {
  const leads = records.filter((record) => record.row_no === row)
  if (leads.some(({ outcome }) => outcome === 'created')) return 'created'
  return leads.some(did) || did(records.at(-1)) ? 'updated' : 'skipped'
}

/**
 * Says of each row what became of it, so that their sum is what was read: refused with the records that it speaks of, skipped as a repetition
 * or because it brings nothing new, or else what it did. `rejected` has the reasons by row.
 */
export const settleLines = (
  lines: readonly StagedLine[],
  rejected: ReadonlyMap<number, readonly Reason[]>,
  records: readonly SettledRecord[],
): SettledLines => {
  const ofRow = new Map<number, SettledRecord[]>()
  for (const record of records)
    for (const row of record.rows) {
      const known = ofRow.get(row)
      if (known) known.push(record)
      else ofRow.set(row, [record])
    }
  const lineOf = new Map(lines.map(({ row_no, line }) => [row_no, line]))
  const counts = { created: 0, updated: 0, skipped: 0, rejected: 0 }
  const flagged: Record<string, number> = {}
  const leftOut: LeftOut[] = []
  let money: Money = {}
  for (const line of lines) {
    const { row_no } = line
    const own = ofRow.get(row_no) ?? []
    const reasons = line.problems ?? rejected.get(row_no) ?? rejectedWith(line, rejected)
    const outcome: Outcome = reasons !== null ? 'rejected' : line.repeats !== null ? 'skipped' : outcomeOf(row_no, own)
    counts[outcome] += 1
    if (line.money !== null) money = withAmount(money, line.money.kind, line.money.amount, moneyWent(outcome, own.at(-1)))
    if (outcome === 'created' || outcome === 'updated') for (const doubt of line.doubts) flagged[doubt] = (flagged[doubt] ?? 0) + 1
    const kept = { row_no, line: line.line, record_id: own.at(-1)?.id ?? null }
    if (reasons !== null) leftOut.push({ ...kept, outcome: 'rejected', reasons })
    else if (line.repeats !== null) leftOut.push({ ...kept, outcome: 'skipped', reasons: [repeated(lineOf.get(line.repeats) ?? 0)] })
    else if (outcome === 'skipped') {
      const why = own.flatMap((record) => record.reasons ?? [])
      if (why.length > 0) leftOut.push({ ...kept, outcome: 'skipped', reasons: why.slice(-1) })
    }
  }
  return { counts, leftOut, flagged, money }
}

/** The money of a row goes where the last of its records goes: the bill, not the customer whom the row happens to change. */
const moneyWent = (outcome: Outcome, last: SettledRecord | undefined): 'imported' | 'skipped' | 'rejected' =>
  outcome === 'rejected' || outcome === 'skipped' ? outcome : did(last) ? 'imported' : 'skipped'

/** A repetition is refused with the row that it repeats. */
const rejectedWith = (line: StagedLine, rejected: ReadonlyMap<number, readonly Reason[]>): readonly Reason[] | null =>
  line.repeats === null ? null : (rejected.get(line.repeats) ?? null)

const repeated = (line: number): Reason => ({
  code: 'repeated_row',
  field: null,
  sentence: { ...rowReasons.repeated_row, values: { line } },
})
