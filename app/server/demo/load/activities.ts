import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'
import {
  callNotes,
  claimNotes,
  missedNotes,
  notes,
  overdueNotes,
  policyNotes,
  renewalNotes,
  signingNotes,
  visitNotes,
} from '../lists/sentences.ts'
import { picked } from '../sql.ts'

const one = (list: readonly string[]): string => picked(list, `draw(a.x, 303, ${list.length})`)

/** Kinds in a hundred: calls, notes, visits; and how calls ended. */
const kind = `case when draw(a.x, 300, 100) < 46 then 'call' when draw(a.x, 300, 100) < 78 then 'note' else 'visit' end`
const outcome = `case when draw(a.x, 301, 100) < 66 then 'reached' when draw(a.x, 301, 100) < 82 then 'not_reached' when draw(a.x, 301, 100) < 90 then 'voicemail' when draw(a.x, 301, 100) < 94 then 'busy' when draw(a.x, 301, 100) < 98 then 'callback_asked' else 'wrong_number' end`
const spoken = `a.outcome in ('reached', 'callback_asked')`

/**
 * Writes the activities of a query that gives, for each, `x` (its name to the draws), `subject_id`, `about_id`, `kind`, `outcome`, `at`,
 * `author_id`, `author_name` and what `body` needs. Nothing is noted after the eve of the demonstration's day.
 */
const insertActivities = (frame: Frame, query: string, body: string): string =>
  // Each draw is made once: merged into the insert, an instant would be reckoned anew for every column that it fills.
  `with drawn as materialized (${query})
   insert into activity (organization_id, id, subject_id, about_id, kind, direction, outcome, body, occurred_at, duration_minutes, author_id, author_name, created_at, updated_at)
   select '${frame.organizationId}', fixed(a.at, ${idKinds.activity}, a.x), a.subject_id, a.about_id, a.kind, case when a.kind = 'call' then case when a.outcome = 'reached' and draw(a.x, 304, 2) = 0 then 'in' else 'out' end end, a.outcome,
     ${body}, a.at, case when a.outcome = 'reached' then 1 + draw(a.x, 305, 11) when a.kind = 'visit' then 5 * (1 + draw(a.x, 305, 8)) end, a.author_id, coalesce(a.author_name, 'Agence'), a.at, a.at
   from drawn a where a.at < date '${frame.asOf}' order by a.at`

/** An instant of work on or after the day of `from`, within so many days, not after the eve. */
const soon = (frame: Frame, from: string, days: string): string =>
  `greatest(${from}, at_work(least((${from})::date + ${days}, date '${addDays(frame.asOf, -1)}'), draw(x, 302, 32400)))`

/** What was noted of the customers of one stretch, whatever they hold; nothing of some who hold nothing. */
export const loadContactActivities = async (client: pg.Client, frame: Frame, from: number, to: number): Promise<void> => {
  const body = `case when a.kind = 'visit' then ${one(visitNotes)} when a.kind = 'note' then ${one(notes)} when ${spoken} then ${one(callNotes)} else ${one(missedNotes)} end`
  await client.query(
    insertActivities(
      frame,
      `select *, case when kind = 'call' then ${outcome.replaceAll('a.x', 'x')} end as outcome from (
         select p.n * 1024 + k as x, p.id as subject_id, null::uuid as about_id, p.owner_id as author_id, p.owner_name as author_name,
           ${kind.replaceAll('a.x', '(p.n * 1024 + k)')} as kind,
           ${soon(frame, 'p.created_at', `draw(p.n * 1024 + k, 306, case when g.n is not null then greatest(30, date '${frame.asOf}' - p.created_at::date) else 1000 end)::int`).replaceAll('draw(x,', 'draw(p.n * 1024 + k,')} as at
         from person p left join great g on g.n = p.n
         cross join lateral generate_series(1, coalesce(g.activities * 9 / 10, case when p.n % 13 = 5 then 0 else draw(p.n, 307, 5)::int end)) k
         where p.n between ${from} and ${to}
       ) drawn`,
      body,
    ),
  )
}

