import type pg from 'pg'
import type { Frame } from '../frame.ts'
import { lines } from '../lists/lines.ts'
import { weighed } from '../sql.ts'
import { layTable } from './customers.ts'

/** How many contracts customers hold or held, of a hundred of each kind. */
const held = {
  individual: [12, 32, 28, 15, 8, 4, 1],
  professional: [8, 20, 22, 20, 12, 8, 5, 5],
  company: [5, 12, 15, 15, 13, 11, 9, 7, 5, 3, 2, 2, 1],
} as const
const manyOf = (weights: readonly number[], row: string): string =>
  weighed(
    weights.map((weight, many) => [String(many), weight] as const),
    row,
    100,
  ) + '::int'

/** Of one customer in so many, more is known than of a hundred others: a policy for everything, and years of talk. */
const greatOnes = { policies: 40, activities: 500 }

/** The lines by kind of customer, as thresholds of a draw. */
const lineOf = (at: number): string => {
  let sum = 0
  const total = lines.reduce((all, { shares }) => all + (shares[at] ?? 0), 0)
  const lows = lines.map(({ shares }) => {
    const low = Math.round((sum / total) * 1_000_000)
    sum += shares[at] ?? 0
    return low
  })
  // Lines that this kind of customer never takes have no width: the last of equal thresholds is taken.
  return `width_bucket(draw(n * 1000 + k, 101, 1000000), array[${lows.join(',')}]::bigint[])`
}

/**
 * Every contract, from its first day to what became of it: the line, the agency, the terms, and its fate. `c` names it to the draws of what
 * hangs on it; `last_from`, `last_until` are its latest term.
 */
export const drawPolicies = async (client: pg.Client, { asOf, customers }: Frame): Promise<void> => {
  await layTable(
    client,
    'line_list',
    'at int, code text, renewed float8, frequency int, tacit boolean',
    lines.map(({ code, renewed, frequency, tacit = false }, at) => ({ at: at + 1, code, renewed: renewed / 100, frequency, tacit })),
  )
  const great = customers >= 200 ? Math.max(1, Math.round(customers / 100_000)) : 0
  await client.query(
    `create unlogged table great with (autovacuum_enabled = off) as select n, ${greatOnes.policies} as policies, ${greatOnes.activities} as activities
     from drawn_contact where kind = 'company' and n between $1::int / 50 and $1::int / 4 order by draw(n, 98, 1000000), n limit ${great}`,
    [customers],
  )
  const durations = lines.map(({ code, durations: choices }) => `when '${code}' then ${weighed(choices, 'c', 105)}`).join(' ')
  const today = `date '${asOf}'`
  await client.query(
    `create unlogged table drawn_policy with (autovacuum_enabled = off) as
     with wanted as (
       select p.n, p.agency, p.created_at::date as since, p.kind, p.female, p.place,
         coalesce(g.policies, case when p.place > 1 then 0 when p.kind = 'individual' then ${manyOf(held.individual, 'p.n')} when p.kind = 'professional' then ${manyOf(held.professional, 'p.n')} else ${manyOf(held.company, 'p.n')} end) as many
       from person p left join great g on g.n = p.n
     ), begun as materialized (
       select n * 1000 + k as c, n, k, agency, since, kind, female, i.first as since_i, many,
         case kind when 'individual' then ${lineOf(0)} when 'professional' then ${lineOf(1)} else ${lineOf(2)} end as line
       from wanted w join season_day i on i.day = w.since cross join lateral generate_series(1, w.many) k
     ), dated as materialized (
       select b.*, l.code, l.tacit, l.renewed, case l.code ${durations} end as duration,
         -- Most people come for a first contract; the others follow, with the seasons.
         case when k = 1 and draw(c, 102, 100) < 88 then since + draw(c, 103, 9)::int
              else (select day from season where i = since_i + floor(share(c, 104) * (t.first - since_i))::int) end as raw
       from begun b join line_list l on l.at = b.line cross join (select first from season_day where day = ${today}) t
     ), spanned as materialized (
       -- Terms follow each other from month to month: none begins on a day that some months lack.
       select d.*, (raw - case when extract(day from raw) > 28 then 3 else 0 end)::date as begun_on,
         case when duration like '%m' then (replace(duration, 'm', '') || ' months')::interval else (replace(duration, 'd', '') || ' days')::interval end as span,
         case when duration like '%m' then replace(duration, 'm', '')::int else 0 end as months
       from dated d
     ), aged as materialized (
       select s.*, greatest(begun_on, since) as start from spanned s
     ), followed as materialized (
       select a.*, case when duration in ('12m', '6m') then greatest(0, ((extract(year from age(${today}, start)) * 12 + extract(month from age(${today}, start)))::int / months)) end as possible,
         case when duration in ('12m', '6m') then least(60, floor(ln(1 - share(c, 106)) / ln(renewed)))::int else 0 end as wished
       from aged a
     ), lived as materialized (
       select f.*, least(wished, coalesce(possible, 0)) as renewals, coalesce(wished >= possible, (start + span)::date > ${today}) as alive from followed f
     ), last as materialized (
       select l.*, (start + span * renewals)::date as last_from, (start + span * (renewals + 1))::date as last_until, draw(c, 110, 1000) as lot, draw(c, 111, 100) as luck from lived l
     )
     select c, n, k, many, agency, case when draw(c, 112, 100) < 4 then x.next else agency end as policy_agency, kind, female, since, code as line, tacit, duration, span, months, start, renewals, alive, last_from, last_until,
       least(start, ${today} - 1) - least(draw(c, 113, 3)::int, least(start, ${today} - 1) - since) as subscribed_on,
       case when start >= ${today} - 25 and lot < 90 then 'draft'
            when start >= ${today} - 15 and lot < 190 then 'awaiting'
            when lot < 4 and renewals = 0 and start < ${today} - 40 then 'void'
            when lot between 5 and 41 and last_from < ${today} - 45 and last_until > last_from + 60 then 'cancelled'
            when lot between 42 and 46 and alive and last_from < ${today} - 60 then 'suspended'
            when lot between 47 and 54 and last_from < ${today} - 150 and last_until > last_from + 300 then 'reinstated'
            when tacit and alive and renewals > 0 and last_from > ${today} - 15 and luck < 60 then 'unpaid'
            when tacit and alive and renewals > 0 and last_from > ${today} - 75 and luck < 45 then 'unpaid'
            when tacit and alive and renewals > 0 and last_from <= ${today} - 75 and luck < 4 then 'unpaid'
            when alive and duration in ('12m', '6m') and last_until <= ${today} + 30 and last_until > ${today} + 3 and luck >= 62 then 'ahead'
            else 'plain' end as fate
     from last l join agency_next x on x.at = l.agency
     order by c`,
  )
  await client.query('analyze drawn_policy')
}
