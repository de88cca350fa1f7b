import type pg from 'pg'
import { streets } from '../lists/names.ts'
import { picked } from '../sql.ts'
import { idKinds } from './people.ts'

/** How many in a thousand customers with two cars insured the same one twice: somebody should tell them. */
const insuredTwice = 12

/**
 * What each contract insures: the model's things made somebody's own. Plates are consistent with wilaya, kind and year, and no two alike;
 * chassis numbers are those of no manufacturer (`TESTDZ…`). Every kind is called as policies' `objectLabel` calls it.
 */
export const drawThings = async (client: pg.Client): Promise<void> => {
  await client.query(
    `create unlogged table thing with (autovacuum_enabled = off) as
     with laid as materialized (
       select k.c, o.at, k.c * 64 + o.at as o, k.r, k.n, k.created_at, k.start, k.last_until, k.kind as holder_kind, k.wilaya, k.commune, k.home, k.line, o.kind, o.base, o.base_folded, o.plate_category, o.value_centimes, o.details,
         extract(year from k.start)::int - o.age as year, case when o.kind = 'vehicle' then case when draw(k.c * 64 + o.at, 171, 100) < 90 then k.wilaya else lpad((1 + draw(k.c * 64 + o.at, 172, 48))::text, 2, '0') end end as plate_wilaya
       from contract k join quote_object o on o.model = k.model
     ), ranked as materialized (
       select l.*, row_number() over w as place, count(*) over (partition by plate_category, year, plate_wilaya) as many, row_number() over (order by c, at) as serial
       from laid l window w as (partition by plate_category, year, plate_wilaya order by draw(o, 173, 1000000000), o)
     ), plated as materialized (
       -- Six figures in the capital, five elsewhere; spread over the series of the year.
       select r.*, case when kind = 'vehicle' then
           ((case when plate_wilaya = '16' then 100000 else 10000 end) + (case when plate_wilaya = '16' then 110000 else 89000 end / many) * (place - 1) + draw(o, 174, greatest(1, (case when plate_wilaya = '16' then 110000 else 89000 end / many))))
           || '-' || plate_category || lpad((year % 100)::text, 2, '0') || '-' || plate_wilaya end as plate,
         case when kind = 'vehicle' then 'TESTDZ' || lpad((serial * 7919 % 100000000000)::text, 11, '0') end as chassis,
         case when kind in ('home', 'business', 'building') then case when kind = 'home' and draw(o, 175, 100) < 60 then (1 + draw(home, 23, 180)) || ', ' || ${picked(streets, `draw(home, 24, ${streets.length})`)}
           else (1 + draw(o, 176, 220)) || ', ' || ${picked(streets, `draw(o, 177, ${streets.length})`)} end end as address,
         case kind when 'home' then case when details ->> 'dwelling' = 'individual' then 'Lot ' else 'Porte ' end || (1 + draw(o, 178, 90)) when 'business' then 'Local ' || (1 + draw(o, 178, 90)) when 'building' then 'Îlot ' || (1 + draw(o, 178, 90)) end as unit,
         case when kind = 'boat' then 'ALG-' || (1000 + serial % 9000) || '-' || lpad((serial / 9000)::text, 2, '0') end as registration
       from ranked r
     )
     select p.*, replace(plate, '-', '') as plate_key, base || coalesce(', ' || coalesce(plate, address, registration), '') as label,
       base_folded || coalesce(' ' || replace(plate, '-', ' '), case when address is not null then ' ' || app_fold(address) end, ' ' || lower(replace(registration, '-', ' ')), '') as label_folded, fixed(created_at, ${idKinds.object}, o) as id
     from plated p order by r, at`,
  )
  await client.query('create unique index on thing (c, at)')
  await client.query('analyze thing')
  // The same car under two contracts of one customer that both run: only the plate, the chassis and the car itself are the same.
  await client.query(
    `update thing t set plate = f.plate, plate_key = f.plate_key, chassis = f.chassis, base = f.base, label = f.label, label_folded = f.label_folded, details = f.details, year = f.year
     from thing f join contract a on a.c = f.c, contract b
     where b.c = t.c and t.at = 0 and f.at = 0 and a.k = 1 and b.k = 2 and a.n = b.n and draw(a.n, 99, 1000) < ${insuredTwice} and f.plate_category = 1 and t.plate_category = 1
       and a.line like 'motor%' and b.line like 'motor%' and a.status in ('in_force', 'to_renew') and b.status in ('in_force', 'to_renew')`,
  )
}
