import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { PaymentRow } from '../../rows.ts'
import { allocationToday } from './bill-sql.ts'
import { paymentOf } from './shape-rows.ts'
import { paymentRowColumns, paymentRowJoins } from './show-payment.ts'

/** Payments of the agencies within reach, latest first. */
export const paymentList: ListDefinition<PaymentRow> = {
  name: 'payment',
  permission: 'payment.view',
  from: sql`payment_window p ${paymentRowJoins}`,
  countFrom: sql`payment_window p`,
  select: paymentRowColumns,
  id: sql`p.id`,
  organization: sql`p.organization_id`,
  scope: { subjectId: sql`p.id`, agencyId: sql`p.agency_id`, ownerId: sql`p.owner_id`, createdBy: sql`p.created_by` },
  columns: {
    number: { kind: 'text', value: sql`p.number` },
    contact_id: { kind: 'reference', value: sql`p.contact_id`, sort: false },
    agency_id: { kind: 'reference', value: sql`p.agency_id`, sort: false },
    created_by: { kind: 'reference', value: sql`p.created_by`, sort: false },
    paid_on: { kind: 'day', value: sql`p.paid_on` },
    mode: { kind: 'choice', value: sql`p.mode`, sort: false },
    state: { kind: 'choice', value: sql`p.state`, sort: false },
    allocation: { kind: 'choice', value: allocationToday, sort: false },
    /** Something of it is left to the customer. */
    credit: { kind: 'boolean', value: sql`(p.available_centimes <> 0)`, sort: false },
    reference: { kind: 'text', value: sql`p.reference`, sort: false },
    bank: { kind: 'text', value: sql`p.bank`, sort: false },
    amount_centimes: { kind: 'money', value: sql`p.amount_centimes`, sort: false },
    available_centimes: { kind: 'money', value: sql`p.available_centimes`, sort: false },
    created_at: { kind: 'instant', value: sql`p.created_at` },
  },
  defaultSort: '-created_at',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'contact', permission: 'contact.view' }], 1000)
    const contacts = found.subjects.map((subject) => subject.id)
    return sql`(p.number = ${q.trim()} or p.reference = ${q.trim()} or p.contact_id = any(${contacts}::uuid[]))`
  },
  finish: (ctx, rows) => rows.map((row) => paymentOf(ctx, row) as unknown as PaymentRow),
}

export const listPayments = (ctx: Context, query: ListQuery): Promise<Page<PaymentRow>> => runList(ctx, paymentList, query)
