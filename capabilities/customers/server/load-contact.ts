import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import type { ContactTable } from './tables.ts'

export type ContactRecord = Selectable<ContactTable>

/** Agencies, other than its own, from which the record is visible. */
export const furtherAgencies = async (ctx: Context, subjectId: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('subject_agency')
    .select('agency_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .execute()
  return rows.map((row) => row.agency_id)
}

interface Placed {
  readonly id: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
}

/** Out of the reader's reach: not found. Within it but not for this action: forbidden. */
export const demand = async (ctx: Context, object: 'contact' | 'account', action: string, record: Placed): Promise<void> => {
  const further = await furtherAgencies(ctx, record.id)
  if (!covers(ctx.actor, actorCan(ctx.actor, `${object}.view`), record, further)) throw notFound()
  if (action !== 'view' && !covers(ctx.actor, actorCan(ctx.actor, `${object}.${action}`), record, further)) throw forbidden()
}

/** A contact within reach for an action; `lock` keeps others from changing it meanwhile. Records in the bin are found only when asked. */
export const loadContact = async (
  ctx: Context,
  id: string,
  action: string,
  options: { lock?: boolean; binned?: boolean } = {},
): Promise<ContactRecord> => {
  let query = ctx.db.selectFrom('contact').selectAll().where('organization_id', '=', ctx.organizationId).where('id', '=', id)
  if (options.lock) query = query.forUpdate()
  const record = await query.executeTakeFirst()
  if (!record || (record.deleted_at !== null && !options.binned)) throw notFound()
  await demand(ctx, 'contact', action, record)
  return record
}

/** The names that a contact's page shows beside identifiers, in one question. */
export const namesAround = async (
  ctx: Context,
  record: Pick<ContactRecord, 'agency_id' | 'owner_id' | 'created_by'> & { account_id?: string | null },
): Promise<{
  agency_number: string
  agency_name: string
  owner_name: string | null
  account_name: string | null
  created_by_name: string | null
}> => {
  const found = await sql<{
    agency_number: string
    agency_name: string
    owner_name: string | null
    account_name: string | null
    created_by_name: string | null
  }>`
    select a.number as agency_number, a.name as agency_name,
      (select o.name from colleague o where o.organization_id = ${ctx.organizationId}::uuid and o.id = ${record.owner_id}::uuid) as owner_name,
      (select g.name from account g where g.organization_id = ${ctx.organizationId}::uuid and g.id = ${record.account_id ?? null}::uuid and g.deleted_at is null) as account_name,
      (select m.name from colleague m where m.organization_id = ${ctx.organizationId}::uuid and m.id = ${record.created_by}::uuid) as created_by_name
    from agency_card a where a.organization_id = ${ctx.organizationId}::uuid and a.id = ${record.agency_id}::uuid`.execute(ctx.db)
  const [names] = found.rows
  if (!names) throw notFound()
  return names
}
