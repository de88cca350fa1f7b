import type { RawBuilder } from 'kysely'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Context } from './context.ts'

type Sql = RawBuilder<unknown>

/** How the cells of a field are read before the object's own rules see them. */
export type ImportKind = 'text' | 'code' | 'email' | 'phone' | 'day' | 'instant' | 'integer' | 'money' | 'boolean' | 'choice' | 'relation'

/** One value of a choice with all the words by which files say it. */
export interface ImportChoice {
  readonly value: string
  readonly label: Sentence
  readonly words: readonly string[]
}

/** A field that a column of a file may fill. */
export interface ImportField {
  readonly key: string
  readonly label: Sentence
  /** Other names of it, in any language. */
  readonly synonyms: readonly string[]
  readonly kind: ImportKind
  readonly help?: Sentence
  readonly choices?: readonly ImportChoice[]
  /** Characters at most; longer cells are refused. */
  readonly longest?: number
}

/** Why a cell, or a row as a whole when `field` is null, was refused or is worth a look. */
export interface CellProblem {
  readonly field: string | null
  readonly code: string
  readonly sentence: Sentence
}

/** A cell once read: money in centimes, days as `YYYY-MM-DD`; null for an empty cell. */
export type CellValue = string | number | boolean | null
/** The cells of a row by field; only fields that a column fills. */
export type RowValues = Readonly<Record<string, CellValue>>

/** What an object makes of a row. */
export interface RowReading {
  /** Values by staged column; absent or null where the row says nothing. */
  readonly columns: Readonly<Record<string, CellValue | undefined>>
  /** Any of these refuses the row. */
  readonly problems?: readonly CellProblem[]
  /** These refuse it only where it would make a new record. */
  readonly ifCreated?: readonly CellProblem[]
  /** Kept as it came, and counted. */
  readonly doubts?: readonly CellProblem[]
  /** The money that the row speaks of, also where it is refused; null where it says none or none that can be read. */
  readonly money?: RowMoney | null
}

/** An amount in centimes and the kind under which the report adds it up. */
export interface RowMoney {
  readonly kind: string
  readonly amount: number
}

/**
 * What the module named by `Importable.rowModule` exports as `openRowReader`: pure, and run in the process that reads the file. `frame`
 * is what `Importable.frame` gave; `mapped` are the fields that columns fill.
 */
export type OpenRowReader = (frame: unknown, mapped: readonly string[]) => (values: RowValues) => RowReading
/** What it exports as `stagedColumns`: the columns that its readings fill when these fields are mapped. */
export type StagedColumns = (mapped: readonly string[]) => readonly string[]

/** The type of a staged column in the database. */
export type StagedType = 'text' | 'date' | 'integer' | 'bigint' | 'boolean' | 'numeric' | 'timestamptz'

/** A field whose cell names another record. Tried in order: the first way that finds something decides; several finds are ambiguous. */
export interface ImportRelation {
  readonly field: string
  /** Column of the target that takes the identifier. */
  readonly column: string
  /** What is not found is no problem: the object keeps the text of the cell. */
  readonly optional?: boolean
  readonly lookups: readonly {
    readonly by: string
    /** Rows `(value, id)`; `wanted` is a relation with the column `value`. */
    readonly find: (ctx: Context, wanted: Sql, source: string | null) => Sql
  }[]
}

/** By what a row is recognised as a record that exists already. */
export interface MatchKey {
  readonly key: string
  readonly label: Sentence
  /** Fields that columns of the file must fill for it to be used. */
  readonly fields: readonly string[]
  /** Staged columns that must all be filled and equal to those of the record. */
  readonly columns: readonly string[]
  /** Used where nobody chose: it names one record and no other. */
  readonly usual?: boolean
  /** Identifiers of another system mean something only within their source. */
  readonly withSource?: boolean
  /** No two records may share it, whatever rows are matched by. */
  readonly unique?: boolean
}

