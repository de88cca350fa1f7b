import type { Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { tagsOf } from '#kernel/server/tags.ts'
import { accountFields, type Account } from '../contract.ts'
import { demand, furtherAgencies, namesAround } from './load-contact.ts'
import type { AccountTable } from './tables.ts'

export type AccountRecord = Selectable<AccountTable>

/** An account within reach for an action. */
export const loadAccount = async (
  ctx: Context,
  id: string,
  action: string,
  options: { lock?: boolean; binned?: boolean } = {},
): Promise<AccountRecord> => {
  let query = ctx.db.selectFrom('account').selectAll().where('organization_id', '=', ctx.organizationId).where('id', '=', id)
  if (options.lock) query = query.forUpdate()
  const record = await query.executeTakeFirst()
  if (!record || (record.deleted_at !== null && !options.binned)) throw notFound()
  await demand(ctx, 'account', action, record)
  return record
}

/** An account as its page shows it. */
export const showAccount = async (ctx: Context, record: AccountRecord): Promise<Account> => {
  const names = await namesAround(ctx, record)
  const parent =
    record.parent_id === null
      ? null
      : await ctx.db
          .selectFrom('account')
          .select('name')
          .where('organization_id', '=', ctx.organizationId)
          .where('id', '=', record.parent_id)
          .executeTakeFirst()
  const members = await ctx.db
    .selectFrom('account_member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', ctx.organizationId)
    .where('account_id', '=', record.id)
    .executeTakeFirstOrThrow()
  const tags = await tagsOf(ctx, [record.id])
  const further = await furtherAgencies(ctx, record.id)
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
    parent_name: parent?.name ?? null,
    agency_id: record.agency_id,
    agency_number: names.agency_number,
    agency_name: names.agency_name,
    owner_id: record.owner_id,
    owner_name: names.owner_name,
    external_id: record.external_id,
    external_source: record.external_source,
    contacts: members.count,
    tags: tags.get(record.id) ?? [],
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
