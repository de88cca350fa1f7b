import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { RenewalRow } from '../../renewal-contract.ts'
import { policyStatusSql, today } from '../status-sql.ts'

/** Policies that were never in force have no end to renew. */
const counted = sql`p.status not in ('draft', 'void') and p.deleted_at is null`

/** A notice less than a month before the end is late: the law wants one month at least. */
const noticeLate = sql`(t.outcome = 'open' and p.contract_type = 'tacit' and coalesce(t.noticed_on, ${today}) > (t.expiry_date - interval '1 month')::date)`

/** Terms within reach by the day on which they end. */
export const renewalList: ListDefinition<RenewalRow> = {
  name: 'renewal',
  permission: 'policy.view',
  from: sql`policy_term_window t
    join policy_window p on p.organization_id = t.organization_id and p.id = t.policy_id and ${counted}
    join contact_window h on h.organization_id = p.organization_id and h.id = p.contact_id
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join agency_card a on a.organization_id = p.organization_id and a.id = p.agency_id
    left join colleague o on o.organization_id = p.organization_id and o.id = p.owner_id`,
  countFrom: sql`policy_term_window t join policy_window p on p.organization_id = t.organization_id and p.id = t.policy_id and ${counted}`,
  select: sql`p.id || ':' || t.number as id, p.id as policy_id, t.number as term_number, p.number, ${policyStatusSql('p')} as status, p.contact_id, h.name as contact_name, h.code as contact_code,
    coalesce(h.mobile, h.phone) as contact_mobile, p.product_id, r.name as product_name, p.formula_name, p.insured_label, p.contract_type, t.effective_date, t.expiry_date,
    t.total_premium_centimes, t.outcome, t.outcome_reason, t.noticed_on, t.notice_document_id, t.notice_amount_centimes, ${noticeLate} as notice_late,
    p.agency_id, a.number as agency_number, a.name as agency_name, p.owner_id, o.name as owner_name, p.version, p.created_by`,
  id: sql`t.policy_id`,
  organization: sql`t.organization_id`,
  scope: { subjectId: sql`p.id`, agencyId: sql`p.agency_id`, ownerId: sql`p.owner_id`, createdBy: sql`p.created_by` },
  columns: {
    number: { kind: 'text', value: sql`p.number`, sort: false },
    expiry_date: { kind: 'day', value: sql`t.expiry_date` },
    outcome: { kind: 'choice', value: sql`t.outcome`, sort: false },
    outcome_reason: { kind: 'choice', value: sql`t.outcome_reason`, sort: false, nullable: true },
    noticed: { kind: 'boolean', value: sql`(t.noticed_on is not null)`, sort: false },
    notice_late: { kind: 'boolean', value: noticeLate, sort: false },
    contract_type: { kind: 'choice', value: sql`p.contract_type`, sort: false },
    contact_id: { kind: 'reference', value: sql`p.contact_id`, sort: false },
    product_id: { kind: 'reference', value: sql`p.product_id`, sort: false },
    agency_id: { kind: 'reference', value: sql`p.agency_id`, sort: false },
    owner_id: { kind: 'reference', value: sql`p.owner_id`, sort: false, nullable: true },
    total_premium_centimes: { kind: 'money', value: sql`t.total_premium_centimes`, sort: false },
  },
  defaultSort: 'expiry_date',
  search: async (ctx, q) => {
    const found = await searchSubjects(
      ctx,
      q,
      [
        { kind: 'policy', permission: 'policy.view' },
        { kind: 'contact', permission: 'contact.view' },
      ],
      1000,
    )
    const ids = found.subjects.map((subject) => subject.id)
    return ids.length === 0 ? null : sql`(p.id = any(${ids}::uuid[]) or p.contact_id = any(${ids}::uuid[]))`
  },
  finish: (ctx, rows) => {
    const edit = ctx.can('policy.edit')
    return rows.map((row) => {
      const renewal = row as unknown as RenewalRow & { created_by: string | null }
      return Object.assign(renewal, { can: { edit: covers(ctx.actor, edit, renewal) } })
    })
  },
}

export const listRenewals = (ctx: Context, query: ListQuery): Promise<Page<RenewalRow>> => runList(ctx, renewalList, query)
