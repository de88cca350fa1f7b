import { picked, type Frame } from './draws.ts'
import { callNotes, missedNotes, notes, visitNotes } from './names.ts'

const drawn = (list: readonly string[]): string => picked(list, `pg_temp.draw(n * 7 + k, 31, ${list.length})`)

/** What was noted of the customers of one stretch: calls, notes and visits, one to three of each customer, after the registration. */
export const loadActivities = async ({ client, organizationId, seed, asOf }: Frame): Promise<void> => {
  await client.query(
    `insert into activity (organization_id, id, subject_id, kind, direction, outcome, body, occurred_at, duration_minutes, author_id, author_name, created_at, updated_at)
     select '${organizationId}', pg_temp.fixed(at, '${seed}/activity/' || n || '/' || k), id, kind,
       case when kind = 'call' then case when outcome = 'reached' and k % 2 = 0 then 'in' else 'out' end end, outcome,
       case when kind = 'visit' then ${drawn(visitNotes)} when kind = 'note' then ${drawn(notes)} when outcome in ('reached', 'callback_asked') then ${drawn(callNotes)} else ${drawn(missedNotes)} end,
       at, case when outcome = 'reached' then 1 + pg_temp.draw(n * 7 + k, 36, 11) when kind = 'visit' then 5 * (1 + pg_temp.draw(n * 7 + k, 36, 8)) end, owner_id, coalesce(owner_name, 'Agence'), at, at
     from (select r.n, r.id, r.owner_id, r.owner_name, k, d.kind,
         case when d.kind <> 'call' then null when d.ending < 64 then 'reached' when d.ending < 82 then 'not_reached' when d.ending < 90 then 'voicemail' when d.ending < 94 then 'busy' when d.ending < 98 then 'callback_asked' else 'wrong_number' end as outcome,
         greatest(r.created_at, least(pg_temp.at_work((r.created_at + interval '1 day' * pg_temp.draw(r.n * 7 + k, 33, 900))::date, pg_temp.draw(r.n * 7 + k, 34, 32400)),
           pg_temp.at_work($1::date - 1 - pg_temp.draw(r.n * 7 + k, 37, 45)::int, pg_temp.draw(r.n * 7 + k, 34, 32400)))) as at
       from demo_row r cross join lateral generate_series(1, 1 + pg_temp.draw(r.n, 30, 3)::int) k
       cross join lateral (select case when pg_temp.draw(r.n * 7 + k, 32, 100) < 45 then 'call' when pg_temp.draw(r.n * 7 + k, 32, 100) < 80 then 'note' else 'visit' end as kind, pg_temp.draw(r.n * 7 + k, 35, 100) as ending) d) a`,
    [asOf],
  )
}
