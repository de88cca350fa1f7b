import { createContext, use, type ComponentType } from 'react'
import type { ListQuestion } from './definition.ts'

/** What a tool of a list knows: which list, what is asked of it, and the fields in sight, in their order. */
export interface ListToolProps {
  /** The object whose rows are listed, `contact`. */
  readonly list: string
  readonly question: ListQuestion
  readonly columns: readonly string[]
}

/** Tools that other capabilities bring to every list (its export); the shell gives them. */
export const ListToolsContext = createContext<readonly ComponentType<ListToolProps>[]>([])

export const useListTools = (): readonly ComponentType<ListToolProps>[] => use(ListToolsContext)
