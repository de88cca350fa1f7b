import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'

/** The terms of the contracts from `from` to `to`: each bears what it was billed, and what amendments added or gave back. */
export const loadTerms = async (client: pg.Client, { organizationId, asOf }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into policy_term (organization_id, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes, paid_on, outcome, outcome_reason, outcome_on, outcome_by, noticed_on, notice_amount_centimes)
     select '${organizationId}', k.id, t.number, t.from_day, t.until_day, t.net + coalesce(m.net, 0), t.total + coalesce(m.total, 0), p.paid_on, t.outcome, t.outcome_reason, t.outcome_on, case when t.outcome_on is not null then k.owner_id end, d.noticed_on, case when d.noticed_on is not null then t.total end
     from term t join contract k on k.c = t.c
     -- Notices of expiry: nearly all of tacit contracts, half of the others, a month before or somewhat more.
     left join lateral (select t.until_day - 31 - draw(t.t, 145, 7)::int as noticed_on where draw(t.t, 146, 100) < case when t.tacit then 88 else 48 end and k.contract_type <> 'temporary' and t.until_day - 31 - draw(t.t, 145, 7)::int between t.from_day and date '${addDays(asOf, -1)}' and (k.end_date is null or k.end_date > t.until_day - 31)) d on true
     left join (select c, term, sum(net) as net, sum(total) as total from movement where r between ${from} and ${to} and rank = 1 group by c, term) m on m.c = t.c and m.term = t.number
     left join (select c, term, min(case when paid = amount then greatest(first_on, second_on) end) as paid_on from bill where r between ${from} and ${to} and j = 1 group by c, term) p on p.c = t.c and p.term = t.number
     where t.r between ${from} and ${to} order by k.id, t.number`,
  )
}

/** Every movement of these contracts. */
export const loadAmendments = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into policy_amendment (organization_id, id, policy_id, number, kind, effective_date, reason, net_premium_centimes, total_premium_centimes, changes, made_by, made_by_name, made_at)
     select '${organizationId}', m.id, k.id, m.number, m.kind, m.on_day, m.reason, m.net, m.total, m.changes, k.owner_id, k.owner_name, m.made_at
     from movement m join contract k on k.c = m.c where m.r between ${from} and ${to} order by m.made_at`,
  )
}

/** Stretches without cover. */
export const loadSuspensions = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into policy_suspension (organization_id, id, policy_id, from_date, until_date, reason, created_at)
     select '${organizationId}', fixed(m.made_at, ${idKinds.suspension}, m.c), k.id, m.on_day, k.resumed_on, m.reason, m.made_at
     from movement m join contract k on k.c = m.c where m.kind = 'suspension' order by m.made_at`,
  )
}
