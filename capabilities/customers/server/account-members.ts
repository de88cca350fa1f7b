import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound, withinReach } from '#kernel/server/scope.ts'
import type { Nothing, OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { customerOperations } from '../contract.ts'
import { loadAccount } from './load-account.ts'
import { loadContact } from './load-contact.ts'

type Operations = typeof customerOperations
type Member = OutputOf<Operations['setMember']>

/** A contact belongs to an account; the main one stands on the contact itself. The account must be within reach. */
export const joinAccount = async (
  ctx: Context,
  input: { accountId: string; contactId: string; role: string; main: boolean; since?: string | null; until?: string | null },
): Promise<void> => {
  try {
    await loadAccount(ctx, input.accountId, 'view')
  } catch {
    throw refuse(
      'account.unknown',
      /*i18n*/ { id: 'contact.unknown_account', message: 'Ce compte n’existe pas ou n’est pas dans votre périmètre.' },
      'account_id',
    )
  }
  const dates = { since: input.since ?? null, until: input.until ?? null }
  await ctx.db
    .insertInto('account_member')
    .values({
      organization_id: ctx.organizationId,
      account_id: input.accountId,
      contact_id: input.contactId,
      role: input.role,
      ...dates,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'account_id', 'contact_id']).doUpdateSet({ role: input.role, ...dates }))
    .execute()
  if (input.main) await setMain(ctx, input.contactId, input.accountId)
}

const setMain = async (ctx: Context, contactId: string, accountId: string | null): Promise<void> => {
  await ctx.db
    .updateTable('contact')
    .set({ account_id: accountId })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', contactId)
    .execute()
}

/** The contact has no main account any more; it stays a member where it was one. */
export const leaveMainAccount = (ctx: Context, contactId: string): Promise<void> => setMain(ctx, contactId, null)

const memberQuery = (ctx: Context, accountId: string) =>
  ctx.db
    .selectFrom('account_member as m')
    .innerJoin('contact as c', (join) => join.onRef('c.organization_id', '=', 'm.organization_id').onRef('c.id', '=', 'm.contact_id'))
    .select(['m.contact_id', 'c.code', 'c.name', 'm.role', 'm.since', 'm.until', 'c.mobile'])
    .select(sql<boolean>`c.account_id is not distinct from m.account_id`.as('main'))
    .where('m.organization_id', '=', ctx.organizationId)
    .where('m.account_id', '=', accountId)
    .where('c.deleted_at', 'is', null)

/** The contacts of an account within reach; those of other agencies only as a count (docs/decisions.md 2). */
export const listMembers = async (ctx: Context, input: { id: string }): Promise<OutputOf<Operations['listMembers']>> => {
  await loadAccount(ctx, input.id, 'view')
  const columns = { subjectId: sql`c.id`, agencyId: sql`c.agency_id`, ownerId: sql`c.owner_id`, createdBy: sql`c.created_by` }
  const all = await memberQuery(ctx, input.id)
    .select(withinReach(ctx, ctx.can('contact.view'), columns).as('seen'))
    .orderBy('c.name_folded')
    .limit(1000)
    .execute()
  const data = all.filter((row) => row.seen).map(({ seen: _, ...row }) => row as Member)
  return { data, out_of_reach: all.length - data.length }
}

export const setMember = async (ctx: Context, input: ParsedOf<Operations['setMember']>): Promise<Member> => {
  const account = await loadAccount(ctx, input.id, 'edit')
  const contact = await loadContact(ctx, input.contact_id, 'edit', { lock: true })
  if (input.since !== null && input.until !== null && input.until < input.since)
    throw refuse('member.dates', /*i18n*/ { id: 'member.dates', message: 'La fin ne peut pas précéder le début.' }, 'until')
  await joinAccount(ctx, {
    accountId: input.id,
    contactId: input.contact_id,
    role: input.role,
    main: input.main,
    since: input.since,
    until: input.until,
  })
  if (!input.main && contact.account_id === input.id) await setMain(ctx, input.contact_id, null)
  ctx.audit({
    subject: { kind: 'account', id: input.id, title: account.name },
    after: { member: contact.code, role: input.role, main: input.main },
  })
  ctx.emit({ name: 'account.updated', subjectId: input.id, agencyId: account.agency_id, ownerId: account.owner_id })
  ctx.emit({ name: 'contact.updated', subjectId: input.contact_id, agencyId: contact.agency_id, ownerId: contact.owner_id })
  const member = await memberQuery(ctx, input.id).where('m.contact_id', '=', input.contact_id).executeTakeFirst()
  if (!member) throw notFound()
  return member as Member
}

export const removeMember = async (ctx: Context, input: { id: string; contact_id: string }): Promise<Nothing> => {
  const account = await loadAccount(ctx, input.id, 'edit')
  const contact = await loadContact(ctx, input.contact_id, 'edit', { lock: true })
  const removed = await ctx.db
    .deleteFrom('account_member')
    .where('organization_id', '=', ctx.organizationId)
    .where('account_id', '=', input.id)
    .where('contact_id', '=', input.contact_id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw notFound()
  if (contact.account_id === input.id) await setMain(ctx, input.contact_id, null)
  ctx.audit({ subject: { kind: 'account', id: input.id, title: account.name }, before: { member: contact.code }, after: { member: null } })
  ctx.emit({ name: 'account.updated', subjectId: input.id, agencyId: account.agency_id, ownerId: account.owner_id })
  return {}
}

type AccountsOfContact = OutputOf<Operations['contactAccounts']>['data']

/** Companies and households within reach that a contact, already found within reach, belongs to. */
export const accountsOf = async (ctx: Context, contact: { id: string; account_id: string | null }): Promise<AccountsOfContact> => {
  const columns = { subjectId: sql`g.id`, agencyId: sql`g.agency_id`, ownerId: sql`g.owner_id`, createdBy: sql`g.created_by` }
  const rows = await ctx.db
    .selectFrom('account_member as m')
    .innerJoin('account as g', (join) => join.onRef('g.organization_id', '=', 'm.organization_id').onRef('g.id', '=', 'm.account_id'))
    .select(['m.account_id', 'g.name', 'g.kind', 'm.role', 'm.since', 'm.until'])
    .where('m.organization_id', '=', ctx.organizationId)
    .where('m.contact_id', '=', contact.id)
    .where('g.deleted_at', 'is', null)
    .where(withinReach(ctx, ctx.can('account.view'), columns))
    .orderBy('g.name_folded')
    .execute()
  return rows.map((row) => ({ ...row, main: row.account_id === contact.account_id })) as AccountsOfContact
}

/** Companies and households of a contact that the reader may see. */
export const contactAccounts = async (ctx: Context, input: { id: string }): Promise<OutputOf<Operations['contactAccounts']>> => ({
  data: await accountsOf(ctx, await loadContact(ctx, input.id, 'view', { binned: true })),
})