/** Rows of one chunk, in a temporary table of the transaction: one row per record to make or change. */
export interface ImportChunk {
  /**
   * Its staged columns, and: `row_no`, `id` (of the record made or changed), `action` (`create`, `update`, null for rows left out),
   * `problems`, and the columns of relations, resolved.
   */
  readonly rows: Sql
  /** Columns that this import stages. */
  readonly staged: ReadonlySet<string>
  readonly source: string | null
  /** Agencies beyond which the import may not reach; null for the whole organization. */
  readonly agencies: readonly string[] | null
  /** What stands in where the file names none. */
  readonly defaults: {
    readonly agency_id: string | null
    readonly owner_id: string | null
    readonly role: string | null
    readonly product_id: string | null
  }
  /** Work in a short transaction of its own, for locks that must not last as long as the chunk. */
  apart<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

/** What became of the records that an import had made, once it is taken back. */
export interface TakenBack {
  /** Gone as if never made. */
  readonly removed: readonly string[]
  /** In the bin, because something was attached to them or changed since. */
  readonly binned: readonly string[]
  /** Still there, with the reason. */
  readonly kept: readonly { readonly id: string; readonly sentence: Sentence }[]
}

/** What everything that files can bring in has in common, whether a row is one record or speaks of several (`file-import.ts`). */
export interface ImportOffer {
  /** The `object` of the API, such as `contacts`. */
  readonly object: string
  /** The object of its permissions, `contact`: an import needs `contact.import`. */
  readonly permission: string
  readonly label: Sentence
  /** Where records are listed, and one is shown below it, `/contacts`; null where they have no page of their own. */
  readonly path: `/${string}` | null
  readonly fields: readonly ImportField[]
  /** Of each group at least one field must be filled by a column where records are made. */
  readonly needs: readonly (readonly string[])[]
  readonly matchKeys: readonly MatchKey[]
  /** Settings that stand in for missing columns. */
  readonly defaults: readonly ('agency_id' | 'owner_id' | 'role' | 'product_id' | 'bills')[]
  /** Address of the module whose `openRowReader` reads its rows. */
  readonly rowModule: string
  /** Plain data that the row reader needs. */
  readonly frame?: (ctx: Context, settings: FrameSettings) => Promise<unknown>
  /** The kinds under which the money of the rows is added up, for those that speak of money. */
  readonly money?: readonly { readonly value: string; readonly label: Sentence }[]
  /** What the file is expected to hold, where its name does not say it. */
  readonly about?: Sentence
}

/** What of the settings of an import a row reader may depend on. */
export interface FrameSettings {
  readonly role: string | null
  readonly source: string | null
  /** The key chosen for recognising records that exist. */
  readonly match_on: string | null
  /** What becomes of bills of which the file does not say whether they were paid: they are due, or settled. */
  readonly bills: 'due' | 'settled'
}

/**
 * A kind of record that files can bring in. The import reads, validates, matches, compares, counts and takes back; the capability
 * says what its records are made of. All SQL works on a whole chunk.
 */
export interface Importable extends ImportOffer {
  readonly target: ImportTarget
}

export interface ImportTarget {
  readonly table: string
  /** Everything that a row reader gives, with its type. */
  readonly columns: Readonly<Record<string, StagedType>>
  /** Those of them that stand in the table and are compared, changed and given back; relations' columns are added to them. */
  readonly written: readonly string[]
  /** Columns that a record cannot be without. */
  readonly required: readonly string[]
  readonly relations: readonly ImportRelation[]
  /** The table's column for the source of `external_id`. */
  readonly sourceColumn: string
  /** The table has a bin (`deleted_at`) and belongs to an agency and an owner. */
  readonly placed: boolean
  /** Columns that follow from others; recomputed where one of `from` changes. `extra` columns exist in the chunk only. */
  readonly derived?: {
    readonly from: readonly string[]
    readonly columns: readonly string[]
    readonly derive: (record: Readonly<Record<string, CellValue>>) => Readonly<Record<string, CellValue>>
  }
  /** Once, before the first chunk of an import; runs in a transaction of its own over all its rows. */
  readonly begin?: (ctx: Context, staged: StagedRows) => Promise<void>
  /** What must exist before the chunk and is shared with other writers (words, tags); runs in a short transaction of its own. */
  readonly prelude?: (ctx: Context, staged: StagedRows) => Promise<void>
  /** Adds `problems` to rows that break a rule of the object; also in a dry run. */
  readonly check?: (ctx: Context, chunk: ImportChunk) => Promise<void>
  /** Adds to `before` and `after` of rows that change a record what is not a column (tags), so that it counts and can be taken back. */
  readonly compare?: (ctx: Context, chunk: ImportChunk) => Promise<void>
  /** Makes the rows whose action is `create`. */
  readonly create: (ctx: Context, chunk: ImportChunk) => Promise<void>
  /** What else follows once rows whose action is `update` are written to the table; `rederive` marks those whose derived columns changed. */
  readonly updated?: (ctx: Context, chunk: ImportChunk) => Promise<void>
  /** Undoes what `compare` had noted; `before` and `after` are those of the change being taken back. */
  readonly restored?: (ctx: Context, chunk: ImportChunk) => Promise<void>
  /**
   * Takes back records that an import made; on `attached` something hangs (a note, a document), `held` are those that records of others
   * name as theirs (the customer of a policy) and that must stay.
   */
  readonly takeBack: (ctx: Context, ids: readonly string[], attached: ReadonlySet<string>, held: ReadonlySet<string>) => Promise<TakenBack>
}

/** Rows as they are staged, of a chunk or of a whole import. */
export interface StagedRows {
  /** Table and condition, `t s where …`: more conditions may follow with `and`. */
  readonly from: Sql
  /** The value of a staged column as text, or null when the import does not stage it. */
  column(name: string): Sql | null
}

/** Declares an importable object; the identity function, for its types. */
export const importable = (definition: Importable): Importable => definition
