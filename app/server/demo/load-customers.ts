import type pg from 'pg'
import { phoneticKey } from '#kernel/shared/phonetic-key.ts'
import type { DemoAgency } from './load-network.ts'
import { companyNames, companyWords, lastNames, menNames, notes, professions, sectors, streets, womenNames } from './names.ts'

interface Frame {
  readonly client: pg.Client
  readonly organizationId: string
  readonly seed: number
  readonly asOf: string
  /** People who own customers and write notes, by agency. */
  readonly owners: readonly { readonly id: string; readonly name: string; readonly agencyId: string }[]
  readonly agencies: readonly DemoAgency[]
  readonly say: (sentence: string) => void
}

const batch = 50_000
/** Years over which customers registered. */
const years = 6

/**
 * Customers with what hangs on them, by set-based SQL: every draw is a hash of the seed and the row, so the same seed and day give the
 * same people. Names, shares and towns follow the domain facts (§8.2).
 */
export const loadCustomers = async (frame: Frame, count: number): Promise<void> => {
  const { client } = frame
  await prepareDraws(frame, count)
  for (let from = 1; from <= count; from += batch) {
    await client.query('begin')
    await insertBatch(frame, from, Math.min(count, from + batch - 1))
    await client.query('commit')
    if (count >= 2 * batch) frame.say(`  ${Math.min(count, from + batch - 1).toLocaleString('fr-FR')} clients`)
  }
  await finish(frame)
}

const json = (value: unknown): string => JSON.stringify(value)

/** Draws every person into one temporary table, in order of registration. */
const prepareDraws = async ({ client, organizationId, seed, asOf, owners, agencies }: Frame, count: number): Promise<void> => {
  await client.query(`create temp table demo_name (kind text, at int, latin text, arabic text, key text)`)
  const named = (kind: string, list: readonly (readonly [string, string])[]) =>
    list.map(([latin, arabic], at) => ({ kind, at, latin, arabic, key: phoneticKey(latin) }))
  await client.query(
    `insert into demo_name select * from jsonb_to_recordset($1::jsonb) n(kind text, at int, latin text, arabic text, key text)`,
    [json([...named('m', menNames), ...named('f', womenNames), ...named('l', lastNames)])],
  )
  let sum = 0
  const total = agencies.reduce((all, agency) => all + agency.weight, 0)
  const ranges = agencies.map((agency) => {
    const low = sum
    sum += agency.weight
    return {
      id: agency.id,
      number: agency.number,
      wilaya: agency.wilaya,
      low: Math.round((low / total) * 1_000_000),
      high: Math.round((sum / total) * 1_000_000),
    }
  })
  await client.query(`create temp table demo_agency (id uuid, number text, wilaya text, low int, high int)`)
  await client.query(
    `insert into demo_agency select * from jsonb_to_recordset($1::jsonb) a(id uuid, number text, wilaya text, low int, high int)`,
    [json(ranges)],
  )
  await client.query(`create temp table demo_owner (id uuid, name text, agency_id uuid, at int)`)
  await client.query(
    `insert into demo_owner select id, name, agency_id, (row_number() over (partition by agency_id order by name, id) - 1)::int from jsonb_to_recordset($1::jsonb) o(id uuid, name text, agency_id uuid)`,
    [json(owners.map((owner) => ({ id: owner.id, name: owner.name, agency_id: owner.agencyId })))],
  )
  await client.query(
    `create temp table demo_commune as select wilaya, code, name_fr, postcode, (row_number() over (partition by wilaya order by code) - 1)::int as at, count(*) over (partition by wilaya)::int as many from commune`,
  )
  await client.query('analyze demo_name, demo_agency, demo_owner, demo_commune')
  // draw(n, k, m): the k-th draw of row n among m.
  await client.query(`create or replace function pg_temp.draw(n bigint, k int, m bigint) returns bigint language sql immutable as
    'select abs(hashint8extended(n * 131 + k, ${seed}) % m)'`)
  await client.query(
    `create temp table demo_contact as
     select p.*, row_number() over (partition by p.agency_id order by p.n) as sequence
     from (
       select n, a.id as agency_id, a.number as agency_number, a.wilaya,
         ($2::date - interval '${years} years')::timestamptz + (interval '1 day' * (365.25 * ${years} * sqrt(n::float8 / $1))) - interval '3 hours' + interval '1 second' * pg_temp.draw(n, 2, 28800) as created_at,
         case when pg_temp.draw(n, 3, 100) < 86 then 'individual' when pg_temp.draw(n, 3, 100) < 95 then 'professional' else 'company' end as kind,
         pg_temp.draw(n, 4, 100) < 24 as female
       from generate_series(1, $1::int) n join demo_agency a on pg_temp.draw(n, 1, 1000000) >= a.low and pg_temp.draw(n, 1, 1000000) < a.high
     ) p`,
    [count, asOf],
  )
  await client.query('create index on demo_contact (n)')
  await client.query('analyze demo_contact')
  // The same identifier for the same row: time of registration, then bits of a hash (UUID v7).
  await client.query(`create or replace function pg_temp.fixed(at timestamptz, words text) returns uuid language sql immutable as $f$
    select (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7' || substr(h, 1, 3) || '-8' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid
    from (select lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as t, md5(words) as h) x $f$`)
  await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId])
}

