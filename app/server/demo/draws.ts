import type pg from 'pg'
import { phoneticKey } from '#kernel/shared/phonetic-key.ts'
import { companyKey } from '#capabilities/customers/company-name.ts'
import type { DemoAgency } from './load-network.ts'
import { companyNames, companyWords, lastNames, menNames, womenNames } from './names.ts'

/** Where and for whom the rows of a demonstration are made. */
export interface Frame {
  readonly client: pg.Client
  readonly organizationId: string
  readonly seed: number
  /** The day before which everything happened. */
  readonly asOf: string
  /** People who own customers and write notes, by agency. */
  readonly owners: readonly { readonly id: string; readonly name: string; readonly agencyId: string }[]
  readonly agencies: readonly DemoAgency[]
  readonly say: (sentence: string) => void
}

/** Years over which customers registered. */
const years = 6

/** One of a list, by a draw written in SQL. */
export const picked = (list: readonly string[], draw: string): string =>
  `(array[${list.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')}])[1 + ${draw}]`

const named = (kind: string, list: readonly (readonly [string, string])[]) =>
  list.map(([latin, arabic], at) => ({ kind, at, latin, arabic, key: phoneticKey(latin), word: companyKey(latin) }))

const keyed = (kind: string, list: readonly string[]) =>
  list.map((latin, at) => ({ kind, at, latin, arabic: '', key: '', word: companyKey(latin) }))

/** Names, agencies, owners and communes, from which people are drawn. */
const loadLists = async ({ client, owners, agencies }: Frame): Promise<void> => {
  const table = async (name: string, columns: string, rows: readonly object[]) => {
    await client.query(`create temp table ${name} (${columns})`)
    await client.query(`insert into ${name} select * from jsonb_to_recordset($1::jsonb) r(${columns})`, [JSON.stringify(rows)])
  }
  await table('demo_name', 'kind text, at int, latin text, arabic text, key text, word text', [
    ...named('m', menNames),
    ...named('f', womenNames),
    ...named('l', lastNames),
    ...keyed('c', companyNames),
    ...keyed('w', companyWords),
  ])
  let sum = 0
  const total = agencies.reduce((all, agency) => all + agency.weight, 0)
  const upTo = () => Math.round((sum / total) * 1_000_000)
  await table(
    'demo_agency',
    'id uuid, number text, wilaya text, low int, high int',
    agencies.map(({ id, number, wilaya, weight }) => {
      const low = upTo()
      sum += weight
      return { id, number, wilaya, low, high: upTo() }
    }),
  )
  await table(
    'demo_member',
    'id uuid, name text, agency_id uuid',
    owners.map(({ id, name, agencyId }) => ({ id, name, agency_id: agencyId })),
  )
  await client.query(
    `create temp table demo_owner as select *, (row_number() over (partition by agency_id order by name, id) - 1)::int as at, count(*) over (partition by agency_id)::int as many from demo_member`,
  )
  await client.query(
    `create temp table demo_commune as select wilaya, code, name_fr, postcode, (row_number() over (partition by wilaya order by code) - 1)::int as at, count(*) over (partition by wilaya)::int as many from commune`,
  )
  await client.query('analyze demo_name, demo_agency, demo_owner, demo_commune')
}

/**
 * Draws every person into one temporary table, in order of registration: agency, day, kind, and who belongs to whose family or company.
 * A leader (`size` > 0) is followed, among the next customers of the agency, by the people of the household or of the company.
 */
export const prepareDraws = async (frame: Frame, count: number): Promise<void> => {
  const { client, organizationId, seed, asOf } = frame
  await loadLists(frame)
  // draw(n, k, m): the k-th draw of row n among m.
  await client.query(`create or replace function pg_temp.draw(n bigint, k int, m bigint) returns bigint language sql immutable as
    'select abs(hashint8extended(n * 131 + k, ${seed}) % m)'`)
  // The same identifier for the same row: time of registration, then bits of a hash (UUID v7).
  await client.query(`create or replace function pg_temp.fixed(at timestamptz, words text) returns uuid language sql immutable as $f$
    select (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7' || substr(h, 1, 3) || '-8' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid
    from (select lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as t, md5(words) as h) x $f$`)
  // An instant within the hours of an agency (8 to 17 h in Algiers) of that day, or of the day before where it is a Friday.
  await client.query(`create or replace function pg_temp.at_work(day date, seconds bigint) returns timestamptz language sql immutable as $f$
    select ((day - case when extract(isodow from day) = 5 then 1 else 0 end)::timestamp + interval '7 hours' + interval '1 second' * seconds) at time zone 'UTC' $f$`)
  await client.query(
    `create temp table demo_contact as
     with person as (
       select n, a.id as agency_id, a.number as agency_number, a.wilaya,
         pg_temp.at_work($2::date - ${Math.round(365.25 * years)} + floor((${Math.round(365.25 * years)}) * sqrt((n - 1)::float8 / $1))::int, pg_temp.draw(n, 2, 32400)) as created_at,
         case when pg_temp.draw(n, 3, 100) < 86 then 'individual' when pg_temp.draw(n, 3, 100) < 95 then 'professional' else 'company' end as kind
       from generate_series(1, $1::int) n join demo_agency a on pg_temp.draw(n, 1, 1000000) >= a.low and pg_temp.draw(n, 1, 1000000) < a.high
     ), led as (
       select p.*, row_number() over w as sequence,
         case when kind = 'company' and pg_temp.draw(n, 40, 100) < 45 then 1 + pg_temp.draw(n, 41, 4)
              when kind = 'individual' and pg_temp.draw(n, 40, 100) < 9 then 1 + pg_temp.draw(n, 41, 3) else 0 end as size
       from person p window w as (partition by agency_id order by n)
     ), followed as (
       select l.*, max(case when size > 0 then sequence end) over w as leader_sequence, max(case when size > 0 then n end) over w as leader
       from led l window w as (partition by agency_id order by n)
     )
     select f.n, f.agency_id, f.agency_number, f.wilaya, f.created_at, f.kind, f.sequence, f.size,
       -- Who leads the group that the person belongs to, of which kind, and in which place.
       case when f.size > 0 then f.n else h.n end as family,
       case when f.size > 0 then f.kind else h.kind end as family_kind,
       case when f.size > 0 then 0 when h.n is not null then f.sequence - f.leader_sequence end as place
     -- Only individuals follow somebody.
     from followed f left join led h on f.size = 0 and f.kind = 'individual' and h.n = f.leader and f.sequence - f.leader_sequence <= h.size`,
    [count, asOf],
  )
  await client.query('create index on demo_contact (n)')
  await client.query(
    `create temp table demo_account as
     select d.family as n, min(d.agency_number) as agency_number, min(d.agency_id::text)::uuid as agency_id, min(d.family_kind) as kind, max(d.created_at) as created_at,
       row_number() over (partition by min(d.agency_number) order by d.family) as sequence
     from demo_contact d where d.family is not null group by d.family having count(*) > 1`,
  )
  await client.query('create index on demo_account (n)')
  await client.query('analyze demo_contact, demo_account')
  await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId])
}
