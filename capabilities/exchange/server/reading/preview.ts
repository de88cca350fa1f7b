import type { ColumnProfile } from './columns/column-profile.ts'
import { planReading, type ReadingChoices, type ReadingPlan } from './plan-reading.ts'
import { Profiler, type FlawCount } from './profile-columns.ts'
import { readBatches } from './read-rows.ts'
import type { SourceRow } from './source-row.ts'

/** What a person sees of a file before importing it. Plain data. */
export interface FilePreview {
  readonly plan: ReadingPlan
  /** The first 50. */
  readonly rows: readonly SourceRow[]
  /** Exact where the first 1,000 rows are all of the file; null otherwise, until `profileColumns` has counted. */
  readonly rowCount: number | null
  /** Judged over the first 1,000 rows; `profileColumns` judges over all. */
  readonly columns: readonly ColumnProfile[]
  readonly flaws: readonly FlawCount[]
}

const [rowsShown, rowsJudged] = [50, 1000]

/** Reads the beginning of a file as it is detected, or as a person chose; quick on a file of any size. */
export const preview = async (path: string, choices: ReadingChoices = {}): Promise<FilePreview> => {
  const plan = await planReading(path, choices)
  const profiler = new Profiler(plan.columns)
  const shown: SourceRow[] = []
  let [judged, isWhole] = [0, true]
  for await (const { rows } of readBatches(path, plan)) {
    for (const row of rows) {
      if (shown.length < rowsShown) shown.push(row)
      if (judged === rowsJudged) isWhole = false
      else {
        profiler.add(row)
        judged++
      }
      if (!isWhole) break
    }
    if (!isWhole) break
  }
  return { plan, rows: shown, rowCount: isWhole ? judged : null, columns: profiler.columns, flaws: profiler.flaws }
}
