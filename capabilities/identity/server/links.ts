import type { Context } from '#kernel/server/context.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { linkHours } from './mails.ts'
import { newToken, tokenHash } from './secrets.ts'

type Purpose = keyof typeof linkHours

/** A fresh single-use link for a person or invitation; earlier ones of the same purpose stop working. Returns the token, kept nowhere in clear. */
export const newLink = async (
  ctx: Context,
  purpose: Purpose,
  targetId: string,
  email: string,
): Promise<{ token: string; expiresAt: string }> => {
  const token = newToken()
  const expiresAt = new Date(Date.parse(ctx.now) + linkHours[purpose] * 3_600_000).toISOString()
  await dropLinks(ctx, purpose, targetId)
  await ctx.db
    .insertInto('one_time_token')
    .values({
      token_hash: tokenHash(token),
      purpose,
      organization_id: ctx.organizationId,
      target_id: targetId,
      email,
      expires_at: expiresAt,
      used_at: null,
      created_at: ctx.now,
    })
    .execute()
  return { token, expiresAt }
}

/** The links of this purpose stop working. */
export const dropLinks = async (ctx: Context, purpose: Purpose, targetId: string): Promise<void> => {
  await ctx.db
    .deleteFrom('one_time_token')
    .where('target_id', '=', targetId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
}

export const linkIsDead = (): Problem =>
  new Problem(
    422,
    'link.dead',
    /*i18n*/ { id: 'link.dead', message: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.' },
  )

/** What a link stands for while it can still be used; the transaction enters its organization. Throws when it is dead. */
export const openLink = async (
  ctx: Context,
  purpose: Purpose,
  token: string,
): Promise<{ targetId: string; email: string; expiresAt: string }> => {
  const found = await ctx.db
    .selectFrom('one_time_token')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!found) throw linkIsDead()
  await ctx.enter(found.organization_id)
  return { targetId: found.target_id, email: found.email, expiresAt: found.expires_at }
}

/** Uses a link up: of two calls at the same time one gets through. */
export const useLink = async (ctx: Context, purpose: Purpose, token: string): Promise<{ targetId: string; email: string }> => {
  const used = await ctx.db
    .updateTable('one_time_token')
    .set({ used_at: ctx.now })
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning(['organization_id', 'target_id', 'email'])
    .executeTakeFirst()
  if (!used) throw linkIsDead()
  await ctx.enter(used.organization_id)
  return { targetId: used.target_id, email: used.email }
}
