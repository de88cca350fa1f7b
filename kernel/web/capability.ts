import type { ComponentType } from 'react'
import type { MessageDescriptor } from '@lingui/core'
import type { ListToolProps } from './ui/list/list-tools.ts'
import type { NavigationIcon } from './ui/navigation-icon.tsx'

/** A page at an address (`/users/$id`); its code comes when it is visited. */
export interface Page {
  readonly path: `/${string}`
  readonly load: () => Promise<ComponentType>
  /** Who may open it, `object.action`; anybody signed in otherwise. */
  readonly needs?: `${string}.${string}`
}

export type NavigationGroup = 'relation' | 'sales' | 'insurance' | 'service' | 'marketing' | 'steering' | 'administration'

/** An entry of the navigation; shown to who holds `needs`. `rank` orders it in its group and on the phone's bar. */
export interface NavigationEntry {
  readonly group: NavigationGroup
  readonly rank: number
  readonly label: MessageDescriptor
  readonly icon: NavigationIcon
  readonly to: `/${string}`
  readonly needs?: `${string}.${string}`
}

/** An entry of «+ Créer»: an address that opens the form. */
export interface Creation {
  readonly label: MessageDescriptor
  readonly icon: NavigationIcon
  readonly to: `/${string}`
  readonly needs: `${string}.${string}`
  readonly rank: number
}

/** One thing that ⌘K found. */
export interface Found {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly to: `/${string}`
}

/** A kind of thing that ⌘K looks for in a capability of its own. */
export interface SearchSource {
  readonly kind: MessageDescriptor
  readonly icon: NavigationIcon
  readonly needs?: `${string}.${string}`
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
}

/** Background work (imports, letters in numbers): a component that shows nothing and tells what runs, by `useReportWork`. */
export type WorkInProgress = () => Promise<ComponentType>

/** What the sentence of a notification names: days and instants as ISO strings, money as integer centimes. */
export type NoticeValues = Readonly<Record<string, string | number | boolean | null>>

/** A kind of notification: its picture, and its words, one sentence without a full stop. The record's name stands beside it. */
export interface Notice {
  readonly icon: NavigationIcon
  readonly Sentence: ComponentType<{ values: NoticeValues }>
}

/** What one capability gives the web: its front door in one value. Light: it is part of the first bundle. */
export interface WebCapability {
  readonly name: string
  /** Pages in the shell, for the signed-in person. */
  readonly pages?: readonly Page[]
  /** Pages for anybody, outside the shell. */
  readonly publicPages?: readonly Page[]
  readonly navigation?: readonly NavigationEntry[]
  readonly creations?: readonly Creation[]
  readonly search?: () => Promise<readonly SearchSource[]>
  readonly workInProgress?: WorkInProgress
  /** A tool beside the columns of every list; it shows itself only where it applies. */
  readonly listTool?: () => Promise<ComponentType<ListToolProps>>
  /** How its kinds of notification are said (`policy.expiring`), and their pictures; the code comes with the first one shown. */
  readonly notices?: () => Promise<Readonly<Record<`${string}.${string}`, Notice>>>
  /** Where the pages of its records are, by kind of record: `{ contact: '/contacts' }`, the identifier follows. */
  readonly records?: Readonly<Record<string, `/${string}`>>
  /** object of an event → objects whose answers it changes too: `{ note: ['contact'] }`. */
  readonly refreshes?: Readonly<Record<string, readonly string[]>>
}
