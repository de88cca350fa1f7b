import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { PolicyRow } from '../rows.ts'
import { policyStatusSql, storedStatuses } from './status-sql.ts'

/** Policies within reach; the state of each is that of today. */
export const policyList: ListDefinition<PolicyRow> = {
  name: 'policy',
  permission: 'policy.view',
  from: sql`policy_window p
    join contact_window h on h.organization_id = p.organization_id and h.id = p.contact_id
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join agency_card a on a.organization_id = p.organization_id and a.id = p.agency_id
    left join colleague o on o.organization_id = p.organization_id and o.id = p.owner_id`,
  countFrom: sql`policy_window p`,
  select: sql`p.id, p.number, ${policyStatusSql('p')} as status, p.contact_id, h.name as contact_name, h.code as contact_code, p.product_id, r.name as product_name, r.name_ar as product_name_ar, r.branch,
    p.formula_name, p.insured_label, p.contract_type, p.duration_code, p.periodicity, p.subscribed_on, p.effective_date, p.expiry_date, p.end_date, p.end_reason, p.net_premium_centimes,
    p.total_premium_centimes, p.agency_id, a.number as agency_number, a.name as agency_name, p.owner_id, o.name as owner_name, p.intermediary, p.external_id, p.created_at, p.updated_at, p.version, p.created_by`,
  id: sql`p.id`,
  organization: sql`p.organization_id`,
  scope: { subjectId: sql`p.id`, agencyId: sql`p.agency_id`, ownerId: sql`p.owner_id`, createdBy: sql`p.created_by` },
  // Policies never go to the bin: a mistaken one is voided and stays readable.
  hidden: { field: 'deleted', present: sql`p.deleted_at is null`, binned: sql`p.deleted_at is not null` },
  columns: {
    number: { kind: 'text', value: sql`p.number` },
    status: {
      kind: 'choice',
      value: policyStatusSql('p'),
      holds: (statuses) => sql`p.status = any(${storedStatuses(statuses)}::text[])`,
      sort: false,
    },
    contact_id: { kind: 'reference', value: sql`p.contact_id`, sort: false },
    product_id: { kind: 'reference', value: sql`p.product_id`, sort: false },
    branch: {
      kind: 'choice',
      value: sql`(select b.branch from product_card b where b.organization_id = p.organization_id and b.id = p.product_id)`,
      sort: false,
    },
    formula_name: { kind: 'text', value: sql`p.formula_name`, folded: sql`app_fold(p.formula_name)`, nullable: true, sort: false },
    insured_label: { kind: 'text', value: sql`p.insured_label`, folded: sql`app_fold(p.insured_label)`, nullable: true, sort: false },
    contract_type: { kind: 'choice', value: sql`p.contract_type`, sort: false },
    duration_code: { kind: 'choice', value: sql`p.duration_code`, sort: false },
    periodicity: { kind: 'choice', value: sql`p.periodicity`, sort: false },
    subscribed_on: { kind: 'day', value: sql`p.subscribed_on`, sort: false },
    effective_date: { kind: 'day', value: sql`p.effective_date`, sort: false },
    expiry_date: { kind: 'day', value: sql`p.expiry_date` },
    end_date: { kind: 'day', value: sql`p.end_date`, nullable: true, sort: false },
    end_reason: { kind: 'choice', value: sql`p.end_reason`, nullable: true, sort: false },
    net_premium_centimes: { kind: 'money', value: sql`p.net_premium_centimes`, sort: false },
    total_premium_centimes: { kind: 'money', value: sql`p.total_premium_centimes`, sort: false },
    agency_id: { kind: 'reference', value: sql`p.agency_id`, sort: false },
    owner_id: { kind: 'reference', value: sql`p.owner_id`, nullable: true, sort: false },
    intermediary: { kind: 'text', value: sql`p.intermediary`, folded: sql`app_fold(p.intermediary)`, nullable: true, sort: false },
    external_id: { kind: 'text', value: sql`p.external_id`, nullable: true, sort: false },
    created_at: { kind: 'instant', value: sql`p.created_at` },
    updated_at: { kind: 'instant', value: sql`p.updated_at`, sort: false },
  },
  defaultSort: '-created_at',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'policy', permission: 'policy.view' }], 1000)
    const ids = found.subjects.map((subject) => subject.id)
    return ids.length === 0 ? null : sql`p.id = any(${ids}::uuid[])`
  },
  finish: (ctx, rows) => {
    const edit = ctx.can('policy.edit')
    return rows.map((row) => {
      const policy = row as unknown as PolicyRow & { created_by: string | null }
      return Object.assign(policy, { can: { edit: covers(ctx.actor, edit, policy) } })
    })
  },
}

export const listPolicies = (ctx: Context, query: ListQuery): Promise<Page<PolicyRow>> => runList(ctx, policyList, query)
