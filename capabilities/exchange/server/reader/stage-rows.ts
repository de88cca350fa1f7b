import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { CellProblem, CellValue } from '#kernel/server/importable.ts'
import { Profiler } from '../reading/profile-columns.ts'
import { readBatches } from '../reading/read-rows.ts'
import type { SourceRow } from '../reading/source-row.ts'
import { copyArray, copyText } from './copy-text.ts'
import { openMaker, type MadeRow, type MakeRow } from './make-rows.ts'
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

/** Kinds whose cells tell which of day and month comes first. */
const isDated = (kind: ReadColumn['kind']): boolean => kind === 'day' || kind === 'instant'

/** The staged column in which the doubts about a row are counted, `code:field` each. */
export const doubtsColumn = 'doubts'

/** Reads the rows of a file, makes records of them and copies them into the staging table, in transactions of 50,000 rows. */
export const stageRows = async (task: StageTask, progress: (at: { rows: number; progress: number }) => void): Promise<Staged> => {
  const make = await openMaker(task)
  const judged = task.columns.filter(({ kind }) => isDated(kind) || kind === 'integer' || kind === 'money')
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
        copy.add(lineOf(task, source, make))
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
      stream = client.query(
        copyFrom('copy import_staging (import_id, row_no, chunk_no, line, data, problems, cells, amount_centimes, amount_kind) from stdin'),
      )
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

const lineOf = (task: StageTask, source: SourceRow, make: MakeRow): string => {
  const made = readSource(task, source, make)
  const money = made.money === null ? '\\N\t\\N' : `${made.money.amount}\t${copyText(made.money.kind)}`
  const start = `${task.importId}\t${source.row}\t${Math.floor((source.row - 1) / task.chunkRows)}\t${source.line}\t`
  const end = `\t${copyArray(source.cells)}\t${money}\n`
  if (made.problems.length > 0) return `${start}\\N\t${copyText(JSON.stringify(made.problems))}${end}`
  const doubts = made.doubts.map((doubt) => `${doubt.code}:${doubt.field ?? ''}`).join(' ')
  const data = copyArray(task.staged.map((name) => (name === doubtsColumn ? doubts || null : (made.values.get(name) ?? null))))
  return `${start}${data}\t\\N${end}`
}

const refusedUnread = { values: new Map<string, string | null>(), doubts: [] }

const readSource = (task: StageTask, source: SourceRow, make: MakeRow): MadeRow => {
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
  // What a refused row says of money is told all the same: the sum of what was read has to come out.
  if (standing.length > 0) return { ...refusedUnread, problems: standing, money: task.money ? make(values, source.cells).money : null }
  const made = make(values, source.cells)
  return doubts.length === 0 ? made : { ...made, doubts: [...made.doubts, ...doubts] }
}

/** Columns that the whole file reads otherwise than they were taken. */
const misreadOf = (judged: readonly ReadColumn[], profiler: Profiler): Misread[] =>
  profiler.columns.flatMap((profile, at) => {
    const column = judged[at]
    if (column === undefined) return []
    const order = isDated(column.kind) && profile.dateOrder !== null && profile.dateOrder.because !== 'silent' ? profile.dateOrder : null
    const mark =
      !isDated(column.kind) && profile.decimalMark !== null && profile.decimalMark.because !== 'silent' ? profile.decimalMark : null
    const otherwise =
      (order !== null && (order.ask ? column.options.order === undefined : order.value !== column.options.order)) ||
      (mark !== null && (mark.ask ? column.options.decimalMark === undefined : mark.value !== column.options.decimalMark))
    return otherwise ? [{ column: column.index, dateOrder: order, decimalMark: mark, examples: profile.samples }] : []
  })
