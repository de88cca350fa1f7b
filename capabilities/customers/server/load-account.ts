import { sql, type Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { accountFields, type Account } from '../contract.ts'
import { demand, furtherAgencies, surroundingsOf } from './load-contact.ts'
import type { AccountTable } from './tables.ts'

export type AccountRecord = Selectable<AccountTable>

/** An account within reach for an action. */
export const loadAccount = async (
  ctx: Context,
  id: string,
  action: string,
  options: { lock?: boolean; binned?: boolean } = {},
): Promise<AccountRecord> => {
  let query = ctx.db
    .selectFrom('account as g')
    .selectAll()
    .select(furtherAgencies(ctx, sql.ref('g.id')).as('further'))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
  if (options.lock) query = query.forUpdate('g')
  const found = await query.executeTakeFirst()
  if (!found || (found.deleted_at !== null && !options.binned)) throw notFound()
  const { further, ...record } = found
  demand(ctx, 'account', action, record, further)
  return record
}

/** An account as its page shows it. */
export const showAccount = async (ctx: Context, record: AccountRecord): Promise<Account> => {
  const { names, tags, further } = await surroundingsOf(ctx, record)
  const { rows } = await sql<{ parent_name: string | null; contacts: number }>`
    select (select p.name from account p where p.organization_id = ${ctx.organizationId}::uuid and p.id = ${record.parent_id}::uuid) as parent_name,
      (select count(*) from account_member m where m.organization_id = ${ctx.organizationId}::uuid and m.account_id = ${record.id}::uuid) as contacts`.execute(
    ctx.db,
  )
  const may = (action: string) => covers(ctx.actor, actorCan(ctx.actor, `account.${action}`), record, further)
  const binned = record.deleted_at !== null
  const fields = Object.fromEntries(Object.keys(accountFields).map((key) => [key, record[key as keyof AccountRecord]])) as Pick<
    Account,
    keyof typeof accountFields
  >
  return {
    ...fields,
    id: record.id,
    code: record.code,
    parent_id: record.parent_id,
    parent_name: rows[0]?.parent_name ?? null,
    agency_id: record.agency_id,
    agency_number: names.agency_number,
    agency_name: names.agency_name,
    owner_id: record.owner_id,
    owner_name: names.owner_name,
    external_id: record.external_id,
    external_source: record.external_source,
    contacts: rows[0]?.contacts ?? 0,
    tags,
    created_at: record.created_at,
    updated_at: record.updated_at,
    deleted_at: record.deleted_at,
    version: record.version,
    can: {
      edit: may('edit') && !binned,
      delete: may('delete') && !binned,
      assign: may('assign') && !binned,
      restore: may('delete') && binned,
    },
  }
}
