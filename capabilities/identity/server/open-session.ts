import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { newToken, tokenHash } from './secrets.ts'

/** Opens a session for a person; only the hash of its token is kept. */
export const openSession = async (
  ctx: Context,
  input: { userId: string; hours: number },
): Promise<{ id: string; token: string; expiresAt: string }> => {
  const token = newToken()
  const id = newId()
  const expiresAt = new Date(Date.parse(ctx.now) + input.hours * 3_600_000).toISOString()
  await ctx.db
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      id,
      user_id: input.userId,
      organization_id: ctx.organizationId,
      device: ctx.caller.device,
      ip: ctx.actor.ip,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute()
  return { id, token, expiresAt }
}
