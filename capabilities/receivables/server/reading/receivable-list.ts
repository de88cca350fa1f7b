import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { ReceivableRow } from '../../rows.ts'
import { billColumns, bucketToday, daysLate, isLate, policyJoin, statusToday } from './bill-sql.ts'
import { billOf } from './shape-rows.ts'

/** Bills within reach, by due day. Customer and agency are joined from the left, so that the bills lead and their order comes from the index. */
export const receivableList: ListDefinition<ReceivableRow> = {
  name: 'receivable',
  permission: 'receivable.view',
  from: sql`receivable_window r
    left join contact_window c on c.organization_id = r.organization_id and c.id = r.contact_id
    left join agency_card a on a.organization_id = r.organization_id and a.id = r.agency_id
    left join colleague o on o.organization_id = r.organization_id and o.id = r.owner_id ${policyJoin}`,
  countFrom: sql`receivable_window r`,
  select: sql`${billColumns}, c.name as contact_name, c.code as contact_code, a.number as agency_number, a.name as agency_name, o.name as owner_name, r.created_at, r.updated_at`,
  id: sql`r.id`,
  organization: sql`r.organization_id`,
  scope: { subjectId: sql`r.id`, agencyId: sql`r.agency_id`, ownerId: sql`r.owner_id`, createdBy: sql`r.created_by` },
  hidden: { field: 'deleted', present: sql`r.deleted_at is null`, binned: sql`r.deleted_at is not null` },
  columns: {
    number: { kind: 'text', value: sql`r.number` },
    kind: { kind: 'choice', value: sql`r.kind`, sort: false },
    status: { kind: 'choice', value: statusToday, sort: false },
    bucket: { kind: 'choice', value: bucketToday, sort: false },
    days_late: { kind: 'integer', value: daysLate, sort: false },
    /** Something is due on it. */
    open: { kind: 'boolean', value: sql`(r.balance_centimes <> 0)`, sort: false },
    /** Something is due on it and its day has passed. */
    late: { kind: 'boolean', value: isLate, sort: false },
    /** Nothing is due on it any more because it was paid, or given back. */
    settled: { kind: 'boolean', value: sql`(r.status in ('paid', 'refunded'))`, sort: false },
    /** Nothing is due on it any more because somebody said so. */
    ended: { kind: 'boolean', value: sql`(r.status in ('void', 'written_off'))`, sort: false },
    contact_id: { kind: 'reference', value: sql`r.contact_id`, sort: false },
    policy_id: { kind: 'reference', value: sql`r.policy_id`, sort: false },
    agency_id: { kind: 'reference', value: sql`r.agency_id`, sort: false },
    owner_id: { kind: 'reference', value: sql`r.owner_id`, sort: false },
    issued_on: { kind: 'day', value: sql`r.issued_on`, sort: false },
    due_date: { kind: 'day', value: sql`r.due_date` },
    amount_centimes: { kind: 'money', value: sql`r.amount_centimes`, sort: false },
    paid_centimes: { kind: 'money', value: sql`r.paid_centimes`, sort: false },
    balance_centimes: { kind: 'money', value: sql`r.balance_centimes`, sort: false },
    external_id: { kind: 'text', value: sql`r.external_id`, sort: false },
    created_at: { kind: 'instant', value: sql`r.created_at` },
  },
  defaultSort: '-due_date',
  search: async (ctx, q) => {
    const found = await searchSubjects(
      ctx,
      q,
      [
        { kind: 'receivable', permission: 'receivable.view' },
        { kind: 'policy', permission: 'policy.view' },
        { kind: 'contact', permission: 'contact.view' },
      ],
      1000,
    )
    const of = (kind: string) => found.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id)
    const [bills, policies, contacts] = [of('receivable'), of('policy'), of('contact')]
    if (bills.length + policies.length + contacts.length === 0) return null
    return sql`(r.id = any(${bills}::uuid[]) or r.policy_id = any(${policies}::uuid[]) or r.contact_id = any(${contacts}::uuid[]))`
  },
  finish: (ctx, rows) => rows.map((row) => billOf(ctx, row) as unknown as ReceivableRow),
}

export const listReceivables = (ctx: Context, query: ListQuery): Promise<Page<ReceivableRow>> => runList(ctx, receivableList, query)
