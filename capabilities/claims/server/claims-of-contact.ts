import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import type { ClaimLine, ClaimsOfContact } from '../contract.ts'
import type { ClockKind } from '../clocks.ts'
import { papersOf } from '../papers.ts'
import { netCost } from '../rules.ts'
import { nextClockOn } from './claim-list.ts'
import { todayOf } from './load-claim.ts'

/** The most that a profile carries; the list of claims holds the rest. */
const mostShown = 300

type Read = Omit<ClaimLine, 'clock' | 'net_cost_centimes' | 'papers_missing' | 'can'> & {
  due_on: string | null
  due_kind: ClockKind | null
  recovered_centimes: number
  recovery_expected_centimes: number
  injured: number
  deaths: number
  settled_papers: string[]
  created_by: string | null
  further: string[]
}

/** The claims of a customer for their profile, newest first: one question. Those out of reach are only counted. */
export const claimsOfContact = async (ctx: Context, contactId: string): Promise<ClaimsOfContact> => {
  const { rows } = await sql<Read>`
    select c.id, c.number, c.policy_id, p.number as policy_number, r.name as product_name, r.name_ar as product_name_ar,
      coalesce((select i.label from insured_object_window i where i.organization_id = c.organization_id and i.id = c.object_id), p.insured_label) as insured_label,
      c.nature, c.guarantees, c.status, c.status_since, c.occurred_on, c.declared_on, c.place, c.wilaya, c.due_on, c.due_kind,
      c.reserve_centimes, c.paid_centimes, c.fees_centimes, c.recovered_centimes, c.recovery_expected_centimes, c.granted_centimes, c.liability_rate, c.expert_name, c.flags,
      c.agency_id, a.name as agency_name, c.owner_id, o.name as owner_name, c.created_by, c.injured, coalesce((c.details ->> 'deaths')::int, 0) as deaths,
      (select count(*) from claim_party t where t.organization_id = c.organization_id and t.claim_id = c.id and t.role = 'third_party')::int as third_parties,
      array(select d.code from claim_document d where d.organization_id = c.organization_id and d.claim_id = c.id
        and (d.received_on is not null or d.waived_reason is not null)) as settled_papers,
      array(select f.agency_id from subject_agency f where f.organization_id = c.organization_id and f.subject_id = c.id) as further
    from claim c
    join policy_card p on p.organization_id = c.organization_id and p.id = c.policy_id
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join agency_card a on a.organization_id = c.organization_id and a.id = c.agency_id
    left join colleague o on o.organization_id = c.organization_id and o.id = c.owner_id
    where c.organization_id = ${ctx.organizationId}::uuid and c.contact_id = ${contactId}::uuid and c.deleted_at is null
    order by c.occurred_on desc, c.id desc limit ${mostShown}`.execute(ctx.db)
  const today = todayOf(ctx)
  const reaches = { view: ctx.can('claim.view'), edit: ctx.can('claim.edit') }
  const seen = rows.filter((row) => covers(ctx.actor, reaches.view, row, row.further))
  return {
    data: seen.map((row) => ({
      ...row,
      clock: nextClockOn(today, row),
      net_cost_centimes: netCost(row),
      papers_missing: papersOf(row).filter((paper) => paper.required && !row.settled_papers.includes(paper.code)).length,
      can: { edit: covers(ctx.actor, reaches.edit, row, row.further) },
    })),
    elsewhere: rows.length - seen.length,
  }
}
