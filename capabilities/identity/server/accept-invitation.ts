import type { Context } from '#kernel/server/context.ts'
import { keptPhone } from '#kernel/server/phone-foreign.ts'
import { sqlState } from '#kernel/server/database.ts'
import type { Services } from '#kernel/server/services.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'
import { termsVersion, type identityOperations } from '../contract.ts'
import { linkIsDead, openLink, useLink } from './links.ts'
import { checkPassword } from './passwords.ts'
import { hashPassword } from './secrets.ts'

type Operations = typeof identityOperations

/** What an invitation link offers, so that the person sees whom they join before choosing a password. */
export const readInvitation = async (ctx: Context, input: { token: string }): Promise<OutputOf<Operations['readInvitation']>> => {
  const { targetId, email, expiresAt } = await openLink(ctx, 'invitation', input.token)
  const row = await ctx.db
    .selectFrom('invitation as i')
    .innerJoin('agency as a', (join) => join.onRef('a.organization_id', '=', 'i.organization_id').onRef('a.id', '=', 'i.agency_id'))
    .innerJoin('app_user as u', (join) => join.onRef('u.organization_id', '=', 'i.organization_id').onRef('u.id', '=', 'i.invited_by'))
    .select(['i.name', 'i.role', 'a.number', 'a.name as agency_name', 'u.name as inviter'])
    .where('i.organization_id', '=', ctx.organizationId)
    .where('i.id', '=', targetId)
    .where('i.cancelled_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw linkIsDead()
  const organization = await getOrganization(ctx)
  return {
    email,
    name: row.name,
    organization: { name: organization.name, logo_url: organization.logo_url },
    agency: { number: row.number, name: row.agency_name },
    role: row.role,
    invited_by: row.inviter,
    expires_at: expiresAt,
  }
}

export const prepareAcceptance = async (_services: Services, input: ParsedOf<Operations['acceptInvitation']>): Promise<string> => {
  if (input.accept_terms !== termsVersion)
    throw refuse(
      'terms.not_accepted',
      /*i18n*/ { id: 'terms.not_accepted', message: 'Acceptez les conditions d’utilisation en vigueur pour continuer.' },
      'accept_terms',
    )
  checkPassword(input.password, [input.name, input.user_name])
  return hashPassword(input.password)
}

/** The invited colleague joins: the link is used up, and having received it proves the address. */
export const acceptInvitation = async (
  ctx: Context,
  input: ParsedOf<Operations['acceptInvitation']>,
  passwordHash: string,
): Promise<{ email: string }> => {
  const { targetId, email } = await useLink(ctx, 'invitation', input.token)
  const invitation = await ctx.db
    .selectFrom('invitation')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', targetId)
    .where('cancelled_at', 'is', null)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (!invitation) throw linkIsDead()
  const waiting = await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('email', '=', email)
    .where('status', '=', 'invited')
    .executeTakeFirst()
  const id = waiting?.id ?? newId()
  await letIn(ctx, { id, email, isWaiting: waiting !== undefined }, input, passwordHash)
  const person = {
    name: input.name,
    name_folded: fold(input.name),
    user_name: input.user_name,
    phone: keptPhone(input.phone, 40),
    function: input.function,
    role: invitation.role,
    scope: invitation.scope,
    status: 'active',
    agency_id: invitation.agency_id,
    language: input.language,
    terms_version: input.accept_terms,
    terms_accepted_at: ctx.now,
    confirmed_at: ctx.now,
    updated_at: ctx.now,
  } as const
  if (waiting)
    await ctx.db
      .updateTable('app_user')
      .set((row) => ({ ...person, version: row('version', '+', 1) }))
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', id)
      .execute()
  else
    await ctx.db
      .insertInto('app_user')
      .values({
        ...person,
        organization_id: ctx.organizationId,
        id,
        email,
        address: null,
        last_seen_at: null,
        external_id: null,
        source: null,
        created_at: ctx.now,
      })
      .execute()
  await ctx.db
    .updateTable('invitation')
    .set({ accepted_at: ctx.now, user_id: id })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', targetId)
    .execute()
  ctx.audit({
    by: { id, name: input.name },
    subject: { kind: 'user', id, title: input.name },
    after: { role: invitation.role, scope: invitation.scope, agency_id: invitation.agency_id, terms_version: input.accept_terms },
  })
  ctx.emit({ name: 'user.updated', subjectId: id })
  return { email }
}

/** Makes the sign-in, or completes the one of a person whom a file had brought in. */
const letIn = async (
  ctx: Context,
  person: { id: string; email: string; isWaiting: boolean },
  input: ParsedOf<Operations['acceptInvitation']>,
  passwordHash: string,
): Promise<void> => {
  const credentials = { user_name: input.user_name, password_hash: passwordHash, verified_at: ctx.now, password_changed_at: ctx.now }
  try {
    if (person.isWaiting) await ctx.db.updateTable('sign_in').set(credentials).where('user_id', '=', person.id).execute()
    else
      await ctx.db
        .insertInto('sign_in')
        .values({
          ...credentials,
          user_id: person.id,
          organization_id: ctx.organizationId,
          email: person.email,
          suspended_at: null,
          created_at: ctx.now,
        })
        .execute()
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    throw refuse('user_name.taken', /*i18n*/ { id: 'user_name.taken', message: 'Ce nom d’utilisateur est déjà pris.' }, 'user_name')
  }
}
