import type pg from 'pg'
import { removedBy } from '../draw/movements.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'
import { picked } from '../sql.ts'
import { birthOf } from './contacts.ts'

/** What is insured, with the details that make it somebody's own. */
export const loadObjects = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into insured_object (organization_id, id, policy_id, kind, label, plate, plate_key, chassis, place_key, wilaya, commune, address, value_centimes, details, from_date, created_at, updated_at)
     select '${organizationId}', o.id, k.id, o.kind, o.label, o.plate, o.plate_key, o.chassis,
       case when o.address is not null then o.wilaya || '|' || coalesce(o.commune, '') || '|' || app_fold(o.address) || '|' || app_fold(o.unit) end,
       o.wilaya, case when o.address is not null then o.commune end, o.address, o.value_centimes,
       o.details || case o.kind when 'vehicle' then jsonb_build_object('first_year', o.year)
         when 'home' then jsonb_build_object('unit', o.unit, 'built_in', 1962 + draw(o.o, 270, 58)) when 'business' then jsonb_build_object('unit', o.unit, 'built_in', 1962 + draw(o.o, 270, 58)) when 'building' then jsonb_build_object('unit', o.unit)
         when 'boat' then jsonb_build_object('registration', o.registration) when 'trip' then jsonb_build_object('leaves_on', k.effective_date, 'returns_on', k.expiry_date - 1) else '{}' end,
       coalesce(a.on_day, case when k.status = 'draft' then k.effective_date else k.start end), k.created_at, k.created_at
     from thing o join contract k on k.c = o.c left join quote q on q.model = k.model
     left join movement a on a.c = o.c and a.kind = 'addition' and a.r between ${from} and ${to} and o.at = q.objects - 1 and a.number = (select min(b.number) from movement b where b.c = o.c and b.kind = 'addition')
     where o.r between ${from} and ${to} order by k.r, o.at`,
  )
}

/** Vehicles that left a fleet while it was insured. */
export const loadRemoved = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into insured_object (organization_id, id, policy_id, kind, label, plate, plate_key, wilaya, value_centimes, details, from_date, until_date, created_at, updated_at)
     select '${organizationId}', fixed(m.made_at, ${idKinds.object}, m.c * 64 + 63 - m.term), k.id, 'vehicle', m.base || ', ' || m.plate, m.plate, replace(m.plate, '-', ''), k.wilaya, m.value_centimes, m.details || jsonb_build_object('first_year', m.year), k.start, m.on_day, k.created_at, m.made_at
     from (
       select t.c, t.term, t.made_at, t.on_day, o.base, o.value_centimes, o.details, o.year, removed.plate
       from (select *, c * 64 + term as t from movement where kind = 'removal') t join contract k on k.c = t.c join quote q on q.model = k.model join thing o on o.c = t.c and o.at = q.objects - 1 ${removedBy('t.t', 'o')}
     ) m join contract k on k.c = m.c order by m.made_at`,
  )
}

/** The guarantees of the present term, with their shares of its premium. */
export const loadGuarantees = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into policy_guarantee (organization_id, policy_id, code, limit_centimes, deductible_centimes, deductible_rate, offer, premium_centimes)
     select '${organizationId}', k.id, l.code, l.limit_centimes, l.deductible_centimes, l.deductible_rate, l.offer, l.premium_centimes
     from contract k join policy_price q on q.c = k.c join quote_line l on l.price = q.price where k.r between ${from} and ${to} order by k.id, l.code`,
  )
}

const licence = `padded(draw(k.c, 280, 1000000000), 9)`

/** Who drives, who else is insured, to whom a pledged car is owed. Drivers so young that the tariff asks for more have no contract here. */
export const loadParties = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into policy_party (organization_id, id, policy_id, role, contact_id, name, birth_date, licence_number, licence_category, licence_date, licence_wilaya, created_at)
     select '${organizationId}', fixed(k.created_at, ${idKinds.party}, k.c * 8 + x.place), k.id, x.role, x.contact_id, x.name, x.birth_date, x.licence, x.category, x.licence_date, case when x.licence is not null then k.wilaya end, k.created_at
     from contract k join person h on h.n = k.n join thing o on o.c = k.c and o.at = 0
     cross join lateral (select ${birthOf('h')} as birth) born
     left join person s on s.family = h.family and h.family_kind = 'individual' and h.place = 0 and s.place = 1
     cross join lateral (
       select 0 as place, 'driver' as role, h.id as contact_id, h.title as name, born.birth as birth_date, ${licence} as licence, case when o.plate_category = 9 then 'A' when o.plate_category = 2 then 'C' else 'B' end as category,
         (born.birth + interval '20 years' + interval '1 day' * draw(k.c, 281, 1000))::date as licence_date
       where k.branch = '11' and k.kind <> 'company' and born.birth < k.start - interval '25 years' and draw(k.c, 282, 100) < 68
       union all
       select 1, 'driver', s.id, s.title, null, null, 'B', null where k.branch = '11' and s.n is not null and s.created_at < k.created_at and draw(k.c, 283, 100) < 40
       union all
       select 2, 'driver', null, ${picked(['BENALI Karim', 'HADDAD Samir', 'OUALI Rachid', 'TALEB Mourad', 'SAADI Farid', 'LOUNIS Nassim', 'CHERIF Djamel'], 'draw(k.c, 284, 7)')}, null, padded(draw(k.c, 285, 1000000000), 9), case when o.plate_category = 2 then 'C' else 'B' end, null
       where k.branch = '11' and k.kind = 'company' and draw(k.c, 286, 100) < 45
       union all
       select 3, 'beneficiary', null, o.details ->> 'pledgee', null, null, null, null where o.details ? 'pledgee'
       union all
       select 4, 'insured', s.id, s.title, null, null, null, null where k.line = 'home' and s.n is not null and s.created_at < k.created_at and draw(k.c, 287, 100) < 70
     ) x
     where k.r between ${from} and ${to} order by k.r, x.place`,
  )
}
