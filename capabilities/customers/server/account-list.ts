import { sql } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import { tagsColumn } from '#kernel/server/tags.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { Account } from '../contract.ts'

/** Companies and households within reach. */
export const accountList: ListDefinition<Account> = {
  name: 'account',
  permission: 'account.view',
  from: sql`account_window g
    join agency_card a on a.organization_id = g.organization_id and a.id = g.agency_id
    left join colleague o on o.organization_id = g.organization_id and o.id = g.owner_id
    left join account_window p on p.organization_id = g.organization_id and p.id = g.parent_id`,
  countFrom: sql`account_window g`,
  select: sql`g.id, g.code, g.name, g.kind, g.parent_id, p.name as parent_name, g.sector, g.employees, g.revenue_centimes, g.nif, g.rc, g.phone, g.email, g.website, g.address, g.wilaya, g.commune,
    g.postcode, g.remarks, g.agency_id, a.number as agency_number, a.name as agency_name, g.owner_id, o.name as owner_name, g.external_id, g.external_source, g.created_by, g.created_at, g.updated_at, g.deleted_at, g.version,
    (select count(*) from account_member m where m.organization_id = g.organization_id and m.account_id = g.id) as contacts,
    ${tagsColumn(sql`g.organization_id`, sql`g.id`)} as tags`,
  id: sql`g.id`,
  organization: sql`g.organization_id`,
  scope: { subjectId: sql`g.id`, agencyId: sql`g.agency_id`, ownerId: sql`g.owner_id`, createdBy: sql`g.created_by` },
  hidden: { field: 'deleted', present: sql`g.deleted_at is null`, binned: sql`g.deleted_at is not null` },
  columns: {
    name: { kind: 'text', value: sql`g.name`, folded: sql`g.name_folded`, sort: sql`g.name_folded` },
    code: { kind: 'text', value: sql`g.code` },
    kind: { kind: 'choice', value: sql`g.kind` },
    sector: { kind: 'text', value: sql`g.sector`, folded: sql`app_fold(g.sector)`, nullable: true },
    employees: { kind: 'integer', value: sql`g.employees`, nullable: true },
    revenue_centimes: { kind: 'money', value: sql`g.revenue_centimes`, nullable: true },
    nif: { kind: 'text', value: sql`g.nif`, nullable: true },
    rc: { kind: 'text', value: sql`g.rc`, nullable: true },
    phone: { kind: 'text', value: sql`g.phone`, nullable: true },
    email: { kind: 'text', value: sql`g.email`, nullable: true },
    website: { kind: 'text', value: sql`g.website`, nullable: true },
    address: { kind: 'text', value: sql`g.address`, folded: sql`app_fold(g.address)`, nullable: true },
    wilaya: { kind: 'choice', value: sql`g.wilaya`, nullable: true },
    commune: { kind: 'choice', value: sql`g.commune`, nullable: true },
    postcode: { kind: 'text', value: sql`g.postcode`, nullable: true },
    parent_id: { kind: 'reference', value: sql`g.parent_id`, nullable: true },
    agency_id: { kind: 'reference', value: sql`g.agency_id` },
    owner_id: { kind: 'reference', value: sql`g.owner_id`, nullable: true },
    external_id: { kind: 'text', value: sql`g.external_id`, nullable: true },
    tags: { kind: 'tags', value: sql`g.id`, subject: sql`g.id`, sort: false },
    created_at: { kind: 'instant', value: sql`g.created_at` },
    updated_at: { kind: 'instant', value: sql`g.updated_at` },
    deleted_at: { kind: 'instant', value: sql`g.deleted_at`, nullable: true },
  },
  defaultSort: '-created_at',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'account', permission: 'account.view' }], 1000)
    const ids = found.subjects.map((subject) => subject.id)
    return ids.length === 0 ? null : sql`g.id = any(${ids}::uuid[])`
  },
  finish: (ctx, rows) =>
    rows.map((row) => {
      const account = row as unknown as Account & { created_by: string | null }
      const may = (action: string) => covers(ctx.actor, actorCan(ctx.actor, `account.${action}`), account)
      const binned = account.deleted_at !== null
      return {
        ...account,
        can: {
          edit: may('edit') && !binned,
          delete: may('delete') && !binned,
          assign: may('assign') && !binned,
          restore: may('delete') && binned,
        },
      }
    }),
}

export const listAccounts = (ctx: Context, query: ListQuery): Promise<Page<Account>> => runList(ctx, accountList, query)
