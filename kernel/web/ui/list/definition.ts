import type { ReactNode } from 'react'
import type { ColumnKind } from '#kernel/shared/filter.ts'
import type { Page } from '#kernel/shared/paging.ts'
import type { Choice, ChoiceSearch } from '#kernel/web/forms/use-choices.ts'

/** What a list asks of its operation. */
export interface ListRequest {
  readonly q?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
  readonly total: 'exact' | 'capped' | 'none'
}

/** Where the values of a choice or a reference come from, and what one is called. */
export type ColumnValues =
  | { readonly options: readonly Choice[] }
  | { readonly search: ChoiceSearch; readonly name: (value: string) => Promise<string | null> }

/** One column: a field of the operation, how it is shown, and what may be asked of it. */
export interface Column<Row> {
  /** The field's name in filter and sort. */
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  /** How a row shows it; a column without cell is there to filter by. */
  readonly cell?: (row: Row) => ReactNode
  /** Pixels. */
  readonly width?: number
  /** Shown until the person chooses otherwise. */
  readonly shown?: boolean
  readonly sortable?: boolean
  readonly filterable?: boolean
  /** Figures stand at the end. */
  readonly align?: 'end'
  readonly values?: ColumnValues | undefined
  /** A day of birth, by which people are also found by age. */
  readonly ages?: boolean
}

/** A look at the list that has a name: its filter is added to the person's own. */
export interface ListView {
  readonly key: string
  readonly label: string
  readonly filter: Readonly<Record<string, unknown>> | null
  readonly icon?: ReactNode
}

/** The words of a list, which only its object knows. */
export interface ListWords {
  readonly title: string
  /** «320 clients» */
  readonly count: (count: number) => string
  readonly beyondCount: string
  readonly search: string
  readonly selected: (count: number) => string
  /** «3 nouveaux clients» */
  readonly news: (count: number) => string
  readonly noMatch: string
}

export interface PhoneRow {
  readonly title: ReactNode
  readonly detail: ReactNode
  readonly aside?: ReactNode
}

/** One list of the product, as the web shows it. Stable between renders (`useMemo`). */
export interface ListDefinition<Row extends { readonly id: string }> {
  /** Names what is kept of the person's choices, and the object whose events change it: `contact`. */
  readonly name: string
  readonly read: (request: ListRequest, options: { signal: AbortSignal }) => Promise<Page<Row>>
  /** The first stays in sight when the others move sideways. */
  readonly columns: readonly Column<Row>[]
  readonly defaultSort: string
  readonly words: ListWords
  readonly views?: readonly ListView[]
  readonly titleOf: (row: Row) => string
  readonly pathOf: (row: Row) => string
  readonly phone: (row: Row) => PhoneRow
  /** What the panel beside the list tells of a row. */
  readonly quick?: (row: Row) => ReactNode
}

/** What is asked for now: the words, the filter (with the view's) and the order. */
export interface ListQuestion {
  readonly q: string
  readonly filter: string | null
  readonly sort: string
}
