// The process that reads one file: takes a task, answers, and ends. It ends with its parent too, so that no orphan goes on copying.
import { Problem } from '#kernel/shared/problem.ts'
import { stageRows } from './stage-rows.ts'
import { surveyFile } from './survey-file.ts'
import type { ReaderMessage, ReaderTask } from './task.ts'

const toldEveryMs = 200
const tell = (message: ReaderMessage): void => void process.send?.(message)

process.on('disconnect', () => process.exit(1))
process.once('message', (task: ReaderTask) => {
  let told = 0
  const progress = (at: { rows: number; progress: number }) => {
    if (Date.now() - told < toldEveryMs) return
    told = Date.now()
    tell({ kind: 'progress', ...at })
  }
  const work = task.kind === 'survey' ? surveyFile(task, progress) : stageRows(task, progress)
  work.then(
    (answer) => tell({ kind: 'answer', answer }),
    (error: unknown) => {
      if (error instanceof Problem) tell({ kind: 'refusal', status: error.status, code: error.code, sentence: error.sentence })
      else if (error instanceof Error) tell({ kind: 'fault', message: error.message, stack: error.stack ?? '' })
      else tell({ kind: 'fault', message: String(error), stack: '' })
    },
  )
})
