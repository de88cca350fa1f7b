import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Services } from '#kernel/server/services.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import { refuse, type Sentence } from '#kernel/shared/problem.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'
import type { identityOperations, Invitation } from '../contract.ts'
import { defaultScope } from '../rights.ts'
import { dropLinks, newLink } from './links.ts'
import { linkHours, mailInvitation } from './mails.ts'

type Operations = typeof identityOperations
type Result = OutputOf<Operations['createInvitations']>['data'][number]

const status = sql`case when i.accepted_at is not null then 'accepted' when i.cancelled_at is not null then 'cancelled' when i.expires_at <= now() then 'expired' else 'pending' end`

const invitationList: ListDefinition<Invitation> = {
  name: 'invitation',
  permission: 'user.view',
  from: sql`invitation i join agency a on a.organization_id = i.organization_id and a.id = i.agency_id join app_user u on u.organization_id = i.organization_id and u.id = i.invited_by`,
  select: sql`i.id, i.email, i.name, i.role, i.scope, i.agency_id, a.number as agency_number, a.name as agency_name, ${status} as status, u.name as invited_by, i.created_at, i.sent_at, i.expires_at, i.accepted_at`,
  id: sql`i.id`,
  organization: sql`i.organization_id`,
  columns: {
    email: { kind: 'text', value: sql`i.email` },
    role: { kind: 'choice', value: sql`i.role` },
    status: { kind: 'choice', value: status, sort: false },
    agency_id: { kind: 'reference', value: sql`i.agency_id`, sort: false },
    created_at: { kind: 'instant', value: sql`i.created_at` },
    expires_at: { kind: 'instant', value: sql`i.expires_at` },
  },
  defaultSort: '-created_at',
  search: async (_ctx, q) => sql`i.email like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`,
  finish: (_ctx, rows) => rows as unknown as Invitation[],
}

export const listInvitations = (ctx: Context, query: ListQuery): Promise<Page<Invitation>> => runList(ctx, invitationList, query)

const getInvitation = async (ctx: Context, id: string): Promise<Invitation> => {
  const found =
    await sql<Invitation>`select ${invitationList.select} from ${invitationList.from} where i.organization_id = ${ctx.organizationId}::uuid and i.id = ${id}::uuid`.execute(
      ctx.db,
    )
  const [row] = found.rows
  if (!row) throw notFound()
  return row
}

const outcomes: Record<Result['outcome'], Sentence> = {
  invited: /*i18n*/ { id: 'invitation.invited', message: 'Invitation envoyée.' },
  already_member: /*i18n*/ { id: 'invitation.already_member', message: 'Cette personne fait déjà partie de l’organisation.' },
  already_invited: /*i18n*/ { id: 'invitation.already_invited', message: 'Une invitation est déjà en attente ; vous pouvez la renvoyer.' },
  unknown_agency: /*i18n*/ { id: 'invitation.unknown_agency', message: 'Aucune agence ne porte ce numéro.' },
  unavailable: /*i18n*/ { id: 'invitation.unavailable', message: 'Cette adresse ne peut pas être invitée ; choisissez-en une autre.' },
}

