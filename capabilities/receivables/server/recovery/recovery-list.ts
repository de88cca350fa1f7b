import { sql } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { RecoveryRow } from '../../recovery-contract.ts'
import { today } from '../reading/bill-sql.ts'

const ready = sql`(d.closed_on is null and d.next_on is not null and d.next_on <= ${today})`

/** Cases of recovery within reach of their bills, by the day on which something may be done. */
export const recoveryList: ListDefinition<RecoveryRow> = {
  name: 'recovery',
  permission: 'receivable.view',
  from: sql`dunning_case_window d
    join receivable_window r on r.organization_id = d.organization_id and r.id = d.receivable_id
    join contact_window c on c.organization_id = d.organization_id and c.id = d.contact_id
    join agency_card a on a.organization_id = d.organization_id and a.id = d.agency_id
    join policy_card p on p.organization_id = d.organization_id and p.id = d.policy_id
    join product_card pd on pd.organization_id = p.organization_id and pd.id = p.product_id`,
  countFrom: sql`dunning_case_window d join receivable_window r on r.organization_id = d.organization_id and r.id = d.receivable_id`,
  select: sql`d.id, d.contact_id, c.name as contact_name, c.code as contact_code, coalesce(c.mobile, c.phone) as contact_mobile, c.email as contact_email,
    d.policy_id, p.number as policy_number, pd.name as product_name, p.insured_label, d.receivable_id, r.number as receivable_number, d.due_date,
    ${today} - d.due_date as days_late, r.balance_centimes, d.state, d.next_step, d.next_on, ${ready} as ready, d.closed_on, d.closed_reason, d.agency_id,
    a.number as agency_number, a.name as agency_name, d.version, r.owner_id, r.created_by`,
  id: sql`d.id`,
  organization: sql`d.organization_id`,
  scope: { subjectId: sql`d.receivable_id`, agencyId: sql`d.agency_id`, ownerId: sql`r.owner_id`, createdBy: sql`r.created_by` },
  columns: {
    id: { kind: 'reference', value: sql`d.id`, sort: false },
    ready: { kind: 'boolean', value: ready, sort: false },
    open: { kind: 'boolean', value: sql`(d.closed_on is null)`, sort: false },
    state: { kind: 'choice', value: sql`d.state`, sort: false },
    next_step: { kind: 'choice', value: sql`d.next_step`, sort: false, nullable: true },
    next_on: { kind: 'day', value: sql`d.next_on`, nullable: true },
    due_date: { kind: 'day', value: sql`d.due_date`, sort: false },
    balance_centimes: { kind: 'money', value: sql`r.balance_centimes`, sort: false },
    contact_id: { kind: 'reference', value: sql`d.contact_id`, sort: false },
    policy_id: { kind: 'reference', value: sql`d.policy_id`, sort: false },
    receivable_id: { kind: 'reference', value: sql`d.receivable_id`, sort: false },
    agency_id: { kind: 'reference', value: sql`d.agency_id`, sort: false },
    closed_on: { kind: 'day', value: sql`d.closed_on`, sort: false, nullable: true },
  },
  defaultSort: 'next_on',
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
    if (found.subjects.length === 0) return null
    const ids = found.subjects.map((subject) => subject.id)
    return sql`(d.receivable_id = any(${ids}::uuid[]) or d.policy_id = any(${ids}::uuid[]) or d.contact_id = any(${ids}::uuid[]))`
  },
  finish: (ctx, rows) => {
    const reach = actorCan(ctx.actor, 'receivable.edit')
    return rows.map((row) => {
      const recovery = row as unknown as RecoveryRow & { owner_id: string | null; created_by: string | null }
      return Object.assign(recovery, { can: { edit: recovery.closed_on === null && covers(ctx.actor, reach, recovery) } })
    })
  },
}

export const listRecovery = (ctx: Context, query: ListQuery): Promise<Page<RecoveryRow>> => runList(ctx, recoveryList, query)
