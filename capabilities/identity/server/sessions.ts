import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Nothing, OutputOf } from '#kernel/shared/contract.ts'
import type { identityOperations } from '../contract.ts'

const ownSessions = (ctx: Context) =>
  ctx.db
    .selectFrom('session')
    .where('user_id', '=', ctx.actor.userId ?? '')
    .where('expires_at', '>', ctx.now)

/** One's own open sessions, the present one first. */
export const listSessions = async (ctx: Context): Promise<OutputOf<typeof identityOperations.listSessions>> => {
  const rows = await ownSessions(ctx)
    .select(['id', 'device', 'ip', 'created_at', 'last_seen_at', 'expires_at'])
    .orderBy('last_seen_at', 'desc')
    .execute()
  const data = rows.map((row) => ({ ...row, current: row.id === ctx.actor.credentialId }))
  return { data: data.sort((a, b) => Number(b.current) - Number(a.current)) }
}

const journalled = (ctx: Context, userId: string, count: number): void =>
  ctx.audit({ subject: { kind: 'user', id: userId }, after: { sessions_ended: count } })

/** Ends one of one's own sessions; another person's is not found. */
export const endSession = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const ended = await ctx.db
    .deleteFrom('session')
    .where('user_id', '=', ctx.actor.userId ?? '')
    .where('id', '=', input.id)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw notFound()
  if (ended.id === ctx.actor.credentialId) ctx.giveCredential(null, null)
  journalled(ctx, ctx.actor.userId ?? '', 1)
  return {}
}

/** Ends every session of a person but, if named, one. Browsers are told at once. */
export const endSessionsOf = async (ctx: Context, userId: string, except: string | null): Promise<number> => {
  let query = ctx.db.deleteFrom('session').where('user_id', '=', userId)
  if (except !== null) query = query.where('id', '!=', except)
  const ended = await query.executeTakeFirst()
  if (ended.numDeletedRows > 0n) ctx.emit({ name: 'session.ended', userId })
  return Number(ended.numDeletedRows)
}

export const endOtherSessions = async (ctx: Context): Promise<{ ended: number }> => {
  const ended = await endSessionsOf(ctx, ctx.actor.userId ?? '', ctx.actor.credentialId)
  journalled(ctx, ctx.actor.userId ?? '', ended)
  return { ended }
}

/** Leaves: this session ends and its cookie goes. */
export const signOut = async (ctx: Context): Promise<Nothing> => {
  await ctx.db
    .deleteFrom('session')
    .where('user_id', '=', ctx.actor.userId ?? '')
    .where('id', '=', ctx.actor.credentialId ?? '')
    .execute()
  ctx.giveCredential(null, null)
  ctx.audit({ subject: { kind: 'user', id: ctx.actor.userId ?? '', title: ctx.actor.name } })
  return {}
}
