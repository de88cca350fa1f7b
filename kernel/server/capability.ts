import type { EventNote } from './events.ts'
import type { Implementation } from './door.ts'
import type { Exportable } from './exportable.ts'
import type { ImportKindOffer } from './file-import.ts'
import type { JobDefinition } from './jobs.ts'
import type { LetterTemplate } from './letters.ts'
import type { Namer } from './names.ts'
import type { Follower } from './occasions.ts'
import type { SearchKind } from './search.ts'
import type { Services } from './services.ts'

/** A job enqueued whenever an event of this name was committed; its input is `{ organization_id, event }`. */
export interface Reaction {
  readonly event: EventNote['name']
  readonly job: JobDefinition
}

/** A table whose rows hang on a record: by its `subject_id`, or by other columns such as `contact_id`. */
export type Attachment = string | { readonly table: string; readonly columns: readonly string[] }

/** What one capability gives the server: its front door in one value. */
export interface Capability {
  readonly name: string
  readonly implementations: readonly Implementation[]
  readonly jobs?: readonly JobDefinition[]
  readonly reactions?: readonly Reaction[]
  /** What it does, in the same transaction, when something happens in a lower capability. */
  readonly followers?: readonly Follower[]
  /** Kinds of records that the search finds, with the permission that each needs. */
  readonly searches?: readonly SearchKind[]
  /** Records that files can bring in, and lists that can leave as files. */
  readonly importables?: readonly ImportKindOffer[]
  readonly exportables?: readonly Exportable[]
  /** Say what its records are called where the journal names them by identifier; those with a subject are known already. */
  readonly namers?: readonly Namer[]
  /** Its tables whose rows hang on records of others, by `subject_id` or by the columns named. */
  readonly attachments?: readonly Attachment[]
  /** The letters that it writes, in every version that was ever sent. */
  readonly templates?: readonly LetterTemplate[]
  /** Takes up what a process that ended left undone; called once this process does background work. */
  readonly resume?: (services: Services) => Promise<void>
}
