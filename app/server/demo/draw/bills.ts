import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { idKinds } from './people.ts'

/** In a thousand bills of individuals and of trade: paid at once, paid late, in two parts, in part, not at all. */
const habits = { individual: [930, 968, 985, 992], trade: [640, 850, 920, 962] } as const
/** What is older than so many days was mostly brought in meanwhile. */
const oldDays = 240

/** The parts of an amount over the bills of a term, as `allocateEqually` shares it. */
const spread = (part: string): string => `(${part} / p.many + case when p.j <= ${part} % p.many then 1 else 0 end)`

/**
 * Every bill, with what was paid on it and when: the premium of each term, one bill or one for each period; what amendments added or gave
 * back. `first_on`, `first`, `second_on`, `second` are the payments it got.
 */
export const drawBills = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const today = `date '${asOf}'`
  const eve = `date '${addDays(asOf, -1)}'`
  const [i, t] = [habits.individual, habits.trade]
  await client.query(
    `create unlogged table bill with (autovacuum_enabled = off) as
     with premium as (
       select m.c, m.term, m.id as amendment_id, m.made_at, t.latest, p.j, case when m.term = 1 and p.j = 1 then 'cash' else 'term' end as kind, (m.term - 1) * p.many + p.j as term_number,
         (t.from_day + make_interval(months => (12 / p.many) * (p.j - 1)))::date as from_day, case when p.j = p.many then t.until_day else (t.from_day + make_interval(months => (12 / p.many) * p.j))::date end as until_day,
         ${spread('t.net')} as net, case when p.j = 1 then t.fee else 0 end as fee, ${spread('t.vat')} as vat, ${spread('t.fga')} as fga, case when p.j = 1 then t.stamp else 0 end as stamp,
         case when p.j = 1 then t.graded else 0 end as graded, case when p.j = 1 then t.tax else 0 end as tax
       from movement m join term t on t.t = m.c * 64 + m.term join contract k on k.c = m.c
       cross join lateral (select j, n.many from (select case k.periodicity when 'half_yearly' then 2 when 'quarterly' then 4 else 1 end as many) n cross join lateral generate_series(1, n.many) j) p
       where m.kind in ('new_business', 'renewal')
     ), asked as (
       select c, term, amendment_id, made_at, latest, j, kind, term_number, from_day, until_day, from_day as due, net, fee, vat, fga, stamp, graded, tax from premium
       union all
       select m.c, m.term, m.id, m.made_at, t.latest, 32 + m.rank, case when m.total < 0 then 'refund' else 'amendment' end, m.term, m.on_day, t.until_day, m.made_at::date, m.net, 0, m.vat, 0, 0, 0, 0
       from movement m join term t on t.t = m.c * 64 + m.term where m.kind not in ('new_business', 'renewal') and m.total <> 0
     ), stated as materialized (
       select k.r, k.n, a.*, a.c * 4096 + a.term * 64 + a.j as b, net + fee + vat + fga + stamp + graded + tax as amount, (made_at at time zone 'Africa/Algiers')::date as issued, k.kind <> 'individual' as trade, k.tacit, k.compulsory,
         k.course, k.agency_id, k.agency_number, k.owner_id, k.owner_name, k.contact_id, k.id as policy_id, k.status as policy_status,
         k.course = 'void' or (k.end_date is not null and a.from_day >= k.end_date and a.kind = 'term' and a.j > 1) as void, draw(a.c * 4096 + a.term * 64 + a.j, 200, 1000) as lot
       from asked a join contract k on k.c = a.c
     ), wished as materialized (
       select s.*, case when void or course = 'awaiting' then 'open' when latest and j = 1 and course in ('owing', 'noticed', 'stopped', 'terminated') then case when lot < 150 then 'part' else 'open' end
           when amount < 0 then case when lot < 830 then 'late' else 'open' end
           when due > ${eve} then case when course = 'ahead' and not tacit or lot < 80 then 'prompt' else 'open' end
           when course in ('suspended', 'stopped') then 'prompt'
           when lot < case when trade then ${t[0]} else ${i[0]} end then 'prompt' when lot < case when trade then ${t[1]} else ${i[1]} end then 'late' when lot < case when trade then ${t[2]} else ${i[2]} end then 'split'
           when lot < case when trade then ${t[3]} else ${i[3]} end then 'part' else 'open' end as wish,
         case when kind = 'cash' or (kind = 'term' and not tacit and j = 1) then issued when kind = 'amendment' then issued + draw(b, 201, 4)::int else greatest(issued, due - 6 + draw(b, 201, 12)::int) end as prompt_on, due < ${today} - ${oldDays} as old
       from stated s
     ), paying as materialized (
       select w.*, case when wish in ('prompt', 'split', 'part') then least(prompt_on, ${eve}) when wish = 'late' then greatest(issued, due + 4 + draw(b, 202, 55)::int)
           when wish = 'open' and old and not void and amount > 0 and course not in ('terminated', 'awaiting') and draw(b, 203, 100) < 72 then due + 60 + draw(b, 204, 170)::int end as first_on,
         case when wish in ('split', 'part') then (amount * (30 + draw(b, 205, 41)) / 100 / 100000 + 1) * 100000 else amount end as first_wish,
         case when wish = 'split' then greatest(prompt_on, due) + 20 + draw(b, 206, 50)::int when wish = 'part' and old and course <> 'terminated' and draw(b, 203, 100) < 75 then due + 70 + draw(b, 204, 165)::int end as second_on
       from wished w
     ), paid as materialized (
       select p.*, case when first_on <= ${eve} then case when amount > 0 then least(first_wish, amount) else amount end else 0 end as first,
         case when first_on <= ${eve} and second_on <= ${eve} and first_wish < amount then amount - first_wish else 0 end as second
       from paying p
     ), left_over as (
       select p.*, first + second as paid,
         case when void then 'void' when amount > 0 and first + second < amount and due < ${today} - 365 then case when draw(b, 207, 100) < 45 then 'litigation' when draw(b, 207, 100) < 60 then 'written_off' end
           when amount > 0 and first + second < amount and trade and due < ${today} - 120 and draw(b, 207, 100) < 12 then 'litigation' end as decided
       from paid p
     )
     select l.*, row_number() over (order by made_at, b) as place, fixed(made_at, ${idKinds.receivable}, b) as id, 'Q-' || to_char(issued, 'YYYY') || '-' || padded(row_number() over (partition by to_char(issued, 'YYYY') order by issued, b), 6) as number,
       case when decided in ('void', 'written_off') then decided when paid = amount then case when amount < 0 then 'refunded' else 'paid' end when decided = 'litigation' then decided
         when amount > 0 and due < ${today} then 'unpaid' when paid = 0 then 'issued' else 'partial' end as status
     from left_over l order by made_at, b`,
  )
  await client.query('create index on bill (place)')
  await client.query('analyze bill')
}
