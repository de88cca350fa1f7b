import { sql } from 'kysely'
import type { Authenticate } from '#kernel/server/authenticate.ts'
import type { Actor } from '#kernel/server/context.ts'
import type { Database } from '#kernel/server/database.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Grants, Reach } from '#kernel/shared/rights.ts'
import type { Language, Role } from '../contract.ts'
import { grantsOf } from '../rights.ts'
import { tokenHash } from './secrets.ts'

interface ActorRow {
  kind: 'user' | 'api_key'
  session_id: string
  user_id: string
  organization_id: string
  name: string
  role: Role
  scope: Reach
  agency_id: string
  region_agencies: string[] | null
  language: Language
  time_zone: string
  read_only: boolean
  last_seen_at: string | null
}

/** `last seen` is written at most this often, so that reading costs no write. */
const seenEveryMs = 60_000

interface Known {
  readonly row: ActorRow & { stamp: string }
  readonly until: number
  seenAt: number
}

/** Whoever came lately, by the hash of their credential. Every call checks in its own transaction that they are unchanged. */
const known = new Map<string, Known>()
const knownForMs = 60_000
const mostKnown = 20_000

/** Finds the person behind a session or key in one question to the database; ended, suspended or unknown gives null. */
export const authenticateCaller: Authenticate = async (services, credential, from) => {
  const now = new Date()
  const hash = tokenHash(credential.token)
  const found = await whoIs(services, credential.kind, hash, now, from.afresh)
  if (found === null) return null
  const { row } = found
  if (now.getTime() - found.seenAt > seenEveryMs) {
    found.seenAt = now.getTime()
    noteSeen(services, credential.kind, hash, row, now.toISOString())
  }
  const at = now.toISOString()
  return {
    actor: actorOf(row, from.ip),
    organizationId: row.organization_id,
    enter:
      credential.kind === 'session'
        ? sql`select session_enter(${hash}, ${at}::timestamptz, ${row.stamp}, ${row.organization_id}::uuid)`
        : sql`select api_key_enter(${hash}, ${at}::timestamptz, ${row.stamp}, ${row.organization_id}::uuid)`,
  }
}

const whoIs = async (services: Services, kind: 'session' | 'api_key', hash: Buffer, now: Date, afresh: boolean): Promise<Known | null> => {
  const key = `${kind} ${hash.toString('base64')}`
  const remembered = known.get(key)
  if (remembered !== undefined && !afresh && remembered.until > now.getTime()) return remembered
  known.delete(key)
  const at = now.toISOString()
  const found =
    kind === 'session'
      ? await sql<Known['row']>`select * from session_actor(${hash}, ${at}::timestamptz)`.execute(services.database)
      : await sql<Known['row']>`select * from api_key_actor(${hash}, ${at}::timestamptz)`.execute(services.database)
  const [row] = found.rows
  if (row === undefined) return null
  if (known.size >= mostKnown) known.clear()
  const entry: Known = { row, until: now.getTime() + knownForMs, seenAt: row.last_seen_at === null ? 0 : Date.parse(row.last_seen_at) }
  known.set(key, entry)
  return entry
}

const actorOf = (row: ActorRow, ip: string | null): Actor => ({
  kind: row.kind,
  userId: row.user_id,
  credentialId: row.session_id,
  name: row.name,
  role: row.role,
  scope: row.scope,
  agencyId: row.agency_id,
  regionAgencyIds: row.region_agencies === null ? [row.agency_id] : [...new Set([row.agency_id, ...row.region_agencies])],
  grants: row.read_only ? readingOnly(grantsOf(row.role, row.scope)) : grantsOf(row.role, row.scope),
  language: row.language,
  timeZone: row.time_zone,
  ip,
})

/** The same grants without anything that changes a record, for a key that may only read. */
const readingOnly = (grants: Grants): Grants =>
  Object.fromEntries(
    Object.entries(grants).flatMap(([object, actions]) => (actions['view'] === undefined ? [] : [[object, { view: actions['view'] }]])),
  )

const noteSeen = (services: Services, kind: 'session' | 'api_key', hash: Buffer, row: ActorRow, now: string): void => {
  const write = async (database: Database) => {
    if (kind === 'session') await database.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute()
    else await database.updateTable('api_key').set({ last_used_at: now }).where('token_hash', '=', hash).execute()
    await database.transaction().execute(async (db) => {
      await sql`select app_set_org(${row.organization_id}::uuid)`.execute(db)
      await db
        .updateTable('app_user')
        .set({ last_seen_at: now })
        .where('organization_id', '=', row.organization_id)
        .where('id', '=', row.user_id)
        .execute()
    })
  }
  write(services.database).catch((error: unknown) => services.log.debug({ err: error }, 'last seen not noted'))
}

/** The actor that stands for a person in background work they asked for; null once they may no longer act. */
export const actorOfUser = async (services: Services, organizationId: string, userId: string): Promise<Actor | null> => {
  const row = await services.database.transaction().execute(async (db) => {
    await sql`select app_set_org(${organizationId}::uuid)`.execute(db)
    return db
      .selectFrom('app_user as u')
      .innerJoin('organization as o', 'o.organization_id', 'u.organization_id')
      .select(['u.id as user_id', 'u.name', 'u.role', 'u.scope', 'u.agency_id', 'u.language', 'o.time_zone'])
      .select((eb) =>
        sql<
          string[]
        >`array(select b.id from agency a join agency b on b.organization_id = a.organization_id and b.region_id = a.region_id where a.organization_id = ${eb.ref('u.organization_id')} and a.id = ${eb.ref('u.agency_id')})`.as(
          'region_agencies',
        ),
      )
      .where('u.organization_id', '=', organizationId)
      .where('u.id', '=', userId)
      .where('u.status', '=', 'active')
      .executeTakeFirst()
  })
  if (!row) return null
  return actorOf(
    { ...row, kind: 'user', session_id: row.user_id, organization_id: organizationId, read_only: false, last_seen_at: null },
    null,
  )
}
