import type pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import { phoneticKey } from '#kernel/shared/phonetic-key.ts'
import { companyKey } from '#capabilities/customers/company-name.ts'
import type { Frame } from '../frame.ts'
import { companyNames, companyWords, lastNames, menNames, womenNames } from '../lists/names.ts'

const named = (kind: string, list: readonly (readonly [string, string])[]) =>
  list.map(([latin, arabic], at) => ({ kind, at, latin, arabic, folded: fold(latin), key: phoneticKey(latin), word: companyKey(latin) }))

const keyed = (kind: string, list: readonly string[]) =>
  list.map((latin, at) => ({ kind, at, latin, arabic: '', folded: fold(latin), key: '', word: companyKey(latin) }))

/** Rows of the program as a table of the workshop. */
export const layTable = async (client: pg.Client, name: string, columns: string, rows: readonly object[]): Promise<void> => {
  await client.query(`create unlogged table ${name} (${columns}) with (autovacuum_enabled = off)`)
  await client.query(`insert into ${name} select * from jsonb_to_recordset($1::jsonb) r(${columns})`, [JSON.stringify(rows)])
  await client.query(`analyze ${name}`)
}

/** Names, agencies, owners and communes, from which people are drawn. */
export const drawLists = async (client: pg.Client, { owners, agencies }: Frame): Promise<void> => {
  await layTable(client, 'name_list', 'kind text, at int, latin text, arabic text, folded text, key text, word text', [
    ...named('m', menNames),
    ...named('f', womenNames),
    ...named('l', lastNames),
    ...keyed('c', companyNames),
    ...keyed('w', companyWords),
  ])
  let sum = 0
  const total = agencies.reduce((all, agency) => all + agency.weight, 0)
  const rows = agencies.map(({ id, number, name, wilaya, weight, regionId }, at) => {
    const low = Math.round((sum / total) * 1_000_000)
    sum += weight
    return { at: at + 1, id, number, name, wilaya, region_id: regionId, low }
  })
  await layTable(client, 'agency_list', 'at int, id uuid, number text, name text, wilaya text, region_id uuid, low int', rows)
  // The agency next door, to which people also go: another of the same wilaya, or else of the same region.
  await client.query(`create unlogged table agency_next with (autovacuum_enabled = off) as
    select at, coalesce(lead(at) over w, first_value(at) over w) as next from agency_list window w as (partition by region_id order by wilaya, at rows between unbounded preceding and unbounded following)`)
  await layTable(
    client,
    'member_list',
    'id uuid, name text, agency_id uuid',
    owners.map(({ id, name, agencyId }) => ({ id, name, agency_id: agencyId })),
  )
  // Who works in an agency, and the communes around it, as arrays: a draw is one look.
  await client.query(
    `create unlogged table agency_people with (autovacuum_enabled = off) as
     select a.at, a.id, a.number, a.name, a.wilaya, w.zone, o.ids as owner_ids, o.names as owner_names, coalesce(array_length(o.ids, 1), 1) as owners,
       c.codes, c.names as commune_names, c.postcodes, coalesce(array_length(c.codes, 1), 1) as communes
     from agency_list a join wilaya w on w.code = a.wilaya
     left join (select agency_id, array_agg(id order by name, id) as ids, array_agg(name order by name, id) as names from member_list group by agency_id) o on o.agency_id = a.id
     left join (select wilaya, array_agg(code order by code) as codes, array_agg(name_fr order by code) as names, array_agg(postcode order by code) as postcodes from commune group by wilaya) c on c.wilaya = a.wilaya`,
  )
  await client.query('analyze agency_people, agency_next')
}

/**
 * Every person in order of registration: agency, day, kind, and who belongs to whose family or company. A leader (`size` > 0) is
 * followed, among the next customers of the agency, by the people of the household or of the company.
 */
export const drawCustomers = async (client: pg.Client, { customers, agencies, asOf }: Frame): Promise<void> => {
  let sum = 0
  const total = agencies.reduce((all, agency) => all + agency.weight, 0)
  const lows = agencies.map(({ weight }) => {
    const low = Math.round((sum / total) * 1_000_000)
    sum += weight
    return low
  })
  await client.query(
    `create unlogged table drawn_contact with (autovacuum_enabled = off) as
     with person as (
       -- More and more customers came as the years went.
       select n, width_bucket(draw(n, 1, 1000000), array[${lows.join(',')}]::bigint[]) as agency,
         at_work((select day from season where i = floor((select first from season_day where day = $2::date) * power((n - 1)::float8 / $1, 0.4))::int), draw(n, 2, 32400)) as created_at,
         case when draw(n, 3, 100) < 86 then 'individual' when draw(n, 3, 100) < 95 then 'professional' else 'company' end as kind
       from generate_series(1, $1::int) n
     ), led as (
       select p.*, row_number() over w as sequence,
         case when kind = 'company' and draw(n, 40, 100) < 45 then 1 + draw(n, 41, 4)
              when kind = 'individual' and draw(n, 40, 100) < 9 then 1 + draw(n, 41, 3) else 0 end as size
       from person p window w as (partition by agency order by n)
     ), followed as (
       select l.*, max(case when size > 0 then sequence end) over w as leader_sequence, max(case when size > 0 then n end) over w as leader
       from led l window w as (partition by agency order by n)
     )
     select f.n, f.agency, f.created_at, f.kind, f.sequence, f.size,
       -- Who leads the group that the person belongs to, of which kind, and in which place.
       case when f.size > 0 then f.n else h.n end as family,
       case when f.size > 0 then f.kind else h.kind end as family_kind,
       case when f.size > 0 then 0 when h.n is not null then f.sequence - f.leader_sequence end as place
     -- Only individuals follow somebody.
     from followed f left join led h on f.size = 0 and f.kind = 'individual' and h.n = f.leader and f.sequence - f.leader_sequence <= h.size
     order by f.n`,
    [customers, asOf],
  )
  await client.query('create unique index on drawn_contact (n)')
  await client.query(
    `create unlogged table drawn_account with (autovacuum_enabled = off) as
     select d.family as n, d.agency, min(d.family_kind) as kind, max(d.created_at) as created_at,
       row_number() over (partition by d.agency order by d.family) as sequence
     from drawn_contact d where d.family is not null group by d.family, d.agency having count(*) > 1`,
  )
  await client.query('create unique index on drawn_account (n)')
  await client.query('analyze drawn_contact, drawn_account')
}