const picked = (list: readonly string[], draw: string) =>
  `(array[${list.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')}])[1 + ${draw}]`

/** One stretch of rows: the person in full, then subject, contact, tags and notes. */
const insertBatch = async ({ client, organizationId, seed, asOf }: Frame, from: number, to: number): Promise<void> => {
  await client.query('drop table if exists demo_row')
  await client.query(
    `create temp table demo_row as
     select d.*, pg_temp.fixed(d.created_at, '${organizationId}/${seed}/contact/' || d.n) as id, d.agency_number || '-' || lpad(d.sequence::text, 6, '0') as code,
       l.latin as last_name, g.latin as first_name, l.arabic || ' ' || g.arabic as name_ar,
       case when d.kind = 'company' then null else least(l.key collate "C", g.key collate "C") || ' ' || greatest(l.key collate "C", g.key collate "C") end as person_key,
       ${picked(['SARL', 'EURL', 'SPA', 'ETS'], 'pg_temp.draw(d.n, 7, 4)')} || ' ' || ${picked(companyNames, `pg_temp.draw(d.n, 8, ${companyNames.length})`)} || ' ' || ${picked(companyWords, `pg_temp.draw(d.n, 9, ${companyWords.length})`)} || ' ' || l.latin as company,
       '+213' || (5 + pg_temp.draw(d.n, 10, 3)) || lpad(pg_temp.draw(d.n, 11, 100000000)::text, 8, '0') as mobile,
       o.id as owner_id, o.name as owner_name, c.code as commune, c.postcode
     from demo_contact d
     join demo_name l on l.kind = 'l' and l.at = pg_temp.draw(d.n, 5, ${lastNames.length})
     join demo_name g on g.kind = case when d.female then 'f' else 'm' end and g.at = pg_temp.draw(d.n, 6, case when d.female then ${womenNames.length} else ${menNames.length} end)
     left join demo_owner o on o.agency_id = d.agency_id and o.at = pg_temp.draw(d.n, 12, greatest(1, (select count(*) from demo_owner x where x.agency_id = d.agency_id)))
     left join demo_commune c on c.wilaya = d.wilaya and c.at = pg_temp.draw(d.n, 13, 1000) % c.many
     where d.n between ${from} and ${to}`,
  )
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', id, 'contact', case when kind = 'company' then company else last_name || ' ' || first_name end, code, agency_id, owner_id, owner_id,
       case when kind = 'company' then app_fold(company) else app_fold(last_name || ' ' || first_name) end || case when n % 5 = 0 and kind <> 'company' then ' ' || app_fold(name_ar) else '' end || ' ' || replace(code, '-', ' ')
         || case when ${emailed} then ' ' || app_fold(${email}) else '' end || ' ' || substr(mobile, 5) || ' ~' || reverse(substr(mobile, 5)),
       created_at, created_at from demo_row order by n`,
  )
  await client.query(
    `insert into contact (organization_id, id, code, kind, name, name_folded, name_key, title, last_name, first_name, name_ar, company_name, legal_form, birth_date, profession, email, mobile, nin, nif, sector, employees, revenue_centimes,
       address, wilaya, commune, postcode, language, preferred_channel, status, source, agency_id, owner_id, registered_on, created_by, created_at, updated_at)
     select '${organizationId}', id, code, kind, title, app_fold(title), case when kind = 'company' then app_fold(title) else person_key end,
       case when kind = 'company' then null when female then case when n % 3 = 0 then 'miss' else 'mrs' end else 'mr' end,
       case when kind <> 'company' then last_name end, case when kind <> 'company' then first_name end, case when n % 5 = 0 and kind <> 'company' then name_ar end,
       case when kind = 'company' then company end, case when kind = 'company' then lower(split_part(company, ' ', 1)) end,
       case when kind <> 'company' and n % 20 <> 0 then date '1948-01-01' + (pg_temp.draw(n, 14, 11000) + pg_temp.draw(n, 15, 10000))::int end,
       case when kind <> 'company' then ${picked(professions, `pg_temp.draw(n, 16, ${professions.length})`)} end,
       case when ${emailed} then ${email} end, mobile,
       case when kind <> 'company' and n % 2 = 0 then '1' || case when female then '1' else '0' end || lpad(pg_temp.draw(n, 18, 10000000000000000)::text, 16, '0') end,
       case when kind = 'company' then lpad(pg_temp.draw(n, 19, 1000000000000000)::text, 15, '0') end,
       case when kind = 'company' then ${picked(sectors, `pg_temp.draw(n, 20, ${sectors.length})`)} end,
       case when kind = 'company' then 3 + pg_temp.draw(n, 21, 400) end, case when kind = 'company' then (2000000 + pg_temp.draw(n, 22, 900000000)) * 100 end,
       (1 + pg_temp.draw(n, 23, 180)) || ', ' || ${picked(streets, `pg_temp.draw(n, 24, ${streets.length})`)}, wilaya, commune, postcode,
       case when n % 5 = 0 then 'ar' else 'fr' end, case when n % 4 = 0 then 'phone' when n % 4 = 1 then 'sms' end,
       case when pg_temp.draw(n, 25, 100) < 74 then 'active' when pg_temp.draw(n, 25, 100) < 88 then 'prospect' when pg_temp.draw(n, 25, 100) < 96 then 'inactive' else 'cancelled' end,
       ${picked(['Passage en agence', 'Site web', 'Parrainage', 'Concessionnaire auto', 'Appel entrant', 'Banque partenaire'], 'pg_temp.draw(n, 26, 6)')},
       agency_id, owner_id, created_at::date, owner_id, created_at, created_at
     from (select r.*, case when kind = 'company' then company else last_name || ' ' || first_name end as title from demo_row r) r order by n`,
  )
  await client.query(
    `insert into activity (organization_id, id, subject_id, kind, direction, outcome, body, occurred_at, author_id, author_name, created_at, updated_at)
     select '${organizationId}', pg_temp.fixed(at, '${seed}/activity/' || n || '/' || k), id, kind, case when kind = 'call' then case when k % 2 = 0 then 'out' else 'in' end end, case when kind = 'call' then 'reached' end,
       ${picked(notes, `pg_temp.draw(n * 7 + k, 31, ${notes.length})`)}, at, owner_id, coalesce(owner_name, 'Agence'), at, at
     from (select r.id, r.n, r.owner_id, r.owner_name, k, ${picked(['note', 'call', 'visit'], 'pg_temp.draw(r.n * 7 + k, 32, 3)')} as kind,
         least(r.created_at + interval '1 day' * pg_temp.draw(r.n * 7 + k, 33, 900), $1::date - interval '1 hour' * (1 + pg_temp.draw(r.n * 7 + k, 34, 700))) as at
       from demo_row r, generate_series(1, 1 + pg_temp.draw(r.n, 30, 3)::int) k) a`,
    [asOf],
  )
}

const emailed = `(pg_temp.draw(n, 17, 100) < 42)`
const email = `lower(replace(app_fold(first_name), ' ', '') || '.' || replace(app_fold(last_name), ' ', '') || n || '@exemple.dz')`

/** Number series, words for mended searches, tags, and fresh statistics. */
const finish = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into number_series (organization_id, series, last_number) select $1, 'contact:' || agency_id, max(sequence) from demo_contact group by agency_id`,
    [organizationId],
  )
  await client.query(
    `insert into search_word (organization_id, word) select distinct $1::uuid, word from (
       select regexp_split_to_table(app_fold(latin || ' ' || arabic), ' ') as word from demo_name
       union select regexp_split_to_table(app_fold(w), ' ') from unnest($2::text[]) w) words where length(word) >= 3 on conflict do nothing`,
    [organizationId, [...companyNames, ...companyWords]],
  )
  await client.query('analyze subject, contact, activity, search_word')
}
