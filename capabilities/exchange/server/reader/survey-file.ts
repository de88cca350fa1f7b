import { preview } from '../reading/preview.ts'
import { profileColumns } from '../reading/profile-columns.ts'
import type { Survey, SurveyTask } from './task.ts'

/** Looks at the beginning of a file, and where asked at all of it, so that each column is judged over all its cells. */
export const surveyFile = async (task: SurveyTask, progress: (at: { rows: number; progress: number }) => void): Promise<Survey> => {
  const seen = await preview(task.path, task.choices)
  const rows = seen.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, 300)) }))
  if (!task.whole || seen.rowCount !== null)
    return { plan: seen.plan, rows, rowsTotal: seen.rowCount, columns: seen.columns, flaws: seen.flaws }
  const profile = await profileColumns(task.path, seen.plan, { onProgress: progress })
  return { plan: seen.plan, rows, rowsTotal: profile.rows, columns: profile.columns, flaws: profile.flaws }
}
