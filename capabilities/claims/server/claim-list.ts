import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import { daysBetween, type Day } from '#kernel/shared/days.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { ClaimRow } from '../contract.ts'
import { netCost } from '../rules.ts'
import { todayOf } from './load-claim.ts'
import type { ClockKind } from '../clocks.ts'

/** What a row holds of its next deadline, as its clock on a day. */
export const nextClockOn = (today: Day, due: { due_on: Day | null; due_kind: ClockKind | null }): ClaimRow['clock'] => {
  if (due.due_on === null || due.due_kind === null) return null
  const left = daysBetween(today, due.due_on)
  return { kind: due.due_kind, due_on: due.due_on, left, late: left < 0 }
}

/** Claims within reach. Sorted only by what has an index; `due_on` is the next deadline, absent of what has ended. */
export const claimList: ListDefinition<ClaimRow> = {
  name: 'claim',
  permission: 'claim.view',
  from: sql`claim_window c
    join policy_card p on p.organization_id = c.organization_id and p.id = c.policy_id
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join contact_window h on h.organization_id = c.organization_id and h.id = c.contact_id
    join agency_card a on a.organization_id = c.organization_id and a.id = c.agency_id
    left join insured_object_window i on i.organization_id = c.organization_id and i.id = c.object_id
    left join colleague o on o.organization_id = c.organization_id and o.id = c.owner_id`,
  countFrom: sql`claim_window c`,
  select: sql`c.id, c.number, c.policy_id, p.number as policy_number, r.name as product_name, r.name_ar as product_name_ar, coalesce(i.label, p.insured_label) as insured_label,
    c.contact_id, h.code as contact_code, h.name as contact_name, c.nature, c.guarantees, c.status, c.status_since, c.occurred_on, c.declared_on, c.place, c.wilaya,
    c.due_on, c.due_kind, c.reserve_centimes, c.paid_centimes, c.fees_centimes, c.recovered_centimes, c.recovery_expected_centimes, c.granted_centimes, c.liability_rate,
    c.expert_name, c.flags, c.agency_id, a.number as agency_number, a.name as agency_name, c.owner_id, o.name as owner_name, c.settled_on, c.closed_on, c.external_id,
    c.created_at, c.updated_at, c.deleted_at, c.version, c.created_by`,
  id: sql`c.id`,
  organization: sql`c.organization_id`,
  scope: { subjectId: sql`c.id`, agencyId: sql`c.agency_id`, ownerId: sql`c.owner_id`, createdBy: sql`c.created_by` },
  hidden: { field: 'deleted', present: sql`c.deleted_at is null`, binned: sql`c.deleted_at is not null` },
  columns: {
    number: { kind: 'text', value: sql`c.number` },
    status: { kind: 'choice', value: sql`c.status`, sort: false },
    nature: { kind: 'choice', value: sql`c.nature`, sort: false },
    contact_id: { kind: 'reference', value: sql`c.contact_id`, sort: false },
    policy_id: { kind: 'reference', value: sql`c.policy_id`, sort: false },
    occurred_on: { kind: 'day', value: sql`c.occurred_on`, sort: false },
    declared_on: { kind: 'day', value: sql`c.declared_on` },
    due_on: { kind: 'day', value: sql`c.due_on`, nullable: true },
    due_kind: { kind: 'choice', value: sql`c.due_kind`, nullable: true, sort: false },
    wilaya: { kind: 'choice', value: sql`c.wilaya`, nullable: true, sort: false },
    channel: { kind: 'choice', value: sql`c.channel`, sort: false },
    reserve_centimes: { kind: 'money', value: sql`c.reserve_centimes`, sort: false },
    paid_centimes: { kind: 'money', value: sql`c.paid_centimes`, sort: false },
    granted_centimes: { kind: 'money', value: sql`c.granted_centimes`, nullable: true, sort: false },
    recovery_expected_centimes: { kind: 'money', value: sql`c.recovery_expected_centimes`, sort: false },
    expert_name: { kind: 'text', value: sql`c.expert_name`, nullable: true, sort: false },
    injured: { kind: 'integer', value: sql`c.injured`, sort: false },
    flagged: { kind: 'boolean', value: sql`(cardinality(c.flags) > 0)`, sort: false },
    agency_id: { kind: 'reference', value: sql`c.agency_id`, sort: false },
    owner_id: { kind: 'reference', value: sql`c.owner_id`, nullable: true, sort: false },
    settled_on: { kind: 'day', value: sql`c.settled_on`, nullable: true, sort: false },
    closed_on: { kind: 'day', value: sql`c.closed_on`, nullable: true, sort: false },
    external_id: { kind: 'text', value: sql`c.external_id`, nullable: true, sort: false },
    created_at: { kind: 'instant', value: sql`c.created_at` },
    deleted_at: { kind: 'instant', value: sql`c.deleted_at`, nullable: true, sort: false },
  },
  defaultSort: '-declared_on',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'claim', permission: 'claim.view' }], 1000)
    const ids = found.subjects.map((subject) => subject.id)
    return ids.length === 0 ? null : sql`c.id = any(${ids}::uuid[])`
  },
  finish: (ctx, rows) => {
    const today = todayOf(ctx)
    const reaches = { edit: ctx.can('claim.edit'), delete: ctx.can('claim.delete'), assign: ctx.can('claim.assign') }
    return rows.map((row) => {
      const one = row as unknown as ClaimRow & { created_by: string | null; due_kind: ClockKind | null }
      const may = (action: keyof typeof reaches) => covers(ctx.actor, reaches[action], one)
      return {
        ...one,
        clock: nextClockOn(today, one),
        net_cost_centimes: netCost(one),
        can: { edit: may('edit'), delete: may('delete'), assign: may('assign') },
      }
    })
  },
}

export const listClaims = (ctx: Context, query: ListQuery): Promise<Page<ClaimRow>> => runList(ctx, claimList, query)