/** Colleagues are invited by agency number and e-mail, several at once; each line has its own result and none blocks another (A2, G7). */
export const inviteColleagues = async (
  ctx: Context,
  input: ParsedOf<Operations['createInvitations']>,
  services: Services,
): Promise<OutputOf<Operations['createInvitations']>> => {
  const { language } = await getOrganization(ctx)
  const data: Result[] = []
  const answer = (email: string, outcome: Result['outcome'], invitation: Invitation | null) =>
    data.push({ email, outcome, message: ctx.say(outcomes[outcome]), invitation })
  for (const invitee of input.invitations) {
    const email = invitee.email.toLowerCase()
    const agency = await ctx.db
      .selectFrom('agency')
      .select(['id', 'number', 'name'])
      .where('organization_id', '=', ctx.organizationId)
      .where('number', '=', invitee.agency_number)
      .executeTakeFirst()
    if (!agency) {
      answer(email, 'unknown_agency', null)
      continue
    }
    const known = await ctx.db.selectFrom('sign_in').select(['organization_id', 'user_id']).where('email', '=', email).executeTakeFirst()
    if (known && !(await isWaiting(ctx, known))) {
      answer(email, known.organization_id === ctx.organizationId ? 'already_member' : 'unavailable', null)
      continue
    }
    await dropExpired(ctx, email)
    const id = newId()
    const made = await ctx.db
      .insertInto('invitation')
      .values({
        organization_id: ctx.organizationId,
        id,
        email,
        name: invitee.name,
        role: invitee.role,
        scope: invitee.scope ?? defaultScope(invitee.role),
        agency_id: agency.id,
        invited_by: ctx.actor.userId ?? '',
        created_at: ctx.now,
        sent_at: ctx.now,
        expires_at: new Date(Date.parse(ctx.now) + linkHours.invitation * 3_600_000).toISOString(),
        accepted_at: null,
        cancelled_at: null,
        user_id: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'email']).where('accepted_at', 'is', null).where('cancelled_at', 'is', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      answer(email, 'already_invited', null)
      continue
    }
    const link = await newLink(ctx, 'invitation', id, email)
    await mailInvitation(ctx, services, {
      email,
      language,
      token: link.token,
      invitedBy: ctx.actor.name,
      agency: `${agency.number} ${agency.name}`,
    })
    ctx.audit({ subject: { kind: 'invitation', id, title: email }, after: { role: invitee.role, agency: agency.number } })
    answer(email, 'invited', await getInvitation(ctx, id))
  }
  if (data.every((result) => result.outcome !== 'invited')) ctx.unchanged()
  else ctx.emit({ name: 'user.invited' })
  return { data }
}

/** An invitation that ran out stands in nobody's way: it ends when the same address is invited again. */
const dropExpired = async (ctx: Context, email: string): Promise<void> => {
  const expired = await ctx.db
    .updateTable('invitation')
    .set({ cancelled_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '<=', ctx.now)
    .returning('id')
    .executeTakeFirst()
  if (!expired) return
  await dropLinks(ctx, 'invitation', expired.id)
  ctx.audit({
    subject: { kind: 'invitation', id: expired.id, title: email },
    before: { status: 'expired' },
    after: { status: 'cancelled' },
  })
}

/** True for a person of this organization whom a file brought in: they are there, but have not joined yet. */
const isWaiting = async (ctx: Context, known: { organization_id: string; user_id: string }): Promise<boolean> => {
  if (known.organization_id !== ctx.organizationId) return false
  const person = await ctx.db
    .selectFrom('app_user')
    .select('status')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', known.user_id)
    .executeTakeFirst()
  return person?.status === 'invited'
}

const pending = async (ctx: Context, id: string): Promise<Invitation> => {
  const invitation = await getInvitation(ctx, id)
  if (invitation.status === 'accepted')
    throw refuse('invitation.accepted', /*i18n*/ { id: 'invitation.accepted', message: 'Cette invitation a déjà été acceptée.' })
  if (invitation.status === 'cancelled')
    throw refuse('invitation.cancelled', /*i18n*/ { id: 'invitation.cancelled', message: 'Cette invitation a été annulée.' })
  return invitation
}

/** A fresh link leaves; the former one stops working. */
export const resendInvitation = async (ctx: Context, input: { id: string }, services: Services): Promise<Invitation> => {
  const invitation = await pending(ctx, input.id)
  const { language } = await getOrganization(ctx)
  const link = await newLink(ctx, 'invitation', input.id, invitation.email)
  await ctx.db
    .updateTable('invitation')
    .set({ sent_at: ctx.now, expires_at: link.expiresAt })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .execute()
  await mailInvitation(ctx, services, {
    email: invitation.email,
    language,
    token: link.token,
    invitedBy: ctx.actor.name,
    agency: `${invitation.agency_number} ${invitation.agency_name}`,
  })
  ctx.audit({ subject: { kind: 'invitation', id: input.id, title: invitation.email } })
  ctx.emit({ name: 'user.invited' })
  return getInvitation(ctx, input.id)
}

/** The invitation is taken back; its link stops working. */
export const cancelInvitation = async (ctx: Context, input: { id: string }): Promise<Invitation> => {
  const invitation = await pending(ctx, input.id)
  await ctx.db
    .updateTable('invitation')
    .set({ cancelled_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .execute()
  await dropLinks(ctx, 'invitation', input.id)
  ctx.audit({ subject: { kind: 'invitation', id: input.id, title: invitation.email } })
  ctx.emit({ name: 'user.invited' })
  return getInvitation(ctx, input.id)
}
