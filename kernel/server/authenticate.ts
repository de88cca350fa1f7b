import type { RawBuilder } from 'kysely'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Actor, Language } from './context.ts'
import type { Services } from './services.ts'

/** Who a call comes from, and for which organization. */
export interface Caller {
  readonly actor: Actor
  readonly organizationId: string | null
  /**
   * Binds the transaction to the organization only if the caller is still who they are taken for, and raises `staleCaller` otherwise:
   * so that a process may remember callers and yet never serve one who has left.
   */
  readonly enter?: RawBuilder<unknown>
}

/** SQLSTATE by which `Caller.enter` says that the caller changed since they were looked up. */
export const staleCaller = 'AS001'

/**
 * Finds the person or key behind a credential; null when it is unknown, ended or suspended. Given by the capability that
 * knows people. `afresh` when what is remembered of them proved old, or no transaction will check it. */
export type Authenticate = (
  services: Services,
  credential: { kind: 'session' | 'api_key'; token: string },
  from: { ip: string | null; afresh: boolean },
) => Promise<Caller | null>

/** Somebody who has not signed in. */
export const visitor = (language: Language, ip: string | null): Actor => ({
  kind: 'visitor',
  userId: null,
  credentialId: null,
  name: 'visiteur',
  role: null,
  scope: 'own',
  agencyId: null,
  regionAgencyIds: [],
  grants: {},
  language,
  timeZone: 'Africa/Algiers',
  ip,
})

/** The program itself, for work that nobody asked for by hand; `grants` stay empty because it calls no checked operation. */
export const systemActor = (name: string, scope: Reach = 'organization'): Actor => ({ ...visitor('fr', null), kind: 'system', name, scope })
