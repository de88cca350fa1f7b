import { createHash } from 'node:crypto'
import type { FileRow, OpenFileReader } from '#kernel/server/file-import.ts'
import type { CellProblem, CellValue, OpenRowReader, RowMoney, RowReading, RowValues } from '#kernel/server/importable.ts'
import type { FileTask, StageTask } from './task.ts'

/** What a row became: its staged values by name, or why it could not be taken. */
export interface MadeRow {
  readonly values: ReadonlyMap<string, string | null>
  readonly problems: readonly CellProblem[]
  readonly doubts: readonly CellProblem[]
  readonly money: RowMoney | null
}

/** Makes a row of its values, once read; `cells` as they stood in the file. */
export type MakeRow = (values: RowValues, cells: readonly string[]) => MadeRow

const textOf = (value: RowReading['columns'][string]): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : String(value)

const put = (into: Map<string, string | null>, reading: RowReading, prefix = ''): void => {
  for (const [name, value] of Object.entries(reading.columns)) into.set(prefix + name, textOf(value))
  if (reading.ifCreated !== undefined && reading.ifCreated.length > 0) into.set(`${prefix}if_created`, JSON.stringify(reading.ifCreated))
}

/** Opens the maker of the rows of an import: of one kind of record, or of a file of several. */
export const openMaker = async (task: StageTask): Promise<MakeRow> => {
  const mapped = task.columns.map(({ field }) => field)
  if (task.file !== null) return openFileMaker(task.rowModule, task.frame, mapped, task.file)
  const { openRowReader } = (await import(task.rowModule)) as { openRowReader: OpenRowReader }
  const readRow = openRowReader(task.frame, mapped)
  return (given) => {
    const reading = readRow(given)
    const values = new Map<string, string | null>()
    put(values, reading)
    return { values, problems: reading.problems ?? [], doubts: reading.doubts ?? [], money: reading.money ?? null }
  }
}

const openFileMaker = async (rowModule: string, frame: unknown, mapped: readonly string[], file: FileTask): Promise<MakeRow> => {
  const { openFileReader } = (await import(rowModule)) as { openFileReader: OpenFileReader }
  const readFileRow = openFileReader(frame, mapped)
  const readers = new Map<string, ReturnType<OpenRowReader>>()
  for (const part of file.parts) {
    const { openRowReader } = (await import(part.rowModule)) as { openRowReader: OpenRowReader }
    readers.set(part.name, openRowReader(part.frame, part.fields))
  }
  const beside = new Set(file.beside)
  const fields = fieldsOf(file)
  return (given, cells) => {
    const row = readFileRow(given)
    const made = {
      values: new Map<string, string | null>([
        ['at', row.at ?? null],
        ['line_key', lineKey(cells, beside)],
      ]),
      problems: [...(row.problems ?? [])],
      doubts: [] as CellProblem[],
      money: row.money ?? null,
    }
    for (const [name, read] of readers) readPart(made, given, row, name, read, fields)
    return made
  }
}

/** By part, the field of the file that fills each of its fields. */
const fieldsOf = (file: FileTask): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const fields = new Map<string, Map<string, string>>(file.parts.map(({ name }) => [name, new Map()]))
  for (const [field, fills] of Object.entries(file.fills))
    for (const filled of fills) {
      const dot = filled.indexOf('.')
      fields.get(filled.slice(0, dot))?.set(filled.slice(dot + 1), field)
    }
  return fields
}

const readPart = (
  made: { values: Map<string, string | null>; problems: CellProblem[]; doubts: CellProblem[] },
  given: RowValues,
  row: FileRow,
  name: string,
  read: ReturnType<OpenRowReader>,
  fields: ReadonlyMap<string, ReadonlyMap<string, string>>,
): void => {
  const part = row.parts[name]
  if (part === undefined) return
  const own = fields.get(name)
  const values: Record<string, CellValue> = {}
  for (const [field, ofFileField] of own ?? []) {
    const value = given[ofFileField]
    if (value !== undefined) values[field] = value
  }
  const reading = read({ ...values, ...part.also })
  const ofFile = (problem: CellProblem): CellProblem =>
    problem.field === null ? problem : { ...problem, field: own?.get(problem.field) ?? problem.field }
  made.values.set(`${name}/key`, part.key)
  put(made.values, { ...reading, ...(reading.ifCreated && { ifCreated: reading.ifCreated.map(ofFile) }) }, `${name}/`)
  made.problems.push(...(reading.problems ?? []).map(ofFile))
  made.doubts.push(...(reading.doubts ?? []).map(ofFile))
}

/** The same for rows that differ only in columns that do not tell one from another. */
const lineKey = (cells: readonly string[], beside: ReadonlySet<number>): string => {
  const hash = createHash('sha1')
  for (const [at, cell] of cells.entries()) if (!beside.has(at)) hash.update(`${cell.trim()}\u0001`)
  return hash.digest('base64url').slice(0, 20)
}
