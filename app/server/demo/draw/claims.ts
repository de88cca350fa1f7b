import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { gaps, stateByAge, ways } from '../lists/claim-course.ts'
import { literal, weighed } from '../sql.ts'
import { layTable } from './customers.ts'
import { idKinds } from './people.ts'

/** Of a thousand contracts that ended, so many are followed by a claim that came too late for them. */
const afterTheEnd = 14
/** Of a hundred declarations, those that come after their legal delay. */
const late = 4

/** When somebody comes to declare, in days after. */
const delay =
  weighed(
    [
      ['0', 18],
      ['1', 34],
      ['2', 22],
      ['3', 12],
      ['4', 8],
      ['5', 6],
    ],
    's',
    404,
  ) + '::int'

/**
 * The claims: what happened, when, to which thing; what it costs; in which state the day of the demonstration finds the file, and each step
 * of its way there. Frequency and cost follow the line of business, days the seasons.
 */
export const drawClaims = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const today = `date '${asOf}'`
  const eve = `date '${addDays(asOf, -1)}'`
  const states = stateByAge.map(([days, list]) => `when age <= ${days} then ${weighed(list, 's', 415)}`).join(' ')
  await client.query(
    `create unlogged table drawn_claim with (autovacuum_enabled = off) as
     with run as materialized (
       select t.t, t.r, t.c, t.price, t.from_day, least(t.until_day, coalesce(k.end_date, t.until_day), ${today}) as to_day, k.model, k.objects, l.frequency
       from term t join contract k on k.c = t.c join line_list l on l.code = k.line where t.course not in ('void', 'awaiting') and t.from_day < ${eve}
     ), counted as materialized (
       select r.*, least(14, floor(frequency / 1000.0::float8 * objects * (to_day - from_day) / 365 + share(t, 400)))::int as many from run r where to_day > from_day
     ), happened as materialized (
       select c.t * 16 + i as s, c.t, c.r, c.c, c.model, c.price, c.objects, (select day from claim_season w where w.i = f.first + draw(c.t * 16 + x.i, 401, greatest(1, u.first - f.first))::int) as occurred
       from counted c join claim_season_day f on f.day = c.from_day join claim_season_day u on u.day = c.to_day cross join lateral generate_series(1, c.many) x(i)
       where c.many > 0
       union all
       select t.t * 16 + 15, t.t, t.r, t.c, k.model, t.price, k.objects, least(k.end_date, k.expiry_date) + 17 + draw(t.t, 402, 24)::int
       from contract k join term t on t.c = k.c and t.latest where k.status in ('lapsed', 'cancelled', 'expired') and k.course not in ('void', 'terminated') and draw(t.t, 403, 1000) < ${afterTheEnd}
     ), kind as materialized (
       select h.*, v.nature, v.guarantee, v.mean, v.of_value, v.unheld, v.field, v.expert, v.third, v.driver, v.part, v.reserve, v.theft_rate, v.said[1 + draw(s, 405, array_length(v.said, 1))] as circumstances
       from happened h join happening_ring g on g.model = h.model join happening v on v.at = g.ring[1 + draw(s, 406, array_length(g.ring, 1))]
     ), declared as materialized (
       select d.*, open_day(occurred + case when nature in ('theft', 'theft_partial', 'home_theft') then draw(s, 407, 2)::int when draw(s, 408, 100) < ${late} then 10 + draw(s, 409, 40)::int else ${delay} end) as declared from kind d
     ), held as materialized (
       select d.*, k.id as policy_id, k.contact_id, k.holder, k.holder_since, k.kind as holder_kind, k.agency_id, k.agency_number, k.owner_id, k.owner_name, k.branch, k.tacit, k.stopped_on, k.suspended_by_law, k.resumed_on, k.course, k.wilaya, k.commune, k.commune_name,
         o.id as object_id, o.value_centimes as value, o.details ->> 'pledgee' as pledgee, ${today} - declared as age,
         (occurred >= coalesce(k.end_date, k.last_until + case when tacit then 15 else 0 end) and (k.course <> 'ahead' or k.end_date is not null)) as outside,
         coalesce(occurred >= coalesce(k.stopped_on, case when k.course in ('stopped', 'terminated') then k.suspended_by_law end) and occurred < coalesce(k.resumed_on, date '9999-01-01'), false) as suspended
       from declared d join contract k on k.c = d.c join thing o on o.c = d.c and o.at = draw(d.s, 410, d.objects)
       where declared <= ${eve} and occurred <= ${eve}
     ), stated as materialized (
       select h.*, declared > occurred + 7 and nature <> 'catnat' as late_declaration,
         case when (outside or unheld) and age > 20 then case when draw(s, 416, 100) < 82 then 'rejected' else 'under_study' end when suspended and age > 30 then case when draw(s, 416, 100) < 60 then 'rejected' else 'in_litigation' end else case ${states} end end as wish
       from held h
     ), valued as materialized (
       select s.*, case when wish = 'in_recovery' and (not third or guarantee not in ('DASC', 'DASCP', 'DC', 'DCVV', 'DR')) then case when age < 200 then 'under_study' else 'closed' end
           when wish in ('in_expertise', 'expertised', 'counter_expertise') and not expert then 'under_study' when field = 'assistance' and age > 30 and wish not in ('rejected', 'no_action') then 'closed'
           when wish = 'draft' and (nature like '%theft%' or nature in ('catnat', 'natural_event') or age > 3) then 'declared' else wish end as status,
         (round(case when of_value is not null and value is not null then value * (of_value + bell(s.s, 411) * 8) / 100 else case when mean = 0 then 9000000 else mean end * exp(0.55 * bell(s.s, 411) - 0.15) end / 10000) * 10000)::bigint as evaluation,
         case when third then case part when 'own_share' then (array[50, 100, 100, 100])[1 + draw(s.s, 414, 4)] when 'other_share' then (array[0, 0, 0, 50])[1 + draw(s.s, 414, 4)] else (array[0, 0, 50, 50, 100])[1 + draw(s.s, 414, 5)] end end as liability
       from stated s
     ), owed as materialized (
       select v.*, case when field in ('motor', 'property') and part = 'whole' and nature not in ('theft', 'glass') and draw(s, 417, 100) < 55 then evaluation * (3 + draw(s, 418, 14)) / 100 / 10000 * 10000 else 0 end as wear,
         l.limit_centimes, l.deductible_rate, l.deductible_centimes
       from valued v left join quote_line l on l.price = v.price and l.code = v.guarantee
     ), reckoned as materialized (
       select o.*, least(evaluation - wear, case when deductible_rate is not null and nature <> 'catnat' then greatest(share_of(evaluation, deductible_rate, 10000), coalesce(deductible_centimes, 0)) else coalesce(deductible_centimes, 0) end) as deductible from owed o
     ), granted as materialized (
       select r.*, greatest(100000, least(coalesce(limit_centimes, 9000000000000), share_of(evaluation - wear - deductible, case part when 'own_share' then coalesce(liability, 100) when 'other_share' then 100 - coalesce(liability, 0) else 100 end, 100))) as indemnity from reckoned r
     )
     select g.*, at_work(declared, 3600 + draw(s, 419, 7200)) as created_at, case when reserve is null then greatest(9000000, share_of(coalesce(value, 100000000), theft_rate, 10000)) else reserve end as opening
     from granted g`,
  )
  await drawCourse(client, eve)
}

