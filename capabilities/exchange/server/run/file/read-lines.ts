import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { FileImport, FileLine } from '#kernel/server/file-import.ts'
import type { CellValue, RowMoney, StagedType } from '#kernel/server/importable.ts'
import { doubtsColumn } from '../../reader/stage-rows.ts'
import { partColumn, type RunWork } from '../work.ts'
import { atColumn, keyColumn } from './group-rows.ts'
import type { Reason } from './settle-lines.ts'

/** A row of a chunk with all that is known of it before it is looked at. */
export interface StagedLine extends FileLine {
  readonly line: number
  /** By part, what rows of the same record have in common; parts of which the row says nothing are absent. */
  readonly keys: Readonly<Record<string, string>>
  /** Why the row could not be read. */
  readonly problems: readonly Reason[] | null
  /** The row of which this one is a repetition. */
  readonly repeats: number | null
  readonly doubts: readonly string[]
}

interface Staged {
  readonly row_no: number
  readonly line: number
  readonly leader_no: number | null
  readonly data: readonly (string | null)[] | null
  readonly problems: readonly Reason[] | null
  readonly amount_centimes: number | null
  readonly amount_kind: string | null
}

const typed = (text: string | null | undefined, type: StagedType | undefined): CellValue => {
  if (text === null || text === undefined) return null
  if (type === 'bigint' || type === 'integer') return Number(text)
  return type === 'boolean' ? text === 'true' : text
}

/** A column of a part and its place among the staged values of a row. */
interface Place {
  readonly column: string
  readonly at: number
  readonly type: StagedType | undefined
}

const placesOf = (work: RunWork, file: FileImport) =>
  file.parts.map((part) => {
    const start = partColumn(part, '')
    const all = work.plan.staged.flatMap((name, at): Place[] =>
      name.startsWith(start)
        ? [{ column: name.slice(start.length), at, type: part.importable.target.columns[name.slice(start.length)] }]
        : [],
    )
    return {
      part: part.name,
      key: all.find(({ column }) => column === keyColumn),
      columns: all.filter(({ column }) => column !== keyColumn),
    }
  })

const moneyOf = (row: Staged): RowMoney | null =>
  row.amount_centimes === null ? null : { kind: row.amount_kind ?? '', amount: row.amount_centimes }

/** The rows of a chunk, in the order of the file. */
export const readLines = async (ctx: Context, work: RunWork, file: FileImport, chunkNo: number): Promise<StagedLine[]> => {
  const places = placesOf(work, file)
  const [at, doubts] = [work.plan.staged.indexOf(atColumn), work.plan.staged.indexOf(doubtsColumn)]
  const found = await sql<Staged>`select row_no, line, leader_no, data, problems, amount_centimes, amount_kind from import_staging s
    where s.import_id = ${work.importId}::uuid and s.chunk_no = ${chunkNo} order by row_no`.execute(ctx.db)
  return found.rows.map((row): StagedLine => {
    const { row_no, line, data } = row
    const keys: Record<string, string> = {}
    const parts: Record<string, Record<string, CellValue>> = {}
    if (data !== null)
      for (const place of places) {
        const key = place.key === undefined ? null : data[place.key.at]
        if (key === null || key === undefined) continue
        keys[place.part] = key
        const values: Record<string, CellValue> = {}
        for (const { column, at: rank, type } of place.columns) values[column] = typed(data[rank], type)
        parts[place.part] = values
      }
    return {
      row_no,
      line,
      keys,
      parts,
      problems: row.problems,
      repeats: row.leader_no,
      at: data?.[at] ?? null,
      doubts: data?.[doubts]?.split(' ') ?? [],
      money: moneyOf(row),
    }
  })
}
