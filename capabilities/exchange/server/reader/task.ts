import type { Connection } from '#kernel/server/database.ts'
import type { ImportKind } from '#kernel/server/importable.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { NumberOptions } from '../reading/cells/parse-number.ts'
import type { DateOptions } from '../reading/cells/parse-day.ts'
import type { ColumnProfile } from '../reading/columns/column-profile.ts'
import type { ReadingChoices, ReadingPlan } from '../reading/plan-reading.ts'
import type { FlawCount } from '../reading/profile-columns.ts'

/** A column of the file and the field that it fills. */
export interface ReadColumn {
  readonly index: number
  readonly field: string
  readonly kind: ImportKind
  /** How the cells of the column are read. */
  readonly options: NumberOptions & DateOptions
  /** Digits that a value should have where leading zeros were lost. */
  readonly digits: number | null
  /** Folded words of a choice with their values. */
  readonly words: Readonly<Record<string, string>> | null
  readonly longest: number | null
}

/** Look at a file: its beginning, and with `whole` all of its cells. */
export interface SurveyTask {
  readonly kind: 'survey'
  readonly path: string
  readonly choices: ReadingChoices
  readonly whole: boolean
}

/** What a file looks like. Plain data. */
export interface Survey {
  readonly plan: ReadingPlan
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Null while the file was not read to its end. */
  readonly rowsTotal: number | null
  readonly columns: readonly ColumnProfile[]
  readonly flaws: readonly FlawCount[]
}

/** Read a file from a row on, make records of its rows, and copy them into the staging table. */
export interface StageTask {
  readonly kind: 'stage'
  readonly path: string
  readonly plan: ReadingPlan
  readonly columns: readonly ReadColumn[]
  readonly rowModule: string
  readonly frame: unknown
  /** Names of the staged columns, in the order of `data`. */
  readonly staged: readonly string[]
  readonly badCells: 'reject' | 'blank'
  readonly connection: Connection
  readonly importId: string
  readonly fromRow: number
  readonly chunkRows: number
  /** Set for files whose rows speak of several records. */
  readonly file: FileTask | null
  /** True for objects whose rows speak of money: it is added up also where a row is refused. */
  readonly money: boolean
}

/** How the rows of a file of several kinds are parted. */
export interface FileTask {
  readonly parts: readonly {
    readonly name: string
    readonly rowModule: string
    readonly frame: unknown
    /** The fields of the part that the file fills. */
    readonly fields: readonly string[]
  }[]
  /** Which fields of parts (`contact.mobile`) each field of the file fills. */
  readonly fills: Readonly<Record<string, readonly string[]>>
  /** Ranks of the columns in which rows may differ and still be the same row. */
  readonly beside: readonly number[]
}

/** Columns whose dates or numbers, judged over the whole file, do not read as they were taken; `ask`: nothing in the file tells. */
export interface Misread {
  readonly column: number
  readonly dateOrder: ColumnProfile['dateOrder']
  readonly decimalMark: ColumnProfile['decimalMark']
  readonly examples: readonly string[]
}

export interface Staged {
  readonly rows: number
  readonly misread: readonly Misread[]
}

export type ReaderTask = SurveyTask | StageTask
export type AnswerOf<T extends ReaderTask> = T extends SurveyTask ? Survey : Staged

/** What the reading process tells. `progress` is the share of the file, `rows` those that are staged for good. */
export type ReaderMessage =
  | { readonly kind: 'progress'; readonly rows: number; readonly progress: number }
  | { readonly kind: 'answer'; readonly answer: Survey | Staged }
  | { readonly kind: 'refusal'; readonly status: number; readonly code: string; readonly sentence: Sentence }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string }
