import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { PromiseRow } from '../../answers.ts'
import { promiseStateToday } from './bill-sql.ts'

/** Promises to pay, by the day for which they were made. */
export const promiseList: ListDefinition<PromiseRow> = {
  name: 'promise',
  permission: 'receivable.view',
  from: sql`payment_promise pp
    join receivable_window r on r.organization_id = pp.organization_id and r.id = pp.receivable_id
    left join contact_window c on c.organization_id = pp.organization_id and c.id = pp.contact_id
    left join agency_card a on a.organization_id = r.organization_id and a.id = r.agency_id`,
  countFrom: sql`payment_promise pp join receivable_window r on r.organization_id = pp.organization_id and r.id = pp.receivable_id`,
  select: sql`pp.id, pp.receivable_id, r.number as receivable_number, pp.contact_id, c.name as contact_name, c.code as contact_code, r.agency_id, a.name as agency_name,
    pp.amount_centimes, pp.kept_centimes, pp.promised_on, pp.due_on, ${promiseStateToday} as state, r.balance_centimes, pp.note, pp.recorded_by_name`,
  id: sql`pp.id`,
  organization: sql`pp.organization_id`,
  scope: { subjectId: sql`r.id`, agencyId: sql`r.agency_id`, ownerId: sql`r.owner_id`, createdBy: sql`r.created_by` },
  columns: {
    due_on: { kind: 'day', value: sql`pp.due_on` },
    promised_on: { kind: 'day', value: sql`pp.promised_on`, sort: false },
    state: { kind: 'choice', value: promiseStateToday, sort: false },
    agency_id: { kind: 'reference', value: sql`r.agency_id`, sort: false },
    contact_id: { kind: 'reference', value: sql`pp.contact_id`, sort: false },
    receivable_id: { kind: 'reference', value: sql`pp.receivable_id`, sort: false },
    amount_centimes: { kind: 'money', value: sql`pp.amount_centimes`, sort: false },
  },
  defaultSort: '-due_on',
  finish: (_, rows) => rows.map((row) => row as unknown as PromiseRow),
}

export const listPromises = (ctx: Context, query: ListQuery): Promise<Page<PromiseRow>> => runList(ctx, promiseList, query)
