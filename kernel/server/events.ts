import { executeLater, type Db } from './database.ts'
import { newId } from '#kernel/shared/ids.ts'

/**
 * Something that happened, told without data: its name, the record, and who may learn of it. Capabilities above react to
 * the name; browsers of people who may see the record refresh what they show.
 */
export interface EventNote {
  /** `contact.updated`: object, then what happened. */
  readonly name: `${string}.${string}`
  readonly subjectId?: string
  /** Where the record belongs: those whose reach covers it are told. */
  readonly agencyId?: string
  readonly ownerId?: string | null
  /** The object whose `view` permission lets one hear of it, where that is not the one of the name. */
  readonly seenWith?: string
  /** Told to everybody of the organization: what every signed-in person may read, as the company's look. */
  readonly everyone?: true
  /** Told to this person alone, whatever their reach. */
  readonly userId?: string
  /** Small facts that are no one's personal data: counts, states. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

export interface StoredEvent extends EventNote {
  readonly id: string
  readonly organizationId: string
}

/** Keeps events beside the change that caused them; the relay announces them after the commit. */
export const writeEvents = async (db: Db, organizationId: string, now: string, events: readonly EventNote[]): Promise<void> => {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    id: newId(),
    organization_id: organizationId,
    name: event.name,
    body: JSON.stringify(event),
    created_at: now,
  }))
  await executeLater(db, db.insertInto('event_outbox').values(rows))
}
