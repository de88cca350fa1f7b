import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { CellProblem, CellValue, OpenRowReader, RowReading } from '#kernel/server/importable.ts'
import { Profiler } from '../reading/profile-columns.ts'
import { readBatches } from '../reading/read-rows.ts'
import type { SourceRow } from '../reading/source-row.ts'
import { copyArray, copyText } from './copy-text.ts'
import { digitsLost, readCell } from './read-cells.ts'
import type { Misread, ReadColumn, Staged, StageTask } from './task.ts'

/** Rows that are made sure of together: after a crash, reading goes on behind the last of them. */
const rowsKept = 50_000
const copyAtOnce = 1 << 16

const tooManyCells: CellProblem = {
  field: null,
  code: 'too_many_cells',
  sentence: /*i18n*/ {
    id: 'exchange.row.too_many_cells',
    message: 'La ligne a plus de cellules que l’en-tête : ses valeurs sont décalées',
  },
}
const unclosedQuote: CellProblem = {
  field: null,
  code: 'unclosed_quote',
  sentence: /*i18n*/ { id: 'exchange.row.unclosed_quote', message: 'Un guillemet n’est pas fermé ; la ligne a été lue sans lui' },
}

/** The staged column in which the doubts about a row are counted, `code:field` each. */
export const doubtsColumn = 'doubts'

/** Reads the rows of a file, makes records of them and copies them into the staging table, in transactions of 50,000 rows. */
export const stageRows = async (task: StageTask, progress: (at: { rows: number; progress: number }) => void): Promise<Staged> => {
  const { openRowReader } = (await import(task.rowModule)) as { openRowReader: OpenRowReader }
  const readRow = openRowReader(
    task.frame,
    task.columns.map(({ field }) => field),
  )
  const judged = task.columns.filter(({ kind }) => kind === 'day' || kind === 'integer' || kind === 'money')
  const profiler = new Profiler(judged.map(({ index }) => task.plan.columns[index] ?? { index, header: '' }) as never)
  const client = new pg.Client({ ...task.connection, application_name: 'assura import' } as pg.ClientConfig)
  await client.connect()
  const copy = openCopy(client)
  let rows = task.fromRow - 1
  try {
    for await (const batch of readBatches(task.path, task.plan, { fromRow: 1 })) {
      for (const source of batch.rows) {
        if (judged.length > 0) profiler.add({ ...source, cells: judged.map(({ index }) => source.cells[index] ?? '') })
        if (source.row < task.fromRow) continue
        copy.add(lineOf(task, source, readRow))
        rows = source.row
        if (copy.full) await copy.flush()
        if (rows % rowsKept === 0) {
          await copy.commit()
          progress({ rows, progress: batch.progress })
        }
      }
      progress({ rows, progress: batch.progress })
    }
    await copy.commit()
  } finally {
    await client.end()
  }
  return { rows, misread: misreadOf(judged, profiler) }
}

/** Rows on their way into the staging table. */
const openCopy = (client: pg.Client) => {
  let stream: Writable | null = null
  let failure: Error | null = null
  let text = ''
  const flush = async () => {
    if (stream === null) {
      stream = client.query(copyFrom('copy import_staging (import_id, row_no, chunk_no, line, data, problems, cells) from stdin'))
      // An error may come between two writes: it is thrown at the next.
      stream.on('error', (error) => {
        failure = error
      })
    }
    if (failure !== null) throw failure
    const more = stream.write(text)
    text = ''
    if (!more) await once(stream, 'drain')
  }
  return {
    add: (line: string) => {
      text += line
    },
    get full() {
      return text.length > copyAtOnce
    },
    flush,
    commit: async () => {
      if (text !== '') await flush()
      if (stream === null) return
      stream.end()
      await finished(stream)
      stream = null
    },
  }
}

const lineOf = (task: StageTask, source: SourceRow, readRow: ReturnType<OpenRowReader>): string => {
  const { reading, problems } = readSource(task, source, readRow)
  const start = `${task.importId}\t${source.row}\t${Math.floor((source.row - 1) / task.chunkRows)}\t${source.line}\t`
  const cells = copyArray(source.cells)
  if (problems.length > 0 || reading === null) return `${start}\\N\t${copyText(JSON.stringify(problems))}\t${cells}\n`
  const data = copyArray(task.staged.map((name) => stagedText(reading, name)))
  return `${start}${data}\t\\N\t${cells}\n`
}

const stagedText = (reading: RowReading, name: string): string | null => {
  if (name === doubtsColumn)
    return reading.doubts === undefined || reading.doubts.length === 0
      ? null
      : reading.doubts.map((doubt) => `${doubt.code}:${doubt.field ?? ''}`).join(' ')
  if (name === 'if_created')
    return reading.ifCreated === undefined || reading.ifCreated.length === 0 ? null : JSON.stringify(reading.ifCreated)
  const value = reading.columns[name]
  return value === undefined || value === null ? null : typeof value === 'string' ? value : String(value)
}

const readSource = (
  task: StageTask,
  source: SourceRow,
  readRow: ReturnType<OpenRowReader>,
): { reading: RowReading | null; problems: readonly CellProblem[] } => {
  const values: Record<string, CellValue> = {}
  const problems: CellProblem[] = []
  for (const column of task.columns) {
    const read = readCell(column, source.cells[column.index] ?? '')
    values[column.field] = 'problem' in read ? null : read.value
    if ('problem' in read) problems.push(read.problem)
  }
  const doubts: CellProblem[] = []
  for (const flaw of source.flaws ?? []) {
    if (flaw.code === 'too_many_cells') problems.push(tooManyCells)
    else if (flaw.code === 'unclosed_quote') doubts.push(unclosedQuote)
    else {
      const column: ReadColumn | undefined = task.columns.find(({ index }) => index === flaw.column)
      if (column) problems.push(digitsLost(column.field))
    }
  }
  if (task.badCells === 'blank') {
    for (const problem of problems) if (problem.field !== null) values[problem.field] = null
    doubts.push(...problems.filter(({ field }) => field !== null))
  }
  const standing = task.badCells === 'blank' ? problems.filter(({ field }) => field === null) : problems
  if (standing.length > 0) return { reading: null, problems: standing }
  const reading = readRow(values)
  const further = reading.problems ?? []
  return {
    reading: doubts.length === 0 ? reading : { ...reading, doubts: [...(reading.doubts ?? []), ...doubts] },
    problems: further,
  }
}

/** Columns that the whole file reads otherwise than they were taken. */
const misreadOf = (judged: readonly ReadColumn[], profiler: Profiler): Misread[] =>
  profiler.columns.flatMap((profile, at) => {
    const column = judged[at]
    if (column === undefined) return []
    const order = column.kind === 'day' && profile.dateOrder !== null && profile.dateOrder.because !== 'silent' ? profile.dateOrder : null
    const mark =
      column.kind !== 'day' && profile.decimalMark !== null && profile.decimalMark.because !== 'silent' ? profile.decimalMark : null
    const otherwise =
      (order !== null && (order.ask ? column.options.order === undefined : order.value !== column.options.order)) ||
      (mark !== null && (mark.ask ? column.options.decimalMark === undefined : mark.value !== column.options.decimalMark))
    return otherwise ? [{ column: column.index, dateOrder: order, decimalMark: mark, examples: profile.samples }] : []
  })
