import type { Context } from '#kernel/server/context.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Role } from '../contract.ts'
import { defaultScope } from '../rights.ts'

/** Adds a confirmed person without an invitation, for the demonstration; returns the identifier. Without a password they enter by a reset link. */
export const admitPerson = async (
  ctx: Context,
  input: {
    agencyId: string
    role: Role
    scope?: Reach
    name: string
    email?: string
    passwordHash?: string
    function?: string
    id?: string
  },
): Promise<string> => {
  const id = input.id ?? newId()
  const email = (input.email ?? `${id}@exemple.dz`).toLowerCase()
  await ctx.db
    .insertInto('sign_in')
    .values({
      user_id: id,
      organization_id: ctx.organizationId,
      email,
      user_name: null,
      password_hash: input.passwordHash ?? null,
      verified_at: ctx.now,
      suspended_at: null,
      password_changed_at: null,
      created_at: ctx.now,
    })
    .execute()
  await ctx.db
    .insertInto('app_user')
    .values({
      organization_id: ctx.organizationId,
      id,
      name: input.name,
      name_folded: fold(input.name),
      email,
      user_name: null,
      address: null,
      phone: null,
      function: input.function ?? null,
      role: input.role,
      scope: input.scope ?? defaultScope(input.role),
      status: 'active',
      agency_id: input.agencyId,
      language: 'fr',
      terms_version: null,
      terms_accepted_at: null,
      confirmed_at: ctx.now,
      last_seen_at: null,
      external_id: null,
      source: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  ctx.audit({ operation: 'user.admit', subject: { kind: 'user', id, title: input.name }, after: { role: input.role } })
  return id
}
