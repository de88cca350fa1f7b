import type { ImportMode } from '../contract.ts'
import type { ReadingChoices } from './reading/plan-reading.ts'

/** A column of the file, by rank from 0, and the field that it fills; `by` says how a relation is looked up. */
export interface MappedField {
  readonly column: number
  readonly field: string
  readonly by?: string
}

/** A mapping as it was given: a column by rank or header, and `field` or `field.by`. */
export interface GivenField {
  readonly column: number | string
  readonly field: string
}

/** How a person, or the proposal, wants the rows treated. What is absent is proposed. */
export interface ImportSettings {
  readonly mode?: ImportMode
  readonly match_on?: string | null
  readonly empty_cells?: 'keep' | 'clear'
  readonly bad_cells?: 'reject' | 'blank'
  readonly source?: string | null
  readonly agency_id?: string | null
  readonly owner_id?: string | null
  readonly role?: 'administrator' | 'supervisor' | 'editor' | 'user' | null
  readonly product_id?: string | null
  readonly bills?: 'due' | 'settled'
  readonly date_order?: 'day-first' | 'month-first' | null
  readonly decimal_mark?: ',' | '.' | null
  readonly mapping?: readonly GivenField[]
}

/** The settings once the columns of the file are known. */
export type ResolvedSettings = Omit<ImportSettings, 'mapping'> & { readonly mapping?: readonly MappedField[] }

/** The settings that are read, not guessed, in a file's name and bytes. */
export const readingChoiceKeys = ['encoding', 'separator', 'quote', 'sheet', 'header_line'] as const

interface GivenChoices {
  readonly encoding?: ReadingChoices['encoding'] | null | undefined
  readonly separator?: string | null | undefined
  readonly quote?: string | null | undefined
  readonly sheet?: string | null | undefined
  readonly header_line?: number | null | undefined
}

/** The reading choices as the reader takes them; null and absent mean «detect». */
export const readingChoices = (given: GivenChoices): ReadingChoices => ({
  ...(given.encoding && { encoding: given.encoding }),
  ...(given.separator && { separator: given.separator }),
  ...(given.quote !== undefined && given.quote !== null && { quote: given.quote }),
  ...(given.sheet && { sheet: given.sheet }),
  ...(given.header_line !== undefined && given.header_line !== null && { headerLine: given.header_line === 0 ? null : given.header_line }),
})