/** Each step of each file with its instant: the days between them, drawn together where the eve comes too soon. */
const drawCourse = async (client: pg.Client, eve: string): Promise<void> => {
  await layTable(
    client,
    'claim_way',
    'status text, expert boolean, way text[]',
    Object.entries(ways).flatMap(([status, { expert, without }]) => [
      { status, expert: true, way: expert },
      { status, expert: false, way: without },
    ]),
  )
  const gap = Object.entries(gaps)
    .map(([step, [least, more]]) => `when ${literal(step)} then ${least} + draw(s * 32 + at, 420, ${more})::int`)
    .join(' ')
  await client.query(
    `create unlogged table claim_step with (autovacuum_enabled = off) as
     with walked as (
       select d.s, d.declared, d.nature, d.field, w.at::int as at, w.step, lag(w.step) over (partition by d.s order by w.at) as before from drawn_claim d join claim_way y on y.status = d.status and y.expert = d.expert cross join lateral unnest(y.way) with ordinality w(step, at)
     ), spaced as (
       select w.*, case when at = 1 then 0 else ceil((case step ${gap} else 0 end) * case when field = 'assistance' or nature = 'glass' then 0.4 when nature = 'bodily_injury' then 4 else 1 end)::int end as gap from walked w
     ), summed as (
       select s.*, sum(gap) over (partition by s order by at) as days, sum(gap) over (partition by s) as all_days from spaced s
     ), placed as (
       select m.*, least(${eve}, open_day(declared + floor(days * least(1.0, (${eve} - declared)::float8 / greatest(1, all_days)))::int)) as day from summed m
     )
     select p.s, p.at, p.step, p.before, p.day, at_work(day, 10800 + p.at * 1900 + draw(p.s * 32 + p.at, 421, 1800)) as made_at from placed p`,
  )
  await client.query(
    `create unlogged table claim_row with (autovacuum_enabled = off) as
     with days as (
       select s, min(day) filter (where step = 'opened') as opened_on, min(day) filter (where step = 'in_expertise') as expert_on, min(day) filter (where step = 'expertised') as expertised_on, min(day) filter (where step = 'granted') as granted_on,
         min(day) filter (where step = 'part_settled') as part_on, min(day) filter (where step = 'settled') as settled_on, min(day) filter (where step = 'in_recovery') as recourse_on, max(day) filter (where step in ('closed', 'rejected', 'no_action')) as ended_on,
         max(made_at) as status_since
       from claim_step group by s
     )
     select d.*, y.opened_on, y.expert_on, y.expertised_on, y.granted_on, y.part_on, y.settled_on, y.recourse_on, y.ended_on, y.status_since, row_number() over (order by d.created_at, d.s) as place,
       agency_number || '-' || to_char(declared, 'YYYY') || '-' || padded(row_number() over (partition by agency_number, to_char(declared, 'YYYY') order by declared, d.created_at, d.s), 6) as number, fixed(d.created_at, ${idKinds.claim}, d.s) as id,
       coalesce(occurred - lag(occurred) over (partition by c, nature order by occurred, d.s) <= 1, false) as duplicate,
       case when settled_on is not null and third and part = 'whole' and liability < 100 and draw(d.s, 422, 100) < 30 and settled_on + 30 + draw(d.s, 423, 150)::int <= ${eve} then settled_on + 30 + draw(d.s, 423, 150)::int end as recovered_on,
       case when settled_on is not null and nature in ('theft', 'fire') and draw(d.s, 424, 100) < 25 and settled_on + 25 <= ${eve} then settled_on + 25 end as salvaged_on
     from drawn_claim d join days y on y.s = d.s order by d.created_at, d.s`,
  )
  await client.query('create unique index on claim_row (s)')
  await client.query('create index on claim_row (place)')
  await client.query('analyze claim_row, claim_step')
}
