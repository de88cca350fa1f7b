import type { FilePart } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { StagedLine } from './read-lines.ts'

/** One record of which rows of a chunk speak. `row_no` is that of the first of them. */
export interface FoldedRecord {
  readonly row_no: number
  readonly line: number
  readonly rows: readonly number[]
  readonly columns: Readonly<Record<string, CellValue>>
}

const byTime = (a: StagedLine, b: StagedLine): number =>
  a.at === b.at ? a.row_no - b.row_no : a.at === null ? -1 : b.at === null ? 1 : a.at < b.at ? -1 : 1

/** The last value given of each column; one row that says enough to make the record is enough for all. */
const lastGiven = (part: string, lines: readonly StagedLine[]): Record<string, CellValue> => {
  const columns: Record<string, CellValue> = {}
  for (const line of lines)
    for (const [column, value] of Object.entries(line.parts[part] ?? {}))
      if (value !== null || !(column in columns)) columns[column] = value
  if (lines.some((line) => (line.parts[part]?.['if_created'] ?? null) === null)) columns['if_created'] = null
  return columns
}

/** The records of a part of which these rows speak, each with what all its rows say together, in the order of the file. */
export const foldLines = (part: FilePart, lines: readonly StagedLine[], today: Day): FoldedRecord[] => {
  const groups = new Map<string, StagedLine[]>()
  for (const line of lines) {
    const key = line.keys[part.name]
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  const { derived } = part.importable.target
  return [...groups.values()].map((group): FoldedRecord => {
    const [first] = group as [StagedLine, ...StagedLine[]]
    const inTime = group.length === 1 ? group : group.toSorted(byTime)
    let columns = lastGiven(part.name, inTime)
    // What was derived from one row alone holds for several only once it is derived from what they say together.
    if (group.length > 1 && derived) {
      const again = derived.derive(columns)
      columns = { ...columns, ...Object.fromEntries(Object.entries(again).filter(([column]) => column in columns)) }
    }
    if (part.fold) columns = { ...columns, ...part.fold(inTime, columns, { today }) }
    return { row_no: first.row_no, line: first.line, rows: group.map(({ row_no }) => row_no), columns }
  })
}
