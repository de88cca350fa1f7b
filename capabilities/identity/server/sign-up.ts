import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { keptPhone } from '#kernel/server/phone-foreign.ts'
import { sqlState } from '#kernel/server/database.ts'
import type { Services } from '#kernel/server/services.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import { foundOrganization } from '#capabilities/organization/server/index.ts'
import { identityOperations, termsVersion } from '../contract.ts'
import { newLink } from './links.ts'
import { mailVerification } from './mails.ts'
import { checkPassword } from './passwords.ts'
import { hashPassword } from './secrets.ts'
import { readWelcome } from './read-welcome.ts'

type Input = ParsedOf<typeof identityOperations.signUp>

export interface SignUpPrepared {
  readonly passwordHash: string
  readonly services: Services
}

export const prepareSignUp = async (services: Services, input: Input): Promise<SignUpPrepared> => {
  if (input.accept_terms !== termsVersion) {
    throw refuse(
      'terms.not_accepted',
      /*i18n*/ { id: 'terms.not_accepted', message: 'Acceptez les conditions d’utilisation en vigueur pour continuer.' },
      'accept_terms',
    )
  }
  checkPassword(input.administrator.password, [input.administrator.name, input.administrator.email, input.organization.name])
  return { passwordHash: await hashPassword(input.administrator.password), services }
}

/** A new organization registers with its administrator, who must confirm the e-mail before entering (G4, G6). */
export const signUp = async (ctx: Context, input: Input, prepared: SignUpPrepared): Promise<{ email: string }> => {
  // Two first registrations at once: the second waits here and then finds the door closed.
  if (prepared.services.signUp === 'first') await lockRegistration(ctx)
  const { sign_up: policy } = await readWelcome(ctx, {}, prepared.services)
  if (policy === 'closed') {
    throw new Problem(
      403,
      'sign_up.closed',
      /*i18n*/ {
        id: 'sign_up.closed',
        message: 'Les inscriptions sont closes sur cette installation. Demandez une invitation à votre administrateur.',
      },
    )
  }
  const { administrator } = input
  const { organizationId, agencyId } = await foundOrganization(ctx, { ...input.organization, isDemo: false })
  const userId = newId()
  const email = administrator.email.toLowerCase()
  try {
    await ctx.db
      .insertInto('sign_in')
      .values({
        user_id: userId,
        organization_id: organizationId,
        email,
        user_name: administrator.user_name,
        password_hash: prepared.passwordHash,
        verified_at: null,
        suspended_at: null,
        password_changed_at: ctx.now,
        created_at: ctx.now,
      })
      .execute()
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    throw refuse(
      'sign_up.email_taken',
      /*i18n*/ {
        id: 'sign_up.email_taken',
        message: 'Un compte existe déjà avec cette adresse ou ce nom d’utilisateur. Connectez-vous, ou réinitialisez le mot de passe.',
      },
      'administrator.email',
    )
  }
  await ctx.db
    .insertInto('app_user')
    .values({
      organization_id: organizationId,
      id: userId,
      name: administrator.name,
      name_folded: fold(administrator.name),
      email,
      user_name: administrator.user_name,
      address: administrator.address,
      phone: keptPhone(administrator.phone, 40),
      function: administrator.function,
      role: 'administrator',
      scope: 'organization',
      status: 'active',
      agency_id: agencyId,
      language: input.organization.language,
      terms_version: input.accept_terms,
      terms_accepted_at: ctx.now,
      confirmed_at: null,
      last_seen_at: null,
      external_id: null,
      source: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  const link = await newLink(ctx, 'verify_email', userId, email)
  await mailVerification(ctx, prepared.services, {
    email,
    name: administrator.name,
    language: input.organization.language,
    token: link.token,
  })
  ctx.audit({
    by: { id: userId, name: administrator.name },
    subject: { kind: 'user', id: userId, title: administrator.name },
    after: { role: 'administrator', terms_version: input.accept_terms },
  })
  return { email }
}

const registrationLock = 0x61737375

const lockRegistration = async (ctx: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${registrationLock})`.execute(ctx.db)
}
