import type pg from 'pg'
import type { Frame } from '../frame.ts'
import { professions, sectors, streets } from '../lists/names.ts'
import { picked } from '../sql.ts'

/** Parents were born a generation before the children of their household. */
const born = `case when family_kind = 'individual' and place >= 2 then date '1990-01-01' + draw(n, 14, 5800)::int
  when family_kind = 'individual' then date '1950-01-01' + draw(n, 14, 9000)::int
  else date '1948-01-01' + (draw(n, 14, 11000) + draw(n, 15, 10000))::int end`

/** The birth of the person of row `p`, or null where nobody wrote it down. */
export const birthOf = (p: string): string =>
  `case when ${p}.kind <> 'company' and ${p}.n % 20 <> 0 then ${born.replaceAll(/\b(family_kind|place|n)\b/g, `${p}.$1`)} end`

/** The cards of the customers of a stretch. */
export const loadContactCards = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', id, 'contact', title, code, agency_id, owner_id, owner_id,
       folded || case when n % 5 = 0 and kind <> 'company' then ' ' || app_fold(name_ar) else '' end || ' ' || replace(code, '-', ' ')
         || case when email is not null then ' ' || replace(replace(email, '@', ' '), '.', ' ') else '' end || ' ' || substr(mobile, 5) || ' ~' || reverse(substr(mobile, 5)),
       created_at, created_at from person where n between ${from} and ${to} order by n`,
  )
}

/** The customers of a stretch. Folded forms and keys are those that a typed customer would have: a test compares them. */
export const loadContacts = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into contact (organization_id, id, code, kind, name, name_folded, name_key, title, last_name, first_name, name_ar, company_name, legal_form, birth_date, marital_status, profession, employer, email, mobile, nin, nif, rc, sector,
       employees, revenue_centimes, address, wilaya, commune, postcode, language, preferred_channel, status, source, agency_id, owner_id, account_id, registered_on, valid_until, created_by, created_at, updated_at)
     select '${organizationId}', p.id, p.code, p.kind, p.title, p.folded, p.name_key,
       case when p.kind = 'company' then null when p.female then case when p.n % 3 = 0 and p.place is null then 'miss' else 'mrs' end else 'mr' end,
       case when p.kind <> 'company' then p.last_name end, case when p.kind <> 'company' then p.first_name end, case when p.n % 5 = 0 and p.kind <> 'company' then p.name_ar end,
       case when p.kind = 'company' then p.title end, p.legal_form, ${birthOf('p')},
       case when p.family_kind = 'individual' then case when p.place < 2 then 'married' else 'single' end end,
       case when p.kind <> 'company' then ${picked(professions, `draw(p.n, 16, ${professions.length})`)} end,
       case when p.family_kind = 'company' and p.place > 0 then g.account_name end, p.email, p.mobile,
       case when p.kind <> 'company' and p.n % 2 = 0 then '1' || case when p.female then '1' else '0' end || lpad(draw(p.n, 18, 10000000000000000)::text, 16, '0') end,
       case when p.kind = 'company' then lpad(draw(p.n, 19, 1000000000000000)::text, 15, '0') end,
       case when p.kind = 'company' then p.wilaya || '/00-' || lpad(draw(p.n, 27, 10000000)::text, 7, '0') || ' B ' || lpad(draw(p.n, 28, 26)::text, 2, '0') end,
       case when p.kind = 'company' then ${picked(sectors, `draw(p.n, 20, ${sectors.length})`)} end,
       case when p.kind = 'company' then 3 + draw(p.n, 21, 400) end, case when p.kind = 'company' then (2000000 + draw(p.n, 22, 900000000)) * 100 end,
       (1 + draw(p.home, 23, 180)) || ', ' || ${picked(streets, `draw(p.home, 24, ${streets.length})`)}, p.wilaya, p.commune, p.postcode,
       case when p.n % 5 = 0 then 'ar' else 'fr' end, case when p.n % 4 = 0 then 'phone' when p.n % 4 = 1 then 'sms' end, s.status,
       ${picked(['Passage en agence', 'Site web', 'Parrainage', 'Concessionnaire auto', 'Appel entrant', 'Banque partenaire'], 'draw(p.n, 26, 6)')},
       p.agency_id, p.owner_id, p.account_id, p.created_at::date, s.valid_until, p.owner_id, p.created_at, p.created_at
     from person p join standing s on s.n = p.n left join account_row g on g.account_id = p.account_id and p.family_kind = 'company' and p.place > 0
     where p.n between ${from} and ${to} order by p.n`,
  )
}
