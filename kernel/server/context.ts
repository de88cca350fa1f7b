import type { Sentence } from '#kernel/shared/problem.ts'
import { reachOf, type Grants, type Reach } from '#kernel/shared/rights.ts'
import type { AuditNote } from './audit.ts'
import type { Db } from './database.ts'
import type { EventNote } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { MailNote } from './mail.ts'
import type { Occasions } from './occasions.ts'

export type Language = 'fr' | 'ar' | 'en'

/** Whoever acts, as the door found them: a person, a program with a key, a background job, or a visitor not signed in. */
export interface Actor {
  readonly kind: 'user' | 'api_key' | 'job' | 'system' | 'visitor'
  /** The person, or for a key the person it stands for. */
  readonly userId: string | null
  /** The session or key by which they came. */
  readonly credentialId: string | null
  readonly name: string
  readonly role: string | null
  readonly scope: Reach
  readonly agencyId: string | null
  /** The agencies that a reach of `region` covers, the own one included. */
  readonly regionAgencyIds: readonly string[]
  readonly grants: Grants
  readonly language: Language
  readonly timeZone: string
  readonly ip: string | null
}

/** A bounded file that was sent with a call. */
export interface Upload {
  readonly path: string
  readonly name: string
  readonly bytes: number
}

export interface Caller {
  /** The browser's own description, shortened. */
  readonly device: string
  /** A mark that an earlier sign-in left in this browser, or null. */
  readonly deviceMark: string | null
}

/**
 * All that a verb may use. `db` is the only database handle and is bound to one transaction and one organization, so no
 * verb can forget either; `audit` and `emit` are kept and written when the verb is done.
 */
export interface Context {
  readonly actor: Actor
  readonly db: Db
  readonly organizationId: string
  /** The instant of the call, ISO 8601 UTC: the same for all that the verb writes. */
  readonly now: string
  readonly requestId: string
  /** How far the actor's `permission` reaches, or null when it isn't held. */
  can(permission: string): Reach | null
  /** One line in the journal; every operation that writes owes at least one. */
  audit(note: AuditNote): void
  /** Says to the rest of the program, and to browsers, that something happened. */
  emit(event: EventNote): void
  /** Lets the capabilities above do their part of what happens here, in this very transaction. */
  occasion<K extends keyof Occasions>(name: K, fact: Occasions[K]): Promise<void>
  /** A message that leaves once the transaction is committed. */
  mail(note: MailNote): void
  /** Background work, enqueued in this very transaction. */
  readonly jobs: Jobs
  /** A sentence in the actor's language. */
  say(sentence: Sentence): string
  /** The verb found nothing to change: no journal entry is owed. */
  unchanged(): void
  /** The file that came with a multipart call; it lies in a temporary place and is removed after the call unless moved. */
  readonly upload: Upload | null
  /** From where a person comes, for sessions and known devices. */
  readonly caller: Caller
  /** Hands the caller a new session (or takes it away with null); the door's outside turns it into a cookie. */
  giveCredential(token: string | null, expiresAt: string | null): void
  /** Marks this browser as known to a login, so that others' guesses never slow its owner. */
  giveDeviceMark(mark: string): void
  /** For operations of visitors: binds the transaction to the organization that the verb found. */
  enter(organizationId: string): Promise<void>
}

/** The reach of a permission for an actor, bounded by their scope at grant time (see identity's rights). */
export const actorCan = (actor: Actor, permission: string): Reach | null => reachOf(actor.grants, permission)
