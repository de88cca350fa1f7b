import { sql, type RawBuilder, type Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import { tagsColumn, type Tag } from '#kernel/server/tags.ts'
import type { ContactTable } from './tables.ts'

export type ContactRecord = Selectable<ContactTable>

interface Placed {
  readonly id: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
}

/** Agencies, other than its own, from which a record of the query is visible: an array, to be selected. */
export const furtherAgencies = (ctx: Context, id: RawBuilder<unknown>): RawBuilder<string[]> =>
  sql<
    string[]
  >`array(select f.agency_id from subject_agency f where f.organization_id = ${ctx.organizationId}::uuid and f.subject_id = ${id})`

/** Out of the reader's reach: not found. Within it but not for this action: forbidden. */
export const demand = (ctx: Context, object: 'contact' | 'account', action: string, record: Placed, further: readonly string[]): void => {
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
  let query = ctx.db
    .selectFrom('contact as c')
    .selectAll()
    .select(furtherAgencies(ctx, sql.ref('c.id')).as('further'))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
  if (options.lock) query = query.forUpdate('c')
  const found = await query.executeTakeFirst()
  if (!found || (found.deleted_at !== null && !options.binned)) throw notFound()
  const { further, ...record } = found
  demand(ctx, 'contact', action, record, further)
  return record
}

/** What a page shows beside a record's own fields. */
interface Surroundings {
  readonly names: {
    readonly agency_number: string
    readonly agency_name: string
    readonly owner_name: string | null
    readonly account_name: string | null
    readonly created_by_name: string | null
  }
  readonly tags: Tag[]
  readonly further: string[]
}

/** Names of what a record refers to, its tags and the further agencies that see it, in one question. */
export const surroundingsOf = async (ctx: Context, record: Placed & { readonly account_id?: string | null }): Promise<Surroundings> => {
  const organization = sql`${ctx.organizationId}::uuid`
  const id = sql`${record.id}::uuid`
  const found = await sql<Surroundings['names'] & { tags: Tag[]; further: string[] }>`
    select a.number as agency_number, a.name as agency_name,
      (select o.name from colleague o where o.organization_id = ${organization} and o.id = ${record.owner_id}::uuid) as owner_name,
      (select g.name from account g where g.organization_id = ${organization} and g.id = ${record.account_id ?? null}::uuid and g.deleted_at is null) as account_name,
      (select m.name from colleague m where m.organization_id = ${organization} and m.id = ${record.created_by}::uuid) as created_by_name,
      ${tagsColumn(organization, id)} as tags, ${furtherAgencies(ctx, id)} as further
    from agency_card a where a.organization_id = ${organization} and a.id = ${record.agency_id}::uuid`.execute(ctx.db)
  const [row] = found.rows
  if (!row) throw notFound()
  const { tags, further, ...names } = row
  return { names, tags, further }
}
