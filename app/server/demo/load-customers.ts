import { picked, prepareDraws, type Frame } from './draws.ts'
import { loadAccounts, loadMembers } from './load-accounts.ts'
import { loadActivities } from './load-activities.ts'
import { loadConsents } from './load-consents.ts'
import { loadTags, tagContacts } from './load-tags.ts'
import { companyNames, companyWords, lastNames, menNames, professions, sectors, streets, womenNames } from './names.ts'

const batch = 50_000

/**
 * Customers with what hangs on them, by set-based SQL: every draw is a hash of the seed and the row, so the same seed and day give the
 * same people. Names, shares and towns follow the domain facts (§8.2).
 */
export const loadCustomers = async (frame: Frame, count: number): Promise<void> => {
  const { client } = frame
  await prepareDraws(frame, count)
  await loadTags(frame)
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1)
    await client.query('begin')
    await drawRows(frame, from, to)
    await loadAccounts(frame)
    await loadContacts(frame)
    await loadMembers(frame)
    await tagContacts(frame)
    await loadConsents(frame)
    await loadActivities(frame)
    await client.query('commit')
    if (count >= 2 * batch) frame.say(`  ${to.toLocaleString('fr-FR')} clients`)
  }
  await finish(frame)
}

/** One stretch of people in full, into `demo_row`. Those of a household share name, street and whoever looks after them. */
const drawRows = async ({ client, organizationId, seed }: Frame, from: number, to: number): Promise<void> => {
  await client.query('drop table if exists demo_row')
  await client.query(
    `create temp table demo_row as
     with person as (
       select d.*, case when d.family_kind = 'individual' then d.family else d.n end as home,
         case when d.family_kind = 'individual' and d.place = 1 then pg_temp.draw(d.family, 4, 100) >= 24 else pg_temp.draw(d.n, 4, 100) < 24 end as female
       from demo_contact d where d.n between ${from} and ${to}
     )
     select d.*, pg_temp.fixed(d.created_at, '${organizationId}/${seed}/contact/' || d.n) as id, d.agency_number || '-' || lpad(d.sequence::text, 6, '0') as code,
       l.latin as last_name, g.latin as first_name, l.arabic || ' ' || g.arabic as name_ar,
       case when d.kind = 'company' then (select string_agg(word, ' ' order by word collate "C") from (select distinct word from unnest(string_to_array(x.word || ' ' || w.word || ' ' || l.word, ' ')) word) words)
            else least(l.key collate "C", g.key collate "C") || ' ' || greatest(l.key collate "C", g.key collate "C") end as name_key,
       ${picked(['SARL', 'EURL', 'SPA', 'ETS'], 'pg_temp.draw(d.n, 7, 4)')} || ' ' || x.latin || ' ' || w.latin || ' ' || l.latin as company,
       '+213' || (5 + pg_temp.draw(d.n, 10, 3)) || lpad(pg_temp.draw(d.n, 11, 100000000)::text, 8, '0') as mobile,
       pg_temp.draw(d.n, 17, 100) < 42 and d.kind <> 'company' as emailed,
       o.id as owner_id, o.name as owner_name, c.code as commune, c.postcode,
       a.n is not null as grouped, case when a.n is not null then pg_temp.fixed(a.created_at, '${organizationId}/${seed}/account/' || a.n) end as account_id
     from person d
     -- A wife keeps the name of her father; children bear their father's.
     join demo_name l on l.kind = 'l' and l.at = pg_temp.draw(case when d.place = 1 then d.n else d.home end, 5, ${lastNames.length})
     join demo_name g on g.kind = case when d.female then 'f' else 'm' end and g.at = pg_temp.draw(d.n, 6, case when d.female then ${womenNames.length} else ${menNames.length} end)
     join demo_name x on x.kind = 'c' and x.at = pg_temp.draw(d.n, 8, ${companyNames.length})
     join demo_name w on w.kind = 'w' and w.at = pg_temp.draw(d.n, 9, ${companyWords.length})
     left join demo_owner o on o.agency_id = d.agency_id and o.at = pg_temp.draw(d.home, 12, 1000) % o.many
     left join demo_commune c on c.wilaya = d.wilaya and c.at = pg_temp.draw(d.home, 13, 1000) % c.many
     left join demo_account a on a.n = d.family`,
  )
  await client.query('create index on demo_row (n)')
  await client.query('analyze demo_row')
}

const title = `case when kind = 'company' then company else last_name || ' ' || first_name end`
const email = `lower(replace(app_fold(first_name), ' ', '') || '.' || replace(app_fold(last_name), ' ', '') || n || '@exemple.dz')`
/** Parents were born a generation before the children of their household. */
const born = `case when family_kind = 'individual' and place >= 2 then date '1990-01-01' + pg_temp.draw(n, 14, 5800)::int
  when family_kind = 'individual' then date '1950-01-01' + pg_temp.draw(n, 14, 9000)::int
  else date '1948-01-01' + (pg_temp.draw(n, 14, 11000) + pg_temp.draw(n, 15, 10000))::int end`

