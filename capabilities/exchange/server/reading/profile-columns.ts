import { ColumnTally } from './columns/column-tally.ts'
import { profileOf, type ColumnProfile } from './columns/column-profile.ts'
import type { SourceColumn } from './columns/header-row.ts'
import type { ReadingPlan } from './plan-reading.ts'
import { readBatches } from './read-rows.ts'
import type { RowFlaw, SourceRow } from './source-row.ts'

/** Rows that are wrong as rows: how many of each kind, and the lines of the first of them. */
export interface FlawCount {
  readonly code: RowFlaw['code']
  readonly rows: number
  readonly lines: readonly number[]
}

/** A whole file, judged: exact counts and what each column holds. Plain data. */
export interface FileProfile {
  readonly rows: number
  /** Rows without a filled cell, which are passed over. */
  readonly blankRows: number
  readonly columns: readonly ColumnProfile[]
  readonly flaws: readonly FlawCount[]
}

export interface ProfilingOptions {
  /** Called now and then with the rows read and the share of the file (0 to 1). */
  readonly onProgress?: (done: { rows: number; progress: number }) => void
  readonly signal?: AbortSignal
}

const linesKept = 20

/** Takes rows and judges the columns that they fill. */
export class Profiler {
  readonly #columns: readonly SourceColumn[]
  readonly #tallies: ColumnTally[]
  readonly #flaws = new Map<RowFlaw['code'], { rows: number; lines: number[] }>()

  constructor(columns: readonly SourceColumn[]) {
    this.#columns = columns
    this.#tallies = columns.map(() => new ColumnTally())
  }

  add(row: SourceRow): void {
    const lost = row.flaws?.flatMap((flaw) => (flaw.code === 'digits_lost' ? [flaw.column] : []))
    for (let column = 0; column < this.#tallies.length; column++)
      (this.#tallies[column] as ColumnTally).add(row.cells[column] ?? '', row.line, lost?.includes(column))
    if (!row.flaws) return
    for (const code of new Set(row.flaws.map((flaw) => flaw.code))) {
      const known = this.#flaws.get(code)
      if (!known) this.#flaws.set(code, { rows: 1, lines: [row.line] })
      else if (++known.rows <= linesKept) known.lines.push(row.line)
    }
  }

  /** The profiles. Dates that do not tell their order are proposed in the order of the file's other dates. */
  get columns(): ColumnProfile[] {
    const profiles = this.#columns.map((column, at) => profileOf(column, this.#tallies[at] as ColumnTally))
    const told = profiles.find(({ dateOrder }) => dateOrder?.because === 'told')?.dateOrder
    if (!told) return profiles
    return profiles.map((profile) =>
      profile.dateOrder?.because === 'unclear' ? { ...profile, dateOrder: { ...profile.dateOrder, value: told.value } } : profile,
    )
  }

  get flaws(): FlawCount[] {
    return [...this.#flaws].map(([code, { rows, lines }]) => ({ code, rows, lines }))
  }
}

/** Reads a file once from end to end, counts its rows and judges each column over all its cells. */
export const profileColumns = async (path: string, plan: ReadingPlan, options: ProfilingOptions = {}): Promise<FileProfile> => {
  const profiler = new Profiler(plan.columns)
  let [rows, blankRows] = [0, 0]
  for await (const batch of readBatches(path, plan, options)) {
    for (const row of batch.rows) profiler.add(row)
    rows = batch.rowsRead
    blankRows = batch.blankRows
    options.onProgress?.({ rows, progress: batch.progress })
  }
  return { rows, blankRows, columns: profiler.columns, flaws: profiler.flaws }
}
