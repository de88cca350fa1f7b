import { createContext, use, type ComponentType } from 'react'
import type { ListQuestion } from './definition.ts'

/** What a tool of a list knows: which list, what is asked of it, and the fields in sight, in their order. */
export interface ListToolProps {
  /** The object whose rows are listed, `contact`. */
  readonly list: string
  readonly question: ListQuestion
  readonly columns: readonly string[]
  /** How many rows the question has, asked exactly where the list itself does not know; null when that can't be told. */
  readonly count: () => Promise<number | null>
  /** A number of rows in the list's words, «1 240 clients». */
  readonly inWords: (count: number) => string
  /** Beside the columns, or where the list has nothing at all to show yet. */
  readonly place: 'bar' | 'empty'
}

/** Tools that other capabilities bring to every list (its export); the shell gives them. */
export const ListToolsContext = createContext<readonly ComponentType<ListToolProps>[]>([])

export const useListTools = (): readonly ComponentType<ListToolProps>[] => use(ListToolsContext)
