import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { newToken, tokenHash } from './secrets.ts'

/** A key that acts with the rights of one person, read-only if asked. The key itself is shown once and kept only as a hash. */
export const createApiKey = async (
  ctx: Context,
  input: { userId: string; name: string; readOnly: boolean; expiresAt: string | null },
): Promise<{ id: string; key: string }> => {
  const id = newId()
  const key = `assura_${newToken()}`
  await ctx.db
    .insertInto('api_key')
    .values({
      token_hash: tokenHash(key),
      id,
      organization_id: ctx.organizationId,
      user_id: input.userId,
      name: input.name,
      prefix: key.slice(0, 12),
      read_only: input.readOnly,
      created_at: ctx.now,
      last_used_at: null,
      expires_at: input.expiresAt,
      revoked_at: null,
    })
    .execute()
  ctx.audit({
    operation: 'api_key.create',
    subject: { kind: 'api_key', id, title: input.name },
    after: { user_id: input.userId, read_only: input.readOnly, expires_at: input.expiresAt },
  })
  return { id, key }
}
