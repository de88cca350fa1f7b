import { sql } from 'kysely'
import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { withKeptPhones } from '#kernel/server/phone-foreign.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { identityOperations, User } from '../contract.ts'
import { endSessionsOf } from './sessions.ts'

type Operations = typeof identityOperations

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const shown = (ctx: Context, row: Record<string, unknown>): User => {
  const user = row as unknown as Omit<User, 'can'>
  const mayEdit = ctx.can('user.edit') !== null
  return { ...user, can: { edit: mayEdit, suspend: mayEdit && user.id !== ctx.actor.userId && user.status === 'active' } }
}

/** The people of the organization. Their number is that of its staff: plain reads behind the wall. */
export const userList: ListDefinition<User> = {
  name: 'user',
  permission: 'user.view',
  from: sql`app_user u join agency a on a.organization_id = u.organization_id and a.id = u.agency_id`,
  select: sql`u.id, u.name, u.email, u.user_name, u.phone, u.function, u.role, u.scope, u.status, u.agency_id, a.number as agency_number, a.name as agency_name, u.language, u.confirmed_at, u.last_seen_at, u.created_at, u.external_id, u.version`,
  id: sql`u.id`,
  organization: sql`u.organization_id`,
  columns: {
    name: { kind: 'text', value: sql`u.name`, folded: sql`u.name_folded`, sort: sql`u.name_folded` },
    email: { kind: 'text', value: sql`u.email` },
    function: { kind: 'text', value: sql`u.function`, folded: sql`app_fold(u.function)`, nullable: true },
    role: { kind: 'choice', value: sql`u.role` },
    scope: { kind: 'choice', value: sql`u.scope` },
    status: { kind: 'choice', value: sql`u.status` },
    agency_id: { kind: 'reference', value: sql`u.agency_id`, sort: sql`a.number` },
    confirmed_at: { kind: 'instant', value: sql`u.confirmed_at`, nullable: true },
    last_seen_at: { kind: 'instant', value: sql`u.last_seen_at`, nullable: true },
    created_at: { kind: 'instant', value: sql`u.created_at` },
  },
  defaultSort: 'name',
  search: async (_ctx, q) =>
    sql`(u.name_folded like ${`%${escapeLike(fold(q))}%`} or u.email like ${`%${escapeLike(q.toLowerCase())}%`} or a.number like ${`${escapeLike(q)}%`})`,
  finish: (ctx, rows) => rows.map((row) => shown(ctx, row)),
}

export const listUsers = (ctx: Context, query: ListQuery): Promise<Page<User>> => runList(ctx, userList, query)

/** One person of the organization; not found otherwise. */
export const getUser = async (ctx: Context, input: { id: string }): Promise<User> => {
  const found = await sql<
    Record<string, unknown>
  >`select ${userList.select} from ${userList.from} where u.organization_id = ${ctx.organizationId}::uuid and u.id = ${input.id}::uuid`.execute(
    ctx.db,
  )
  const [row] = found.rows
  if (!row) throw notFound()
  return shown(ctx, row)
}

/** The figures above the list of people. */
export const countUsers = async (ctx: Context): Promise<OutputOf<Operations['countUsers']>> => {
  const since = new Date(Date.parse(ctx.now) - 7 * 86_400_000).toISOString()
  const counted = await sql<OutputOf<Operations['countUsers']>>`
    select count(*) filter (where status = 'active') as active,
      (select count(*) from invitation i where i.organization_id = ${ctx.organizationId}::uuid and i.accepted_at is null and i.cancelled_at is null and i.expires_at > ${ctx.now}::timestamptz) as invited,
      count(*) filter (where status = 'suspended') as suspended, count(*) filter (where last_seen_at > ${since}::timestamptz) as seen_last_7_days
    from app_user where organization_id = ${ctx.organizationId}::uuid`.execute(ctx.db)
  const [row] = counted.rows
  if (!row) throw notFound()
  return row
}

/** An organization never loses its last active administrator. */
const keepAnAdministrator = async (ctx: Context, leavingId: string): Promise<void> => {
  const administrators = await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .forUpdate()
    .execute()
  if (administrators.every((row) => row.id === leavingId)) {
    throw refuse(
      'user.last_administrator',
      /*i18n*/ { id: 'user.last_administrator', message: 'C’est le dernier administrateur actif : nommez-en d’abord un autre.' },
    )
  }
}

