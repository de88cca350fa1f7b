import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import { tagsColumn } from '#kernel/server/tags.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { ContactRow } from '../contract.ts'

const folded = sql`c.name_folded`

/** Contacts within reach, read through the list window so that every filter may use its index. */
export const contactList: ListDefinition<ContactRow> = {
  name: 'contact',
  permission: 'contact.view',
  from: sql`contact_window c
    join agency_card a on a.organization_id = c.organization_id and a.id = c.agency_id
    left join colleague o on o.organization_id = c.organization_id and o.id = c.owner_id
    left join account_window g on g.organization_id = c.organization_id and g.id = c.account_id and g.deleted_at is null`,
  countFrom: sql`contact_window c`,
  select: sql`c.id, c.code, c.kind, c.name, c.email, c.mobile, c.phone, c.last_name, c.first_name, c.company_name, c.birth_date, c.address, c.wilaya, c.commune, c.postcode, c.language,
    c.status, c.agency_id, a.number as agency_number, a.name as agency_name, c.owner_id, o.name as owner_name, c.account_id, g.name as account_name, c.profession, c.sector, c.source,
    c.external_id, c.registered_on, c.valid_until, c.created_at, c.updated_at, c.deleted_at, c.version, c.created_by,
    ${tagsColumn(sql`c.organization_id`, sql`c.id`)} as tags`,
  id: sql`c.id`,
  organization: sql`c.organization_id`,
  scope: { subjectId: sql`c.id`, agencyId: sql`c.agency_id`, ownerId: sql`c.owner_id`, createdBy: sql`c.created_by` },
  hidden: { field: 'deleted', present: sql`c.deleted_at is null`, binned: sql`c.deleted_at is not null` },
  sensitiveOf: 'contact',
  columns: {
    name: { kind: 'text', value: sql`c.name`, folded, sort: folded },
    code: { kind: 'text', value: sql`c.code` },
    kind: { kind: 'choice', value: sql`c.kind` },
    last_name: { kind: 'text', value: sql`c.last_name`, folded: sql`app_fold(c.last_name)`, narrow: folded, nullable: true },
    first_name: { kind: 'text', value: sql`c.first_name`, folded: sql`app_fold(c.first_name)`, narrow: folded, nullable: true },
    company_name: { kind: 'text', value: sql`c.company_name`, folded: sql`app_fold(c.company_name)`, nullable: true },
    email: { kind: 'text', value: sql`c.email`, nullable: true },
    mobile: { kind: 'text', value: sql`c.mobile`, nullable: true },
    phone: { kind: 'text', value: sql`c.phone`, nullable: true },
    nin: { kind: 'text', value: sql`c.nin`, sensitive: true },
    nif: { kind: 'text', value: sql`c.nif`, nullable: true },
    rc: { kind: 'text', value: sql`c.rc`, nullable: true },
    birth_date: { kind: 'day', value: sql`c.birth_date`, nullable: true },
    address: { kind: 'text', value: sql`c.address`, folded: sql`app_fold(c.address)`, nullable: true },
    wilaya: { kind: 'choice', value: sql`c.wilaya`, nullable: true },
    commune: { kind: 'choice', value: sql`c.commune`, nullable: true },
    postcode: { kind: 'text', value: sql`c.postcode`, nullable: true },
    language: { kind: 'choice', value: sql`c.language` },
    status: { kind: 'choice', value: sql`c.status` },
    title: { kind: 'choice', value: sql`c.title`, nullable: true },
    profession: { kind: 'text', value: sql`c.profession`, folded: sql`app_fold(c.profession)`, nullable: true },
    employer: { kind: 'text', value: sql`c.employer`, folded: sql`app_fold(c.employer)`, nullable: true },
    sector: { kind: 'text', value: sql`c.sector`, folded: sql`app_fold(c.sector)`, nullable: true },
    employees: { kind: 'integer', value: sql`c.employees`, nullable: true },
    revenue_centimes: { kind: 'money', value: sql`c.revenue_centimes`, nullable: true },
    source: { kind: 'text', value: sql`c.source`, nullable: true },
    agency_id: { kind: 'reference', value: sql`c.agency_id` },
    owner_id: { kind: 'reference', value: sql`c.owner_id`, nullable: true },
    account_id: { kind: 'reference', value: sql`c.account_id`, nullable: true },
    external_id: { kind: 'text', value: sql`c.external_id`, nullable: true },
    tags: { kind: 'tags', value: sql`c.id`, subject: sql`c.id`, sort: false },
    registered_on: { kind: 'day', value: sql`c.registered_on` },
    valid_until: { kind: 'day', value: sql`c.valid_until`, nullable: true },
    created_at: { kind: 'instant', value: sql`c.created_at` },
    updated_at: { kind: 'instant', value: sql`c.updated_at` },
    deleted_at: { kind: 'instant', value: sql`c.deleted_at`, nullable: true },
  },
  defaultSort: '-created_at',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'contact', permission: 'contact.view' }], 1000)
    const ids = found.subjects.map((subject) => subject.id)
    return ids.length === 0 ? null : sql`c.id = any(${ids}::uuid[])`
  },
  finish: (ctx, rows) => {
    const reaches = reachesOf(ctx)
    return rows.map((row) => rowOf(ctx, row, reaches))
  },
}

const reachesOf = (ctx: Context) => ({
  edit: ctx.can('contact.edit'),
  delete: ctx.can('contact.delete'),
  assign: ctx.can('contact.assign'),
})

const rowOf = (ctx: Context, row: Record<string, unknown>, reaches: ReturnType<typeof reachesOf>): ContactRow => {
  const contact = row as unknown as ContactRow & { created_by: string | null }
  const may = (action: keyof typeof reaches) => covers(ctx.actor, reaches[action], contact)
  return Object.assign(contact, { can: { edit: may('edit'), delete: may('delete'), assign: may('assign') } })
}

export const listContacts = (ctx: Context, query: ListQuery): Promise<Page<ContactRow>> => runList(ctx, contactList, query)
