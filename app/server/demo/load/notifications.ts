import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'

/** What is older than so many days was dealt with, and nobody looks at it any more. */
const shownDays = 60

/**
 * What staff were told lately, as the capabilities tell it, under their own keys: so that the first night tells nobody the same again. Most of it
 * was read, and some of it dealt with.
 */
export const loadNotifications = async (client: pg.Client, { organizationId, asOf }: Frame): Promise<void> => {
  const eve = `date '${addDays(asOf, -1)}'`
  const since = `date '${addDays(asOf, -shownDays)}'`
  await client.query(
    `with told as (
       select r.b * 8 + 1 as x, r.contact_id as subject_id, r.id as about_id, 'receivable.overdue' as kind, jsonb_build_object('number', r.number, 'amount_centimes', r.amount, 'due_date', r.due) as said, '/receivables/' || r.id as path, 'warning' as level,
         'receivable.overdue:' || r.id as once, r.agency_id, r.owner_id, null::uuid as recipient_id, r.opened_at as at, r.closed_on is not null as over
       from recovery r where r.opened_at >= ${since}
       union all
       select p.b * 8 + 2, p.contact_id, p.id, 'promise.broken', jsonb_build_object('number', p.number, 'amount_centimes', p.wanted, 'kept_centimes', p.kept, 'due_on', p.until_on), '/receivables/' || p.id, 'warning',
         'promise.broken:' || p.promise_id, p.agency_id, p.owner_id, null, (p.until_on + 1 + time '00:20') at time zone 'Africa/Algiers', p.closed_on is not null
       from promise p where p.pledge in ('broken', 'part_kept') and p.until_on >= ${since}
       union all
       select p.p * 8 + 3, p.contact_id, null, 'payment.bounced', jsonb_build_object('number', p.number, 'amount_centimes', p.amount, 'reference', coalesce(p.reference, ''), 'bank', coalesce(p.bank, '')), '/payments/' || p.id, 'urgent',
         'payment.bounced:' || p.id, p.agency_id, p.owner_id, null, p.made_at + interval '4 days', true
       from payment_row p where p.state = 'bounced' and p.made_at >= ${since}
       union all
       select r.s * 64 + t.at * 2, r.contact_id, r.id, 'claim.status', jsonb_build_object('number', r.number, 'status', t.step, 'nature', r.nature), '/claims/' || r.id, case when t.step in ('documents_missing', 'rejected', 'in_litigation') then 'warning' else 'info' end,
         null, r.agency_id, r.owner_id, null, t.made_at, draw(r.s, 620, 100) < 60
       from claim_step t join claim_row r on r.s = t.s
       where t.made_at >= ${since} and t.step in ('declared', 'documents_missing', 'granted', 'settled', 'part_settled', 'rejected', 'no_action', 'in_litigation', 'reopened', 'closed')
       union all
       select r.s * 64 + 33 + l.late::int * 2, r.contact_id, r.id, 'claim.clock', jsonb_build_object('number', r.number, 'clock', d.due_kind, 'due_on', d.due_on, 'late', l.late), '/claims/' || r.id, case when l.late then 'urgent' else 'warning' end,
         'claim.' || case when l.late then 'late' else 'near' end || ':' || r.id || ':' || d.due_kind || ':' || d.due_on, r.agency_id, r.owner_id, null, (l.on_day + time '00:15') at time zone 'Africa/Algiers', false
       from claim_row r join claim d on d.organization_id = '${organizationId}' and d.id = r.id
       cross join lateral (values (false, greatest(d.declared_on + 1, d.due_on - case d.due_kind when 'declaration' then 1 when 'expert' then 2 when 'settlement' then 5 else 60 end)), (true, d.due_on + 1)) l(late, on_day)
       where d.due_on between ${since} and ${eve} + 60 and l.on_day between ${since} and ${eve} and (not l.late or d.due_on < ${eve})
       union all
       select m.x, m.subject_id, m.about_id, 'reminder.fired', jsonb_build_object('reminder_id', i.id, 'title', m.title, 'due_at', m.due_at), null, 'warning', 'reminder:' || i.id || ':' || to_char(m.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), p.agency_id, p.owner_id, m.owner_id, m.due_at, m.done
       from reminder_row m cross join lateral (select fixed(m.created_at, ${idKinds.reminder}, m.x) as id) i join person p on p.id = m.subject_id where m.came
     ), looked as (
       select t.*, case when at < ${eve} - interval '3 days' and draw(x, 621, 100) < 78 then at + interval '1 hour' * (1 + draw(x, 622, 30)) end as read_at from told t where at < date '${asOf}'
     )
     insert into notification (organization_id, id, recipient_id, subject_id, about_id, kind, "values", path, level, once, agency_id, owner_id, read_at, handled_at, handled_by, handled_by_name, created_at)
     select '${organizationId}', fixed(at, ${idKinds.notification}, l.x), recipient_id, subject_id, about_id, kind, said, path, level, once, l.agency_id, l.owner_id, case when over and recipient_id is not null then coalesce(read_at, at + interval '2 hours') else read_at end,
       case when recipient_id is null and over and read_at is not null then read_at + interval '20 minutes' end, case when recipient_id is null and over and read_at is not null then l.owner_id end, case when recipient_id is null and over and read_at is not null then coalesce(m.name, 'Agence') end, at
     from looked l left join member_list m on m.id = l.owner_id order by at, l.x`,
  )
}
