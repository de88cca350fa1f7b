import type { EventNote } from './events.ts'
import type { Implementation } from './door.ts'
import type { JobDefinition } from './jobs.ts'
import type { SearchKind } from './search.ts'

/** A job enqueued whenever an event of this name was committed; its input is `{ organization_id, event }`. */
export interface Reaction {
  readonly event: EventNote['name']
  readonly job: JobDefinition
}

/** What one capability gives the server: its front door in one value. */
export interface Capability {
  readonly name: string
  readonly implementations: readonly Implementation[]
  readonly jobs?: readonly JobDefinition[]
  readonly reactions?: readonly Reaction[]
  /** Kinds of records that the search finds, with the permission that each needs. */
  readonly searches?: readonly SearchKind[]
}