const loadContacts = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', id, 'contact', ${title}, code, agency_id, owner_id, owner_id,
       app_fold(${title}) || case when n % 5 = 0 and kind <> 'company' then ' ' || app_fold(name_ar) else '' end || ' ' || replace(code, '-', ' ')
         || case when emailed then ' ' || app_fold(${email}) else '' end || ' ' || substr(mobile, 5) || ' ~' || reverse(substr(mobile, 5)),
       created_at, created_at from demo_row order by n`,
  )
  await client.query(
    `insert into contact (organization_id, id, code, kind, name, name_folded, name_key, title, last_name, first_name, name_ar, company_name, legal_form, birth_date, marital_status, profession, employer, email, mobile, nin, nif, rc, sector,
       employees, revenue_centimes, address, wilaya, commune, postcode, language, preferred_channel, status, source, agency_id, owner_id, account_id, registered_on, created_by, created_at, updated_at)
     select '${organizationId}', r.id, r.code, r.kind, r.title, app_fold(r.title), r.name_key,
       case when r.kind = 'company' then null when r.female then case when r.n % 3 = 0 and r.place is null then 'miss' else 'mrs' end else 'mr' end,
       case when r.kind <> 'company' then r.last_name end, case when r.kind <> 'company' then r.first_name end, case when r.n % 5 = 0 and r.kind <> 'company' then r.name_ar end,
       case when r.kind = 'company' then r.company end, case when r.kind = 'company' then lower(split_part(r.company, ' ', 1)) end,
       case when r.kind <> 'company' and r.n % 20 <> 0 then ${born} end,
       case when r.family_kind = 'individual' then case when r.place < 2 then 'married' else 'single' end end,
       case when r.kind <> 'company' then ${picked(professions, `pg_temp.draw(r.n, 16, ${professions.length})`)} end,
       case when r.family_kind = 'company' and r.place > 0 then g.name end,
       case when r.emailed then ${email} end, r.mobile,
       case when r.kind <> 'company' and r.n % 2 = 0 then '1' || case when r.female then '1' else '0' end || lpad(pg_temp.draw(r.n, 18, 10000000000000000)::text, 16, '0') end,
       case when r.kind = 'company' then lpad(pg_temp.draw(r.n, 19, 1000000000000000)::text, 15, '0') end,
       case when r.kind = 'company' then r.wilaya || '/00-' || lpad(pg_temp.draw(r.n, 27, 10000000)::text, 7, '0') || ' B ' || lpad(pg_temp.draw(r.n, 28, 26)::text, 2, '0') end,
       case when r.kind = 'company' then ${picked(sectors, `pg_temp.draw(r.n, 20, ${sectors.length})`)} end,
       case when r.kind = 'company' then 3 + pg_temp.draw(r.n, 21, 400) end, case when r.kind = 'company' then (2000000 + pg_temp.draw(r.n, 22, 900000000)) * 100 end,
       (1 + pg_temp.draw(r.home, 23, 180)) || ', ' || ${picked(streets, `pg_temp.draw(r.home, 24, ${streets.length})`)}, r.wilaya, r.commune, r.postcode,
       case when r.n % 5 = 0 then 'ar' else 'fr' end, case when r.n % 4 = 0 then 'phone' when r.n % 4 = 1 then 'sms' end,
       case when pg_temp.draw(r.n, 25, 100) < 74 then 'active' when pg_temp.draw(r.n, 25, 100) < 88 then 'prospect' when pg_temp.draw(r.n, 25, 100) < 96 then 'inactive' else 'cancelled' end,
       ${picked(['Passage en agence', 'Site web', 'Parrainage', 'Concessionnaire auto', 'Appel entrant', 'Banque partenaire'], 'pg_temp.draw(r.n, 26, 6)')},
       r.agency_id, r.owner_id, r.account_id, r.created_at::date, r.owner_id, r.created_at, r.created_at
     from (select *, ${title} as title from demo_row) r
     left join account g on g.organization_id = '${organizationId}' and g.id = r.account_id order by r.n`,
  )
}

/** Number series, words for mended searches, and fresh statistics. */
const finish = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into number_series (organization_id, series, last_number)
     select $1::uuid, 'contact:' || agency_id, max(sequence) from demo_contact group by agency_id
     union all select $1::uuid, 'account:' || agency_id, max(sequence) from demo_account group by agency_id`,
    [organizationId],
  )
  await client.query(
    `insert into search_word (organization_id, word) select distinct $1::uuid, word from (
       select regexp_split_to_table(app_fold(latin || ' ' || arabic), ' ') as word from demo_name) words where length(word) >= 3 on conflict do nothing`,
    [organizationId],
  )
  await client.query('analyze subject, contact, account, account_member, activity, consent_statement, subject_tag, search_word')
}
