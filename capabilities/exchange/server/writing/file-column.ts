/**
 * How the values of a column are written. `text`, `code` and `phone` are never numbers in a spreadsheet, so that no zero
 * and no digit is lost; `money` is in centimes, `day` `YYYY-MM-DD`, `instant` ISO 8601 in UTC.
 */
export type FileColumnKind = 'text' | 'code' | 'phone' | 'integer' | 'decimal' | 'money' | 'boolean' | 'day' | 'instant'

/** A column of a file to be written. */
export interface FileColumn {
  readonly header: string
  readonly kind: FileColumnKind
}

/** A value of a column: strings for texts, days and instants, numbers for numbers; null for an empty cell. */
export type FileValue = string | number | boolean | null | undefined

/** The rows of a file, in any number: they are taken one by one, as fast as the file is. */
export type FileRows = Iterable<readonly FileValue[]> | AsyncIterable<readonly FileValue[]>
