import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOf, demonstrate, testApp } from './testing/demonstrate.ts'

const app = await testApp()
const demo = await demonstrate(app, { seed: 4, name: 'Démonstration', customers: 800 })
const { rows, figure } = demo

test('reminders follow the days of their records, and those whose time had come have fired', async () => {
  assert.ok((await figure('select count(*) from reminder where organization_id = $1')) > 20)
  const wrong = await rows(
    `select r.title from reminder r left join policy p on p.organization_id = r.organization_id and p.id = r.about_id left join receivable b on b.organization_id = r.organization_id and b.id = r.about_id left join claim c on c.organization_id = r.organization_id and c.id = r.about_id
     where r.organization_id = $1 and (r.anchor_day is distinct from case r.anchor when 'policy.expiry' then p.expiry_date when 'receivable.due' then b.due_date when 'claim.declared' then c.declared_on end
       or (r.anchor is not null and r.due_at <> (r.anchor_day + r.offset_days + r.at_time) at time zone 'Africa/Algiers') or (r.state = 'waiting') <> (r.due_at >= '${asOf}') or r.created_at >= r.due_at
       or (r.state <> 'waiting' and not exists (select 1 from notification n where n.organization_id = r.organization_id and n.kind = 'reminder.fired' and n.recipient_id = r.assignee_id and n."values" ->> 'reminder_id' = r.id::text))) limit 3`,
  )
  assert.deepEqual(wrong, [])
})

test('people were told what happened lately, once, about records of the customer', async () => {
  const kinds = await rows<{ kind: string; count: number }>(
    'select kind, count(*)::int as count from notification where organization_id = $1 group by kind',
  )
  assert.deepEqual(kinds.map(({ kind }) => kind).toSorted(), [
    'claim.clock',
    'claim.status',
    'payment.bounced',
    'promise.broken',
    'receivable.overdue',
    'reminder.fired',
  ])
  const wrong = await rows(
    `select n.kind from notification n left join receivable b on b.organization_id = n.organization_id and b.id = n.about_id left join claim c on c.organization_id = n.organization_id and c.id = n.about_id left join policy p on p.organization_id = n.organization_id and p.id = n.about_id
     where n.organization_id = $1 and (n.created_at >= '${asOf}' or n.handled_at < n.created_at or n.read_at < n.created_at or (n.about_id is not null and coalesce(b.contact_id, c.contact_id, p.contact_id) is distinct from n.subject_id)) limit 3`,
  )
  assert.deepEqual(wrong, [])
})