/** A person's details, role, scope or agency change; their open sessions see it at once. */
export const updateUser = async (ctx: Context, input: ParsedOf<Operations['updateUser']>): Promise<User> => {
  const { id, version, ...given } = input
  const fields = withKeptPhones(given, ['phone'])
  const before = await getUser(ctx, { id })
  const change = changesBetween(before, fields)
  if (change === null) {
    ctx.unchanged()
    return before
  }
  if (fields.agency_id !== undefined) {
    const agency = await ctx.db
      .selectFrom('agency')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', fields.agency_id)
      .executeTakeFirst()
    if (!agency)
      throw refuse('user.unknown_agency', /*i18n*/ { id: 'user.unknown_agency', message: 'Cette agence n’existe pas.' }, 'agency_id')
  }
  if (before.role === 'administrator' && fields.role !== undefined && fields.role !== 'administrator') await keepAnAdministrator(ctx, id)
  const updated = await ctx.db
    .updateTable('app_user')
    .set({ ...fields, ...(fields.name !== undefined && { name_folded: fold(fields.name) }), version: version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n)
    throw new Problem(
      409,
      'version_conflict',
      /*i18n*/ { id: 'user.conflict', message: 'Cette personne a été modifiée entre-temps.' },
      [],
      { current: await getUser(ctx, { id }) },
    )
  ctx.audit({ subject: { kind: 'user', id, title: before.name }, ...change })
  ctx.emit({ name: 'user.updated', subjectId: id })
  if (fields.role !== undefined || fields.scope !== undefined || fields.agency_id !== undefined)
    ctx.emit({ name: 'me.rights_changed', userId: id })
  return getUser(ctx, { id })
}

const setStatus = async (ctx: Context, id: string, status: 'active' | 'suspended'): Promise<User> => {
  const before = await getUser(ctx, { id })
  if (before.status === status) {
    ctx.unchanged()
    return before
  }
  await ctx.db
    .updateTable('app_user')
    .set((row) => ({ status, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await ctx.db
    .updateTable('sign_in')
    .set({ suspended_at: status === 'suspended' ? ctx.now : null })
    .where('user_id', '=', id)
    .execute()
  ctx.audit({ subject: { kind: 'user', id, title: before.name }, before: { status: before.status }, after: { status } })
  ctx.emit({ name: 'user.updated', subjectId: id })
  return getUser(ctx, { id })
}

/** A person is suspended: nothing of theirs is lost, every session ends at once. */
export const suspendUser = async (ctx: Context, input: { id: string }): Promise<User> => {
  if (input.id === ctx.actor.userId)
    throw refuse('user.suspend_self', /*i18n*/ { id: 'user.suspend_self', message: 'Vous ne pouvez pas suspendre votre propre compte.' })
  const before = await getUser(ctx, input)
  if (before.role === 'administrator') await keepAnAdministrator(ctx, input.id)
  const user = await setStatus(ctx, input.id, 'suspended')
  await endSessionsOf(ctx, input.id, null)
  return user
}

export const reactivateUser = (ctx: Context, input: { id: string }): Promise<User> => setStatus(ctx, input.id, 'active')

/** Signs a person out everywhere. */
export const endUserSessions = async (ctx: Context, input: { id: string }): Promise<{ ended: number }> => {
  const user = await getUser(ctx, input)
  const ended = await endSessionsOf(ctx, input.id, null)
  ctx.audit({ subject: { kind: 'user', id: user.id, title: user.name }, after: { sessions_ended: ended } })
  return { ended }
}

/** Active colleagues by name, those of one's own agency first; names, functions and agencies only. */
export const listColleagues = async (
  ctx: Context,
  input: ParsedOf<Operations['listColleagues']>,
): Promise<OutputOf<Operations['listColleagues']>> => {
  let query = ctx.db
    .selectFrom('app_user as u')
    .innerJoin('agency as a', (join) => join.onRef('a.organization_id', '=', 'u.organization_id').onRef('a.id', '=', 'u.agency_id'))
    .select(['u.id', 'u.name', 'u.function', 'u.agency_id', 'a.name as agency_name', 'a.number as agency_number'])
    .where('u.organization_id', '=', ctx.organizationId)
    .where('u.status', '=', 'active')
    .orderBy(sql`u.agency_id is distinct from ${ctx.actor.agencyId}::uuid`)
    .orderBy('u.name_folded')
    .limit(input.limit)
  if (input.q) query = query.where('u.name_folded', 'like', `%${escapeLike(fold(input.q))}%`)
  if (input.agency_id) query = query.where('u.agency_id', '=', input.agency_id)
  return { data: await query.execute() }
}
