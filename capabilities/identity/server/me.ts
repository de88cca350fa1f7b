import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { withKeptPhones } from '#kernel/server/phone-foreign.ts'
import { sqlState } from '#kernel/server/database.ts'
import type { Call } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import { fold } from '#kernel/shared/fold.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'
import type { identityOperations, Me } from '../contract.ts'
import { checkPassword } from './passwords.ts'
import { hashPassword, passwordFits } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'

/** The signed-in person, what they may do, and their company's look: all that the shell needs, in one answer. */
export const readMe = async (ctx: Context): Promise<Me> => {
  const person = await ctx.db
    .selectFrom('app_user as u')
    .innerJoin('agency as a', (join) => join.onRef('a.organization_id', '=', 'u.organization_id').onRef('a.id', '=', 'u.agency_id'))
    .select([
      'u.id',
      'u.name',
      'u.email',
      'u.user_name',
      'u.phone',
      'u.function',
      'u.role',
      'u.scope',
      'u.language',
      'u.theme',
      'u.density',
      'u.version',
      'a.id as agency_id',
      'a.number',
      'a.name as agency_name',
    ])
    .where('u.organization_id', '=', ctx.organizationId)
    .where('u.id', '=', ctx.actor.userId ?? '')
    .executeTakeFirstOrThrow()
  const { agency_id, number, agency_name, language, theme, density, ...rest } = person
  return {
    ...rest,
    agency: { id: agency_id, number, name: agency_name },
    preferences: { language, theme, density },
    permissions: ctx.actor.grants as Me['permissions'],
    organization: await getOrganization(ctx),
  }
}

/** Everyone corrects their own details and preferences (docs/decisions/0005-rights.md). */
export const updateMe = async (ctx: Context, given: ParsedOf<typeof identityOperations.updateMe>): Promise<Me> => {
  const input = withKeptPhones(given, ['phone'])
  const before = await readMe(ctx)
  const change = changesBetween({ ...before, ...before.preferences }, input)
  if (change === null) {
    ctx.unchanged()
    return before
  }
  try {
    if (input.user_name !== undefined)
      await ctx.db.updateTable('sign_in').set({ user_name: input.user_name }).where('user_id', '=', before.id).execute()
    await ctx.db
      .updateTable('app_user')
      .set((row) => ({
        ...input,
        ...(input.name !== undefined && { name_folded: fold(input.name) }),
        version: row('version', '+', 1),
        updated_at: ctx.now,
      }))
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', before.id)
      .execute()
  } catch (error) {
    if (sqlState(error) === '23505')
      throw refuse('user_name.taken', /*i18n*/ { id: 'user_name.taken', message: 'Ce nom d’utilisateur est déjà pris.' }, 'user_name')
    throw error
  }
  ctx.audit({ subject: { kind: 'user', id: before.id, title: before.name }, ...change })
  return readMe(ctx)
}

interface PasswordPrepared {
  readonly fits: boolean
  readonly passwordHash: string
}

export const preparePasswordChange = async (
  services: Services,
  input: { current_password: string; password: string },
  call: Call,
): Promise<PasswordPrepared> => {
  const account = await services.database
    .selectFrom('sign_in')
    .select(['password_hash', 'email', 'user_name'])
    .where('user_id', '=', call.actor.userId ?? '')
    .executeTakeFirst()
  checkPassword(input.password, [call.actor.name, account?.email, account?.user_name])
  return {
    fits: await passwordFits(account?.password_hash ?? null, input.current_password),
    passwordHash: await hashPassword(input.password),
  }
}

/** A new password for oneself; the other sessions end. */
export const changePassword = async (ctx: Context, _input: object, prepared: PasswordPrepared): Promise<Nothing> => {
  if (!prepared.fits)
    throw new Problem(422, 'password.wrong', /*i18n*/ { id: 'password.wrong', message: 'Le mot de passe actuel ne convient pas.' }, [
      {
        path: 'current_password',
        code: 'password.wrong',
        sentence: /*i18n*/ { id: 'password.wrong', message: 'Le mot de passe actuel ne convient pas.' },
      },
    ])
  await ctx.db
    .updateTable('sign_in')
    .set({ password_hash: prepared.passwordHash, password_changed_at: ctx.now })
    .where('user_id', '=', ctx.actor.userId ?? '')
    .execute()
  const ended = await endSessionsOf(ctx, ctx.actor.userId ?? '', ctx.actor.credentialId)
  ctx.audit({ subject: { kind: 'user', id: ctx.actor.userId ?? '', title: ctx.actor.name }, after: { sessions_ended: ended } })
  return {}
}
