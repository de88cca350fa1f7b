import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Call } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { identityOperations } from '../contract.ts'
import { openSession } from './open-session.ts'
import { deviceMarkFits, deviceMarkOf, passwordFits } from './secrets.ts'
import type { SignInTable } from './tables.ts'

type Input = ParsedOf<typeof identityOperations.signIn>

/** A session lasts a working day, or a month where the person asked to stay. */
const sessionHours = { short: 12, long: 30 * 24 }
/** The first wrong guesses cost nothing; then each doubles the wait, up to a quarter of an hour. */
const freeGuesses = 4
const longestWaitSeconds = 900

export interface SignInPrepared {
  readonly account: SignInTable | null
  readonly fits: boolean
  readonly known: boolean
  readonly secret: string
}

/** The slow part, before any lock: the login is looked up and the password tried; as long for an unknown login as for a known one. */
export const prepareSignIn = async (services: Services, input: Input, call: Call): Promise<SignInPrepared> => {
  const login = input.login.toLowerCase()
  const account =
    (await services.database
      .selectFrom('sign_in')
      .selectAll()
      .where((eb) => eb.or([eb('email', '=', login), eb('user_name', '=', login)]))
      .executeTakeFirst()) ?? null
  const known = account !== null && deviceMarkFits(services.secret, account.user_id, call.caller?.deviceMark ?? null)
  await refuseWhileWaiting(services, waitKey(login, known ? (account?.user_id ?? '') : null, call.actor.ip))
  const fits = await passwordFits(account?.password_hash ?? null, input.password)
  return { account, fits, known, secret: services.secret }
}

/**
 * Guesses are counted per login and per browser: a browser that its owner used before has a count of its own, so strangers can slow
 * only strangers (OWASP, «device cookies»).
 */
const waitKey = (login: string, knownUser: string | null, _ip: string | null): string =>
  createHash('sha256')
    .update(knownUser === null ? `login:${login}` : `device:${knownUser}`)
    .digest('hex')

const refuseWhileWaiting = async (services: Services, key: string): Promise<void> => {
  const now = new Date()
  const attempt = await services.database.selectFrom('sign_in_attempt').select('wait_until').where('key', '=', key).executeTakeFirst()
  const wait = attempt ? Math.ceil((Date.parse(attempt.wait_until) - now.getTime()) / 1000) : 0
  if (wait > 0) {
    throw new Problem(
      429,
      'sign_in.wait',
      {
        .../*i18n*/ { id: 'sign_in.wait', message: 'Plusieurs essais ont échoué. Réessayez dans {seconds} s.' },
        values: { seconds: wait },
      },
      [],
      { retryAfterSeconds: wait },
    )
  }
}

/** A person enters with e-mail or user name and password (G3). Wrong login and wrong password get one and the same answer. */
export const signIn = async (
  ctx: Context,
  input: Input,
  { account, fits, known, secret }: SignInPrepared,
): Promise<{ id: string; name: string }> => {
  const login = input.login.toLowerCase()
  const key = waitKey(login, known ? (account?.user_id ?? '') : null, ctx.actor.ip)
  if (!account || !fits) {
    await countFailure(ctx, key)
    if (account) {
      await ctx.enter(account.organization_id)
      ctx.audit({ operation: 'auth.sign_in_failed', subject: { kind: 'user', id: account.user_id } })
    }
    throw new Problem(
      401,
      'sign_in.wrong',
      /*i18n*/ { id: 'sign_in.wrong', message: 'L’identifiant ou le mot de passe ne convient pas.' },
      [],
      { keep: true },
    )
  }
  await ctx.enter(account.organization_id)
  if (account.verified_at === null)
    throw new Problem(
      403,
      'sign_in.not_verified',
      /*i18n*/ { id: 'sign_in.not_verified', message: 'Confirmez d’abord votre adresse e-mail avec le lien reçu.' },
    )
  if (account.suspended_at !== null)
    throw new Problem(
      403,
      'sign_in.suspended',
      /*i18n*/ { id: 'sign_in.suspended', message: 'Ce compte est suspendu. Adressez-vous à votre administrateur.' },
    )
  await ctx.db.deleteFrom('sign_in_attempt').where('key', '=', key).execute()
  const person = await ctx.db
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('organization_id', '=', account.organization_id)
    .where('id', '=', account.user_id)
    .executeTakeFirstOrThrow()
  const { id, token, expiresAt } = await openSession(ctx, {
    userId: account.user_id,
    hours: input.remember ? sessionHours.long : sessionHours.short,
  })
  ctx.giveCredential(token, expiresAt)
  ctx.giveDeviceMark(deviceMarkOf(secret, account.user_id))
  ctx.audit({
    by: person,
    subject: { kind: 'user', id: person.id, title: person.name },
    after: { session_id: id, device: ctx.caller.device },
  })
  return person
}

/** One more failure: from the fifth the wait doubles each time. A quiet day forgets them. */
const countFailure = async (ctx: Context, key: string): Promise<void> => {
  const forgetBefore = new Date(Date.parse(ctx.now) - 24 * 3_600_000).toISOString()
  const counted = await ctx.db
    .insertInto('sign_in_attempt')
    .values({ key, failures: 1, last_failure_at: ctx.now, wait_until: ctx.now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        failures: sql<number>`case when sign_in_attempt.last_failure_at < ${forgetBefore}::timestamptz then 1 else sign_in_attempt.failures + 1 end`,
        last_failure_at: ctx.now,
      }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  const over = counted.failures - freeGuesses
  if (over <= 0) return
  const wait = Math.min(longestWaitSeconds, 2 ** over)
  await ctx.db
    .updateTable('sign_in_attempt')
    .set({ wait_until: new Date(Date.parse(ctx.now) + wait * 1000).toISOString() })
    .where('key', '=', key)
    .execute()
}