/** What was noted about contracts: when they were taken out, while they ran, before they fell due. */
export const loadPolicyActivities = async (client: pg.Client, frame: Frame, from: number, to: number): Promise<void> => {
  const body = `replace(case a.step when 1 then ${one(signingNotes)} when 2 then case when a.kind = 'call' and not ${spoken} then ${one(missedNotes)} else ${one(policyNotes)} end
      else case when ${spoken} then ${one(renewalNotes)} else ${one(missedNotes)} end end, '{objet}', a.base)`
  await client.query(
    insertActivities(
      frame,
      `select *, case when kind = 'call' then ${outcome.replaceAll('a.x', 'x')} end as outcome from (
         select k.c * 4 + s.step as x, s.step, k.contact_id as subject_id, k.id as about_id, k.owner_id as author_id, k.owner_name as author_name, o.base,
           case s.step when 1 then 'visit' when 2 then case when draw(k.c, 308, 100) < 55 then 'note' else 'call' end else 'call' end as kind,
           case s.step when 1 then k.created_at + interval '1 minute' * draw(k.c, 309, 40) when 2 then ${soon(frame, 'k.created_at', `draw(k.c, 310, greatest(1, k.expiry_date - k.created_at::date))::int`).replaceAll('draw(x,', 'draw(k.c,')}
             else greatest(k.created_at, at_work(k.expiry_date - 4 - draw(k.c, 311, 38)::int, draw(k.c, 312, 32400))) end as at
         from contract k join thing o on o.c = k.c and o.at = 0 join (values (1, 52), (2, 42), (3, 30)) s(step, share) on draw(k.c, 312 + s.step, 100) < s.share
         where k.r between ${from} and ${to}
       ) drawn`,
      body,
    ),
  )
}

/** Calls about bills that were not paid in time. */
export const loadOverdueActivities = async (client: pg.Client, frame: Frame): Promise<void> => {
  await client.query(
    insertActivities(
      frame,
      `select *, case when draw(x, 301, 100) < 66 then 'reached' when draw(x, 301, 100) < 85 then 'not_reached' else 'voicemail' end as outcome from (
         select b as x, contact_id as subject_id, id as about_id, owner_id as author_id, owner_name as author_name, 'call' as kind, number, at_work(due + 3 + draw(b, 316, 20)::int, draw(b, 317, 32400)) as at
         from recovery where days > 12 and draw(b, 318, 100) < 62
       ) drawn`,
      `case when ${spoken} then replace(${one(overdueNotes)}, '{numero}', a.number) else ${one(missedNotes)} end`,
    ),
  )
}

/** What was said and noted about claims, while their files were open. */
export const loadClaimActivities = async (client: pg.Client, frame: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    insertActivities(
      frame,
      `select *, case when kind = 'call' then case when draw(x, 301, 100) < 74 then 'reached' when draw(x, 301, 100) < 90 then 'not_reached' else 'callback_asked' end end as outcome from (
         select r.s * 4 + k as x, r.contact_id as subject_id, r.id as about_id, r.owner_id as author_id, r.owner_name as author_name, r.number,
           case when draw(r.s * 4 + k, 300, 100) < 52 then 'call' when draw(r.s * 4 + k, 300, 100) < 80 then 'note' else 'visit' end as kind,
           at_work(r.declared + 1 + draw(r.s * 4 + k, 319, 6 + 22 * k)::int, draw(r.s * 4 + k, 302, 32400)) as at
         from claim_row r cross join lateral generate_series(1, (array[0, 1, 1, 2, 2, 3])[1 + draw(r.s, 320, 6)]) k
         where r.place between ${from} and ${to}
       ) drawn`,
      `case when a.kind = 'call' and not ${spoken} then ${one(missedNotes)} else replace(${one(claimNotes)}, '{numero}', a.number) end`,
    ),
  )
}
