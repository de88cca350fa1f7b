import type pg from 'pg'

/**
 * What their contracts make of customers, as policies keep it: covered people are active, those who were are inactive or have left, whoever
 * never took anything out is a prospect; «valable jusqu'au» is the last day of cover in force.
 */
export const drawStanding = async (client: pg.Client): Promise<void> => {
  await client.query(
    `create unlogged table standing with (autovacuum_enabled = off) as
     with held as (
       select n, max(least(expiry_date, end_date)) filter (where status in ('in_force', 'to_renew', 'renewed')) as valid_until,
         bool_or(status in ('in_force', 'to_renew', 'renewed', 'suspended')) as covered, bool_or(status not in ('draft', 'awaiting_payment', 'void')) as known, bool_and(status in ('cancelled', 'void', 'draft')) as left_early
       from contract group by n
     ), sued as (select distinct n from bill where status = 'litigation')
     select p.n, h.valid_until,
       case when s.n is not null and draw(p.n, 70, 100) < 60 then 'litigation' when h.covered then 'active' when h.known is not true then 'prospect' when draw(p.n, 71, 1000) < 8 then 'deceased' when draw(p.n, 71, 1000) < 12 then 'watch'
         when h.left_early then 'cancelled' else 'inactive' end as status
     from person p left join held h on h.n = p.n left join sued s on s.n = p.n`,
  )
  await client.query('create unique index on standing (n)')
  await client.query('analyze standing')
}
