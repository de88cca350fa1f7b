import type {
  CellProblem,
  CellValue,
  Importable,
  ImportChunk,
  ImportField,
  ImportOffer,
  MatchKey,
  RowMoney,
  RowValues,
} from './importable.ts'
import type { Context } from './context.ts'

/** A field of a file whose rows speak of several records, and which fields of these it fills: `contact.mobile`. */
export interface FileField extends ImportField {
  readonly fills: readonly string[]
}

/** What a row says of one of its records: by what other rows of the file mean the same one, and fields that no column fills. */
export interface PartRow {
  readonly key: string
  readonly also?: RowValues
}

/** What a row of the file says. */
export interface FileRow {
  /** By name of the part; parts of which the row says nothing are absent. */
  readonly parts: Readonly<Record<string, PartRow | undefined>>
  /** In fields of the file; any of these refuses the row. */
  readonly problems?: readonly CellProblem[]
  readonly money?: RowMoney | null
  /** When what it says holds, `YYYY-MM-DD` first: of rows that mean the same record, later facts stand over earlier ones. */
  readonly at?: string | null
}

/** What the module named by `FileImport.rowModule` exports as `openFileReader`: pure, and run in the process that reads the file. */
export type OpenFileReader = (frame: unknown, mapped: readonly string[]) => (values: RowValues) => FileRow

/** One row as the records that it speaks of see it, its columns as they are staged. */
export interface FileLine {
  readonly row_no: number
  readonly at: string | null
  readonly money: RowMoney | null
  /** By part, the staged columns of what the row says of it. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, CellValue>> | undefined>>
}

/** One of the records that a row speaks of. */
export interface FilePart {
  readonly name: string
  readonly importable: Importable
  /** Keys by which its records are looked for among those that exist, the first that finds something decides; `chosen` is that of the settings. */
  readonly match: (chosen: string | null) => readonly MatchKey[]
  /** Columns that take the identifier of the record of a part before it, such as the policy's `contact_id`. */
  readonly links: readonly { readonly column: string; readonly part: string }[]
  /** Fields that the reader of rows fills besides those of columns. */
  readonly derives?: readonly string[]
  /**
   * Columns that follow from all rows of one record together, over the last value that any of them gives: the terms of a policy, the
   * amount of a bill. `lines` are in the order of time. Pure.
   */
  readonly fold?: (
    lines: readonly FileLine[],
    given: Readonly<Record<string, CellValue>>,
    on: { readonly today: string },
  ) => Readonly<Record<string, CellValue>>
  /** Once it is known which rows change a record: takes back columns in which the file must not stand over what is there. */
  readonly yield?: (ctx: Context, chunk: ImportChunk) => Promise<void>
}

/**
 * A file whose rows speak of several records at once, such as a customer, a policy and a bill. Several rows may mean the same record.
 * Parts stand in the order in which they are made; they are taken back in the other.
 */
export interface FileImport extends ImportOffer {
  readonly fields: readonly FileField[]
  readonly parts: readonly FilePart[]
  /** Fields in which rows of the file may differ and still be the same row written twice. */
  readonly beside: readonly string[]
}

/** Everything that files can bring in. */
export type ImportKindOffer = Importable | FileImport

export const isFileImport = (offer: ImportKindOffer): offer is FileImport => 'parts' in offer

/** Declares a file of several kinds of records; the identity function, for its types. */
export const fileImport = (definition: FileImport): FileImport => definition
