import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { coveringStatuses, mayDo, statusOn } from '../rules.ts'
import type { PoliciesOfContact, PolicyLine } from '../rows.ts'
import { doublyInsured } from './double-sql.ts'
import { todayOf } from './status-sql.ts'

/** The most that a profile carries; the list of policies holds the rest. */
const mostShown = 500

type Read = Omit<PolicyLine, 'can'> & {
  owner_id: string | null
  created_by: string | null
  cover_awaits_payment: boolean
  renewal_from: string | null
}

/** The policies of a customer for their profile, those in force first: one question. Drafts are among them; voided ones too. */
export const policiesOfContact = async (ctx: Context, contactId: string): Promise<PoliciesOfContact> => {
  const today = todayOf(ctx)
  const { rows } = await sql<Read>`
    select p.id, p.number, p.status, p.product_id, r.code as product_code, r.name as product_name, r.name_ar as product_name_ar, r.branch, p.formula_name, r.object_kind,
      p.insured_label, coalesce(o.objects, 0)::int as objects, p.contract_type, p.effective_date, p.expiry_date, p.end_date, p.end_reason, p.cover_awaits_payment, p.renewal_from,
      (select max(s.from_date) from policy_suspension s where s.organization_id = p.organization_id and s.policy_id = p.id and s.until_date is null) as suspended_from,
      p.net_premium_centimes, p.total_premium_centimes,
      (select t.noticed_on from policy_term t where t.organization_id = p.organization_id and t.policy_id = p.id order by t.number desc limit 1) as noticed_on,
      coalesce(o.doubly, false) as doubly_insured, p.agency_id, a.name as agency_name, p.owner_id, p.created_by
    from policy p
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join agency_card a on a.organization_id = p.organization_id and a.id = p.agency_id
    left join lateral (
      select count(*) filter (where i.until_date is null) as objects, bool_or(${doublyInsured('i', 'p', today)}) as doubly
      from insured_object i where i.organization_id = p.organization_id and i.policy_id = p.id
    ) o on true
    where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = ${contactId}::uuid and p.deleted_at is null
    order by p.expiry_date desc, p.id desc limit ${mostShown}`.execute(ctx.db)
  const reaches = { view: ctx.can('policy.view'), edit: ctx.can('policy.edit') }
  const seen = rows.filter((row) => covers(ctx.actor, reaches.view, row))
  const data = seen.map(({ owner_id, created_by, cover_awaits_payment, renewal_from, ...row }): PolicyLine => {
    const status = statusOn({ ...row, cover_awaits_payment, renewal_from }, today)
    const edit = covers(ctx.actor, reaches.edit, { agency_id: row.agency_id, owner_id, created_by })
    return { ...row, status, can: { edit, renew: edit && mayDo('renew', status) } }
  })
  const rank = (line: PolicyLine) =>
    coveringStatuses.has(line.status) ? 0 : line.status === 'suspended' || line.status === 'awaiting_payment' ? 1 : 2
  data.sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? a.expiry_date.localeCompare(b.expiry_date) : 0))
  const inForce = data.filter((line) => coveringStatuses.has(line.status))
  return {
    data,
    elsewhere: rows.length - seen.length,
    in_force: { count: inForce.length, total_premium_centimes: inForce.reduce((sum, line) => sum + line.total_premium_centimes, 0) },
  }
}
