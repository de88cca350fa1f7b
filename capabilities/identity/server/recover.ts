import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Nothing } from '#kernel/shared/contract.ts'
import { newLink, useLink } from './links.ts'
import { mailReset, mailVerification } from './mails.ts'
import { checkPassword } from './passwords.ts'
import { hashPassword } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'

/** Looks for the login and sends the link, away from the request: known and unknown logins take the same path and time. */
export const sendRecovery = job({
  name: 'identity.recovery',
  input: z.object({ login: z.string(), purpose: z.enum(['reset_password', 'verify_email']) }),
  run: async (services, input) => {
    const login = input.login.toLowerCase()
    const account = await services.database
      .selectFrom('sign_in')
      .selectAll()
      .where((eb) => eb.or([eb('email', '=', login), eb('user_name', '=', login)]))
      .executeTakeFirst()
    const wanted = input.purpose === 'verify_email' ? account?.verified_at === null : account?.suspended_at === null
    if (!account || !wanted) return
    await runAs(
      services,
      { actor: systemActor('ASSURA-CRM'), organizationId: account.organization_id, operation: `auth.${input.purpose}_sent` },
      async (ctx) => {
        const person = await ctx.db
          .selectFrom('app_user')
          .select(['name', 'language', 'status'])
          .where('organization_id', '=', account.organization_id)
          .where('id', '=', account.user_id)
          .executeTakeFirstOrThrow()
        // Whom a file brought in joins by an invitation, not by a link they ask for themselves.
        if (person.status === 'invited') return ctx.unchanged()
        const link = await newLink(ctx, input.purpose, account.user_id, account.email)
        const to = { email: account.email, name: person.name, language: person.language, token: link.token }
        await (input.purpose === 'reset_password' ? mailReset(ctx, services, to) : mailVerification(ctx, services, to))
        ctx.audit({ subject: { kind: 'user', id: account.user_id, title: person.name } })
      },
    )
  },
})

/** At most one message a minute per login and purpose, however often it is asked. */
const askFor =
  (purpose: 'reset_password' | 'verify_email') =>
  async (ctx: Context, input: { login: string }): Promise<Nothing> => {
    await ctx.jobs.send(
      sendRecovery,
      { login: input.login, purpose },
      { once: `${purpose}:${input.login.toLowerCase()}:${ctx.now.slice(0, 16)}` },
    )
    ctx.unchanged()
    return {}
  }

export const forgotPassword = askFor('reset_password')
export const resendVerification = askFor('verify_email')

/** The link of the message confirms the address; from now on the account works. */
export const verifyEmail = async (ctx: Context, input: { token: string }): Promise<{ email: string }> => {
  const { targetId, email } = await useLink(ctx, 'verify_email', input.token)
  await ctx.db.updateTable('sign_in').set({ verified_at: ctx.now }).where('user_id', '=', targetId).execute()
  const person = await ctx.db
    .updateTable('app_user')
    .set({ confirmed_at: ctx.now, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', targetId)
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
  ctx.audit({ by: person, subject: { kind: 'user', id: targetId, title: person.name } })
  return { email }
}

export const prepareReset = async (_services: Services, input: { password: string }): Promise<string> => {
  checkPassword(input.password, [])
  return hashPassword(input.password)
}

/** A new password by the link of the message; every session ends, and the address counts as confirmed. */
export const resetPassword = async (
  ctx: Context,
  input: { token: string; password: string },
  passwordHash: string,
): Promise<{ email: string }> => {
  const { targetId, email } = await useLink(ctx, 'reset_password', input.token)
  await ctx.db
    .updateTable('sign_in')
    .set((eb) => ({
      password_hash: passwordHash,
      password_changed_at: ctx.now,
      verified_at: eb.fn.coalesce('verified_at', eb.val(ctx.now)),
    }))
    .where('user_id', '=', targetId)
    .execute()
  const ended = await endSessionsOf(ctx, targetId, null)
  const person = await ctx.db
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', targetId)
    .executeTakeFirstOrThrow()
  ctx.audit({ by: person, subject: { kind: 'user', id: targetId, title: person.name }, after: { sessions_ended: ended } })
  return { email }
}

/** A reset link made at the console, for somebody whose mail does not arrive. Returns its token. */
export const makeResetLink = async (ctx: Context, input: { userId: string; email: string }): Promise<string> => {
  const link = await newLink(ctx, 'reset_password', input.userId, input.email)
  ctx.audit({ subject: { kind: 'user', id: input.userId, title: input.email } })
  return link.token
}
