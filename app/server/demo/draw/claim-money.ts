import type pg from 'pg'

/**
 * The money of every file: opened, brought to the estimate, what the expert costs, paid, recovered, closed; each with the reserve that it
 * leaves. The sums of a claim are those of these rows.
 */
export const drawClaimMoney = async (client: pg.Client): Promise<void> => {
  await client.query(
    `create unlogged table claim_money with (autovacuum_enabled = off) as
     with moved as (
       select s, 1 as rank, 'opening' as kind, opened_on as day, opening as amount from claim_row where opened_on is not null
       union all
       select s, 2, 'revaluation', coalesce(expertised_on, granted_on), indemnity - opening from claim_row where opened_on is not null and coalesce(expertised_on, granted_on) is not null and indemnity <> opening
       union all
       select s, 3, 'fees', expertised_on, (400000 + draw(s, 430, 1000000)) / 10000 * 10000 from claim_row where expertised_on is not null
       union all
       select s, 4, 'payment', part_on, indemnity / 2 / 10000 * 10000 + 10000 from claim_row where part_on is not null and settled_on is null
       union all
       select s, 5, 'payment', settled_on, indemnity from claim_row where settled_on is not null
       union all
       select s, 6, 'recovery', recovered_on, share_of(indemnity, 100 - liability, 100) from claim_row where recovered_on is not null
       union all
       select s, 7, 'salvage', salvaged_on, indemnity * (6 + draw(s, 431, 12)) / 100 / 10000 * 10000 + 10000 from claim_row where salvaged_on is not null
       union all
       -- Without action, what was reserved falls away.
       select s, 8, 'closing', ended_on, -opening from claim_row where status = 'no_action' and opened_on is not null
     )
     select m.*, sum(case kind when 'payment' then -amount when 'opening' then amount when 'revaluation' then amount when 'closing' then amount else 0 end) over (partition by s order by rank)::bigint as reserve_after, at_work(day, 25200 + rank * 700 + draw(s * 16 + rank, 432, 600)) as made_at
     from moved m`,
  )
  await client.query(
    `create unlogged table claim_sum with (autovacuum_enabled = off) as
     select s, coalesce(sum(case kind when 'payment' then -amount when 'opening' then amount when 'revaluation' then amount when 'closing' then amount end), 0)::bigint as reserve, coalesce(sum(amount) filter (where kind = 'payment'), 0)::bigint as paid,
       coalesce(sum(amount) filter (where kind = 'fees'), 0)::bigint as fees, coalesce(sum(amount) filter (where kind in ('recovery', 'salvage')), 0)::bigint as recovered
     from claim_money group by s`,
  )
  await client.query('create unique index on claim_sum (s)')
  await client.query('analyze claim_money, claim_sum')
}
