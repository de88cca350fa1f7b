import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { idKinds } from './people.ts'

/**
 * The recovery of every premium that fell due on cover that ran: opened the night after, reminders and the steps of art. 16 with the days that
 * they set, and where it stands now as receivables' own rule says (`nextStep`: a test compares them).
 */
export const drawRecovery = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const today = `date '${asOf}'`
  const eve = `date '${addDays(asOf, -1)}'`
  await client.query(
    `create unlogged table recovery with (autovacuum_enabled = off) as
     with late as materialized (
       select b.*, case when paid = amount then greatest(first_on, second_on) end as settled_on, latest and j = 1 and b.course in ('owing', 'noticed', 'stopped', 'terminated') as by_law, k.noticed_on, k.suspended_by_law, k.terminated_by_law, k.end_date
       from bill b join contract k on k.c = b.c
       where b.kind in ('cash', 'term') and b.amount > 0 and not b.void and b.course <> 'awaiting' and b.due < ${today} and (k.end_date is null or b.due < k.end_date)
     ), aged as materialized (
       select l.*, least(coalesce(settled_on, ${today}), ${today}) - due as days from late l where coalesce(settled_on, ${today}) > due + 1 or settled_on is null
     ), stepped as materialized (
       select a.*, case when days > 8 and draw(b, 240, 100) < 75 then due + 7 end as sms_on, case when days > 11 and draw(b, 241, 100) < 35 then due + 10 end as email_on, case when days > 13 and draw(b, 242, 100) < 55 then due + 12 end as call_on,
         case when by_law then case when noticed_on <= ${eve} then noticed_on end when days > 16 + draw(b, 243, 12)::int and draw(b, 244, 100) < case when trade then 55 when tacit then 85 else 30 end then due + 15 + draw(b, 243, 12)::int end as notice_on,
         case when by_law and suspended_by_law <= ${eve} then suspended_by_law end as stop_on, case when by_law and course = 'terminated' then terminated_by_law end as end_on
       from aged a
     ), closed as materialized (
       select s.*, case when settled_on is not null then 'settled' when end_on is not null then 'terminated' when decided in ('litigation', 'written_off') or policy_status = 'cancelled' then 'withdrawn'
           when stop_on is not null then 'suspended' when notice_on is not null then 'formal_notice' else 'payment_window' end as state,
         case when settled_on is not null then settled_on when end_on is not null then end_on when decided in ('litigation', 'written_off') then least(${eve}, due + 200 + draw(b, 245, 90)::int) when policy_status = 'cancelled' then least(${eve}, end_date) end as closed_on,
         case when settled_on is not null then 'paid' when end_on is not null then 'terminated' when decided = 'litigation' then 'Transmis au contentieux' when decided = 'written_off' then 'Créance irrécouvrable' when policy_status = 'cancelled' then 'policy_ended' end as closed_reason
       from stepped s
     )
     select c.*, fixed((due + 1)::timestamp at time zone 'Africa/Algiers' + interval '10 minutes', ${idKinds.dunning}, b) as case_id, (due + 1)::timestamp at time zone 'Africa/Algiers' + interval '10 minutes' as opened_at,
       case when closed_on is not null then null when stop_on is not null then 'termination' when notice_on is not null then 'suspension' when ${today} >= due + 15 then 'formal_notice'
         when call_on is not null then 'formal_notice' when ${today} >= due + 12 then 'reminder_call' when email_on is not null then 'reminder_call' when ${today} >= due + 10 then 'reminder_email' when sms_on is not null then 'reminder_email' else 'reminder_sms' end as next_step,
       case when closed_on is not null then null when stop_on is not null then stop_on + 10 when notice_on is not null then notice_on + 30 when ${today} >= due + 15 or call_on is not null then due + 15
         when ${today} >= due + 12 or email_on is not null then due + 12 when ${today} >= due + 10 or sms_on is not null then due + 10 else due + 7 end as next_on
     from closed c order by opened_at, b`,
  )
  await client.query(
    `create unlogged table promise with (autovacuum_enabled = off) as
     select p.*, fixed(pledged_at, ${idKinds.promise}, b) as promise_id,
       case when kept >= wanted then 'kept' when ${today} <= until_on then 'waiting' when kept > 0 then 'part_kept' else 'broken' end as pledge
     from (
       select w.*, amount - before as wanted, greatest(0, case when first_on > promised_on and first_on <= until_on then first else 0 end + case when second_on > promised_on and second_on <= until_on then second else 0 end) as kept,
         at_work(promised_on, draw(b, 250, 32400)) as pledged_at
       from (
         select r.*, d.promised_on, d.promised_on + 10 + draw(r.b, 251, 20)::int as until_on, case when first_on <= d.promised_on then first else 0 end as before
         from recovery r cross join lateral (select due + 13 + draw(r.b, 252, 25)::int as promised_on) d
         where r.days > 16 and draw(r.b, 253, 100) < 18
       ) w where promised_on < coalesce(settled_on, ${today}) and promised_on <= ${eve} and amount > before
     ) p`,
  )
  await client.query('analyze recovery, promise')
}
