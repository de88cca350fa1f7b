import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { literal, weighed } from '../sql.ts'
import { idKinds } from './people.ts'

/** Since when cash is forbidden for compulsory covers (LF 2025, art. 207): most people pay by card since. */
const cardsSince = '2025-01-01'
const modes = {
  before: weighed(
    [
      ['cash', 80],
      ['cheque', 10],
      ['postal_cheque', 3],
      ['transfer', 4],
      ['bank_deposit', 3],
    ],
    'p',
    220,
  ),
  since: weighed(
    [
      ['cib_card', 22],
      ['edahabia_card', 17],
      ['cib_online', 3],
      ['edahabia_online', 3],
      ['cheque', 15],
      ['postal_cheque', 5],
      ['transfer', 8],
      ['postal_transfer', 3],
      ['bank_deposit', 5],
      ['baridimob', 4],
      ['cash', 15],
    ],
    'p',
    220,
  ),
  tradeBefore: weighed(
    [
      ['cheque', 45],
      ['transfer', 20],
      ['cash', 25],
      ['bank_deposit', 10],
    ],
    'p',
    220,
  ),
  tradeSince: weighed(
    [
      ['cheque', 42],
      ['transfer', 36],
      ['bank_deposit', 12],
      ['cib_card', 7],
      ['cash', 3],
    ],
    'p',
    220,
  ),
  back: weighed(
    [
      ['cheque', 45],
      ['transfer', 35],
      ['postal_transfer', 20],
    ],
    'p',
    220,
  ),
} as const
const banks = ['BNA', 'BEA', 'BADR', 'CPA', 'BDL', 'CNEP-Banque', 'Al Baraka', 'AGB', 'BNP Paribas El Djazaïr', 'Société Générale Algérie']
const bank = `(array[${banks.map(literal).join(', ')}])[1 + draw(p, 221, ${banks.length})]`

/**
 * The payments: what a customer pays on one day at one till is one payment, over all the bills it settles. Some cheques came back from the
 * bank and were paid otherwise later; some customers paid a round sum.
 */
export const drawPayments = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const eve = `date '${addDays(asOf, -1)}'`
  await client.query(
    `create unlogged table settled with (autovacuum_enabled = off) as
     select b.n, b.agency_id, e.on_day, e.amount, b.b, b.id as receivable_id, b.amount < 0 as back from bill b
     cross join lateral (values (b.first_on, b.first), (b.second_on, b.second)) e(on_day, amount) where e.amount <> 0`,
  )
  await client.query(
    `create unlogged table payment_row with (autovacuum_enabled = off) as
     with day as (
       select n, agency_id, on_day, back, sum(amount) as allocated, min(b) as first_bill, count(*) as bills from settled group by n, agency_id, on_day, back
     ), known as materialized (
       select d.*, d.first_bill * 2 + (d.on_day - date '2000-01-01') as p, k.agency_number, k.contact_id, k.owner_id, k.owner_name, k.kind <> 'individual' as trade
       from day d join contract k on k.c = d.first_bill / 4096
     ), moded as materialized (
       select k.*, case when back then ${modes.back} when trade then case when on_day >= date '${cardsSince}' then ${modes.tradeSince} else ${modes.tradeBefore} end
         when on_day >= date '${cardsSince}' then ${modes.since} else ${modes.before} end as mode
       from known k
     ), made as (
       select n, agency_id, agency_number, contact_id, owner_id, owner_name, on_day, back, allocated, p, mode, 'recorded' as state, 0 as again,
         -- Cash comes in round sums: what is over stays to the customer.
         case when not back and mode = 'cash' and draw(p, 222, 1000) < 8 then (allocated / 100000 + 1) * 100000 else allocated end as amount from moded
       union all
       select n, agency_id, agency_number, contact_id, owner_id, owner_name, on_day - 6 - draw(p, 223, 12)::int, back, 0, p, 'cheque', 'bounced', 1, allocated
       from moded where not back and mode <> 'cheque' and draw(p, 224, 1000) < 6 and on_day > date '2020-12-31'
     ), timed as materialized (
       select m.*, at_work(least(on_day, ${eve}), draw(p * 2 + again, 225, 32400)) as made_at from made m
     )
     select t.*, row_number() over (order by made_at, p, again) as place, fixed(made_at, ${idKinds.payment}, p * 2 + again) as id,
       agency_number || '-' || to_char(on_day, 'YYYY') || '-' || padded(row_number() over (partition by agency_number, to_char(on_day, 'YYYY') order by on_day, p, again), 6) as number,
       case when mode in ('cheque', 'postal_cheque') then padded(draw(p, 226, 10000000), 7) when mode like '%card' or mode like '%online' then padded(draw(p, 226, 1000000), 6) when mode = 'transfer' then 'VIR' || padded(draw(p, 226, 100000000), 8) end as reference,
       case when mode in ('cheque', 'transfer') then ${bank} end as bank
     from timed t order by made_at, p, again`,
  )
  await client.query('create index on payment_row (place)')
  await client.query(
    `create unlogged table allocation with (autovacuum_enabled = off) as
     select p.id as payment_id, s.receivable_id, s.amount from settled s join payment_row p on p.n = s.n and p.agency_id = s.agency_id and p.on_day = s.on_day and p.back = s.back and p.again = 0
     order by p.id, s.receivable_id`,
  )
  await client.query('analyze payment_row')
}
