import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { picked, weighed } from '../sql.ts'
import { idKinds } from './people.ts'

/** What customers come to have changed while a term runs: of a hundred terms that lasted half a year. */
const amended = 13
const wanted = {
  fleet: weighed(
    [
      ['addition', 45],
      ['removal', 30],
      ['guarantees', 15],
      ['bank_details', 10],
    ],
    't',
    151,
  ),
  motor: weighed(
    [
      ['guarantees', 38],
      ['risk', 32],
      ['bank_details', 24],
      ['refund', 6],
    ],
    't',
    151,
  ),
  place: weighed(
    [
      ['risk', 45],
      ['guarantees', 30],
      ['bank_details', 25],
    ],
    't',
    151,
  ),
} as const
const modes = ['cash', 'cheque', 'transfer', 'edahabia_card', 'cib_card', 'baridimob']
const streets = [
  'rue Mourad Didouche',
  'cité des 1200 logements',
  'avenue Colonel Lotfi',
  'rue de l’Indépendance',
  'lotissement Les Palmiers',
]

/** The car that leaves a fleet by the amendment of the term `t`, like that of row `o`. */
export const removedBy = (t: string, o: string): string =>
  `cross join lateral (select (10000 + draw(${t}, 166, 80000)) || '-' || ${o}.plate_category || lpad((${o}.year % 100)::text, 2, '0') || '-' || ${o}.wilaya as plate) removed`

/**
 * Every movement of every contract, numbered as it happened: new business, renewals, changes, stops of cover and their end, early ends with what
 * they give back. Money moves in earlier terms only: the latest stands as it was priced.
 */
export const drawMovements = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const eve = `date '${addDays(asOf, -1)}'`
  await client.query(
    `create unlogged table movement with (autovacuum_enabled = off) as
     with changing as materialized (
       select t.*, from_day + 30 + draw(t.t, 152, greatest(1, least(until_day, ${eve}) - from_day - 60))::int as on_day,
         case when q.objects > 1 then ${wanted.fleet} when t.branch in ('11', '18') then ${wanted.motor} else ${wanted.place} end as wish, q.objects as many, l.code as extra, l.offer as extra_offer, l.premium_centimes as extra_net, o.label, o.plate, o.base, o.year, o.plate_category, o.wilaya
       from term t join quote q on q.model = t.model join thing o on o.c = t.c and o.at = q.objects - 1
       left join quote_line l on l.price = t.price and l.code = case when t.branch in ('11', '18') then 'ASS' else 'VOL' end
       where least(until_day, ${eve}, coalesce(end_date, until_day)) - from_day > 150 and draw(t.t, 150, 100) < ${amended} and t.course not in ('void', 'awaiting', 'suspended', 'reinstated', 'stopped', 'terminated', 'cancelled')
     ), changed as materialized (
       select c, r, number, t, from_day, until_day, on_day, wish, vat, net, fee, branch, label, plate, base, year, plate_category, wilaya, extra, extra_offer,
         case when latest then 0 when wish = 'guarantees' then share_of(extra_net, until_day - on_day, until_day - from_day) when wish = 'addition' then share_of(net / many, until_day - on_day, until_day - from_day)
           when wish = 'removal' then -share_of(net / many, until_day - on_day, until_day - from_day) when wish = 'refund' then -share_of(net, 5, 100) else 0 end as delta
       from changing t
       -- What would cost something in the latest term, or adds what the contract does not hold, is not asked for.
       where wish in ('risk', 'bank_details') or (not latest and (wish <> 'guarantees' or extra is not null))
     ), stops as (
       select c, r, terms as number, course, coalesce(stopped_on, suspended_by_law) as stopped_on, resumed_on, case when course in ('stopped', 'terminated') then 'non_payment' when branch in ('11', '18') and draw(c, 154, 100) < 70 then 'vehicle_laid_up' else 'customer_request' end as reason
       from contract where course in ('suspended', 'reinstated', 'stopped', 'terminated')
     ), told as (
       select r, c, number as term, 0 as rank, case when number = 1 then 'new_business' else 'renewal' end as kind, from_day as on_day, null::text as reason, net, total, 0::bigint as vat, '[]'::jsonb as changes, made_at from term
       union all
       select r, c, number, 1, wish, on_day, case when wish = 'refund' then 'Geste commercial' end, delta, delta + share_of(delta, vat, greatest(1, net + fee)), share_of(delta, vat, greatest(1, net + fee)),
         case wish
           when 'guarantees' then jsonb_build_array(jsonb_build_object('field', 'guarantee.' || extra, 'before', null, 'after', jsonb_build_object('limit_centimes', null, 'offer', extra_offer)))
           when 'addition' then jsonb_build_array(jsonb_build_object('field', 'objects', 'before', null, 'after', label))
           when 'removal' then jsonb_build_array(jsonb_build_object('field', 'objects', 'before', base || ', ' || removed.plate, 'after', null))
           when 'bank_details' then jsonb_build_array(jsonb_build_object('field', 'payment_mode', 'before', ${picked(modes.slice(0, 3), 'draw(t, 155, 3)')}, 'after', ${picked(modes.slice(3), 'draw(t, 156, 3)')}))
           when 'refund' then '[]'::jsonb
           -- A new car is insured under its provisional plate first.
           when 'risk' then case when branch in ('11', '18') then jsonb_build_array(jsonb_build_object('field', 'plate', 'before', 'WW-' || (100000 + draw(t, 165, 900000)), 'after', changed.plate))
           else jsonb_build_array(jsonb_build_object('field', 'address', 'before', (1 + draw(t, 157, 90)) || ', ' || ${picked(streets, `draw(t, 158, ${streets.length})`)}, 'after', (1 + draw(t, 159, 90)) || ', ' || ${picked(streets, `draw(t, 160, ${streets.length})`)})) end end,
         at_work(on_day, draw(t, 153, 32400)) from changed ${removedBy('t', 'changed')}
       union all
       select r, c, number, 2, 'suspension', stopped_on, reason, 0, 0, 0, '[]'::jsonb, at_work(least(${eve}, stopped_on + case when reason = 'non_payment' then draw(c, 161, 3)::int else 0 end), draw(c, 162, 32400)) from stops
       union all
       select r, c, number, 3, 'reinstatement', resumed_on, null, 0, 0, 0, '[]'::jsonb, at_work(resumed_on, draw(c, 163, 32400)) from stops where course = 'reinstated'
       union all
       -- What is given back: the days left of a premium that was paid for the whole term; nothing to whoever did not pay.
       select k.r, k.c, k.terms, 4, case when k.course = 'void' then 'voiding' else 'cancellation' end, k.end_date, k.end_reason, -g.net, -g.net - g.vat, -g.vat, '[]'::jsonb, at_work(least(${eve}, k.end_date), draw(k.c, 164, 32400))
       from contract k join term t on t.c = k.c and t.latest
       cross join lateral (select case when k.course = 'cancelled' and k.periodicity = 'annual' then share_of(t.net, t.until_day - k.end_date, t.until_day - t.from_day) else 0 end as net) n
       cross join lateral (select n.net, share_of(n.net, t.vat, greatest(1, t.net + t.fee)) as vat) g
       where k.course in ('cancelled', 'terminated', 'void')
     )
     select m.*, row_number() over (partition by c order by made_at, rank, term) - 1 as number, fixed(made_at, ${idKinds.amendment}, c * 512 + term * 8 + rank) as id
     from told m order by made_at, c`,
  )
}
