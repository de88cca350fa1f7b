import type { RawBuilder } from 'kysely'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Context } from './context.ts'
import type { ListDefinition } from './list.ts'

/** How a value is written in a file: text as it is, days and instants as the reader's language writes them, money with two decimals. */
export type ExportKind = 'text' | 'code' | 'phone' | 'day' | 'instant' | 'integer' | 'money' | 'boolean' | 'choice'

export interface ExportColumn {
  readonly key: string
  readonly label: Sentence
  readonly kind: ExportKind
  /** Its value in the list's query. */
  readonly value: RawBuilder<unknown>
  /** How a value is shown when not as it is. */
  readonly show?: (value: string) => string
  readonly choices?: readonly { readonly value: string; readonly label: Sentence }[]
  /** Sensitive: `show` hides most of it, for an export never unmasks. */
  readonly masked?: boolean
  /** Left out unless chosen. */
  readonly unusual?: boolean
  /** The columns of the list on screen whose content it is, when not the one of its own key: `agency_id` shows number and name. */
  readonly onScreen?: readonly string[]
}

/** A list that can leave as a file: its own rows, filter, sort and scope, read from its own query. */
export interface Exportable {
  /** The `object` of the API, such as `contacts`. */
  readonly object: string
  /** The object of its permissions, `contact`: an export needs `contact.export`, whose reach bounds its rows. */
  readonly permission: string
  readonly label: Sentence
  readonly list: ListDefinition<unknown>
  readonly columns: (ctx: Context) => readonly ExportColumn[]
}
