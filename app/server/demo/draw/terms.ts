import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { tariffDays } from '../quotes/price-models.ts'
import { weighed } from '../sql.ts'

/** Why a contract was not taken up again, as whoever called the customer noted it. */
const reasons = weighed(
  [
    ['other_insurer_price', 34],
    ['sale', 24],
    ['at_expiry', 14],
    ['other_insurer_service', 9],
    ['departure', 8],
    ['destroyed_or_stolen', 6],
    ['activity_ceased', 5],
  ],
  's.c',
  141,
)

/**
 * The terms of every contract but drafts, with their price at the tariff of their first day, when each was made, and how it ended: renewed where
 * another follows, else told by whoever ended it, or still open. `t` names a term to the draws of what hangs on it.
 */
export const drawTerms = async (client: pg.Client, frame: Frame): Promise<void> => {
  const today = `date '${frame.asOf}'`
  const eve = `date '${addDays(frame.asOf, -1)}'`
  const days = tariffDays(frame).map((day) => `'${day}'`)
  await client.query(
    `create unlogged table term with (autovacuum_enabled = off) as
     with stretch as materialized (
       select k.r, k.c, k.c * 64 + i as t, k.model, k.duration, k.months, k.tacit, k.course, k.status, k.end_reason, k.end_date, k.terms, k.created_at, k.status_since, k.branch, i as number, i = k.terms as latest,
         (k.start + k.span * (i - 1))::date as from_day, (k.start + k.span * i)::date as until_day
       from contract k cross join lateral generate_series(1, k.terms) i where k.course <> 'draft'
     )
     select s.*, q.price, q.net, q.fee, q.vat, q.fga, q.stamp, q.graded, q.tax, q.total,
       case when number = 1 then created_at
           -- Tacit contracts go on by themselves, at midnight.
           when tacit and not (latest and course = 'ahead') and from_day <= ${eve} then (from_day::timestamp + interval '5 minutes') at time zone 'Africa/Algiers'
           else at_work(least(${eve}, case when latest and course = 'ahead' then status_since else from_day - draw(t, 140, 10)::int end), draw(t, 142, 32400)) end as made_at,
       case when not latest then 'renewed' when status in ('cancelled', 'void') then 'not_renewed' when status = 'lapsed' and until_day < ${today} - 25 and draw(t, 143, 100) < 72 then 'not_renewed' else 'open' end as outcome,
       case when not latest then null when status in ('cancelled', 'void') then end_reason when status = 'lapsed' then ${reasons} end as outcome_reason,
       case when not latest then null when status in ('cancelled', 'void') then least(end_date, ${eve}) when status = 'lapsed' then least(${eve}, until_day + 2 + draw(t, 144, 20)::int) end as outcome_on
     from stretch s join quote_price q on q.model = s.model and q.period = greatest(0, width_bucket(from_day, array[${days.join(', ')}]::date[]) - 1) and q.duration = s.duration
       and q.tax_paid = (s.number > 1 and s.months = 6 and extract(year from s.from_day) = extract(year from s.from_day - interval '6 months'))
     order by s.c, number`,
  )
  await client.query('create unique index on term (t)')
  await client.query('analyze term')
  // The premium of each contract as it stands: that of its latest term, of a draft that of the first.
  await client.query(
    `create unlogged table policy_price with (autovacuum_enabled = off) as
     select t.c, q.price, q.net, q.fee, q.vat, q.fga, q.stamp, q.graded, q.tax, q.total, q.commission, q.management from term t join quote_price q on q.price = t.price where t.latest
     union all
     select k.c, q.price, q.net, q.fee, q.vat, q.fga, q.stamp, q.graded, q.tax, q.total, q.commission, q.management
     from contract k join quote_price q on q.model = k.model and q.period = greatest(0, width_bucket(k.start, array[${days.join(', ')}]::date[]) - 1) and q.duration = k.duration and not q.tax_paid where k.course = 'draft'`,
  )
  await client.query('create unique index on policy_price (c)')
  await client.query('analyze policy_price')
}
