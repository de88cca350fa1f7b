import type pg from 'pg'
import { addDays } from '#kernel/shared/days.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'
import { picked } from '../sql.ts'

const ofPolicies = [
  'Rappeler pour le renouvellement',
  'Proposer la formule supérieure avant l’échéance',
  'Vérifier la valeur vénale avant de renouveler',
  'Demander le relevé d’informations',
]
const ofBills = ['Relancer si rien n’est reçu', 'Vérifier l’arrivée du virement', 'Appeler avant la mise en demeure']
const ofClaims = [
  'Vérifier le passage de l’expert',
  'Relancer le réparateur pour le devis',
  'Réclamer les pièces manquantes',
  'Informer l’assuré de l’avancement',
]
const ofCustomers = [
  'Rappeler pour le devis habitation',
  'Souhaiter la bienvenue et vérifier la fiche',
  'Reprendre contact après les congés',
  'Demander une copie de la carte nationale',
  'Proposer la garantie catastrophes naturelles',
  'Inviter à la journée portes ouvertes',
]

/**
 * Reminders that people set themselves: relative to the expiry of a policy, the due day of a bill, the declaration of a claim, or on a day of their
 * own; those whose time had come have fired, and most of these are done.
 */
export const loadReminders = async (client: pg.Client, { organizationId, asOf }: Frame): Promise<void> => {
  const eve = `date '${addDays(asOf, -1)}'`
  await client.query(
    `create unlogged table reminder_row with (autovacuum_enabled = off) as
     with wanted as (
       select k.c * 8 + 1 as x, k.contact_id as subject_id, k.id as about_id, ${picked(ofPolicies, `draw(k.c, 600, ${ofPolicies.length})`)} as title, 'policy.expiry' as anchor, k.expiry_date as anchor_day, (array[-30, -30, -15, -7, -45])[1 + draw(k.c, 601, 5)] as offset_days,
         k.owner_id, k.owner_name, k.created_at as since
       from contract k where k.status in ('in_force', 'to_renew') and k.owner_id is not null and draw(k.c, 602, 1000) < 26
       union all
       select b * 8 + 2, contact_id, id, ${picked(ofBills, `draw(b, 603, ${ofBills.length})`)}, 'receivable.due', due, (array[10, 14, 21])[1 + draw(b, 604, 3)], owner_id, owner_name, opened_at from recovery where closed_on is null and owner_id is not null and draw(b, 605, 100) < 18
       union all
       select s * 8 + 3, contact_id, id, ${picked(ofClaims, `draw(s, 606, ${ofClaims.length})`)}, 'claim.declared', declared, (array[7, 10, 15, 21, 30])[1 + draw(s, 607, 5)], owner_id, owner_name, created_at
       from claim_row where status not in ('settled', 'rejected', 'no_action', 'closed', 'draft') and owner_id is not null and draw(s, 608, 100) < 14
       union all
       select p.n * 8 + 4, p.id, null, ${picked(ofCustomers, `draw(p.n, 609, ${ofCustomers.length})`)}, null, open_day(${eve} - 40 + draw(p.n, 610, 90)::int), null, p.owner_id, p.owner_name, p.created_at
       from person p where p.owner_id is not null and p.created_at < ${eve} - interval '45 days' and draw(p.n, 611, 1000) < 16
     ), timed as (
       select w.*, case when anchor is null then time '08:30' + interval '30 minutes' * draw(x, 612, 16) else time '08:00' end as at_time from wanted w
     ), due as (
       select t.*, (anchor_day + coalesce(offset_days, 0) + at_time) at time zone 'Africa/Algiers' as due_at from timed t
     )
     select d.*, greatest(since + interval '10 minutes', least(due_at, at_work(${eve}, 20000)) - interval '1 day' * (3 + draw(x, 613, 40))) as created_at, due_at < date '${asOf}' as came, due_at < date '${asOf}' and draw(x, 614, 100) < 70 as done
     from due d where due_at > since and due_at > ${eve} - interval '60 days'`,
  )
  await client.query(
    `insert into reminder (organization_id, id, subject_id, about_id, title, anchor, anchor_day, offset_days, at_time, due_at, assignee_id, state, fired_at, done_at, done_by, done_by_name, created_by, created_at, updated_at)
     select '${organizationId}', fixed(created_at, ${idKinds.reminder}, x), subject_id, about_id, title, anchor, case when anchor is not null then anchor_day end, offset_days, at_time, due_at, owner_id, case when done then 'done' when came then 'fired' else 'waiting' end,
       case when came then due_at end, case when done then due_at + interval '1 minute' * (5 + draw(x, 615, 400)) end, case when done then owner_id end, case when done then owner_name end, owner_id, created_at, case when came then due_at else created_at end
     from reminder_row r order by r.created_at, r.x`,
  )
}
