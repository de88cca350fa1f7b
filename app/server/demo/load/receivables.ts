import type pg from 'pg'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'

/** Bills from place `from` to `to` in the order in which they were made, with their cards. */
export const loadBillCards = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', id, 'receivable', number, null, agency_id, owner_id, owner_id, lower(number), made_at, made_at from bill where place between ${from} and ${to} order by place`,
  )
}

export const loadBills = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into receivable (organization_id, id, number, contact_id, policy_id, amendment_id, term_number, kind, agency_id, owner_id, issued_on, due_date, period_from, period_until, net_premium_centimes, fee_centimes, vat_centimes, fga_centimes,
       stamp_centimes, graded_stamp_centimes, vehicle_tax_centimes, amount_centimes, paid_centimes, balance_centimes, status, void_reason, created_by, created_at, updated_at)
     select '${organizationId}', id, number, contact_id, policy_id, amendment_id, term_number, kind, agency_id, owner_id, issued, due, from_day, until_day, net, fee, vat, fga, stamp, graded, tax, amount, paid,
       case when status in ('void', 'written_off') then 0 else amount - paid end, status, case status when 'void' then 'Police résiliée ou annulée' when 'written_off' then 'Créance irrécouvrable' end, owner_id, made_at, greatest(made_at, coalesce(second_on, first_on)::timestamptz + interval '12 hours')
     from bill where place between ${from} and ${to} order by place`,
  )
}

export const loadPayments = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into payment (organization_id, id, number, contact_id, agency_id, owner_id, paid_on, mode, reference, bank, amount_centimes, allocated_centimes, state, void_reason, created_by, created_by_name, created_at, updated_at)
     select '${organizationId}', id, number, contact_id, agency_id, owner_id, on_day, mode, reference, bank, amount, allocated, state, case when state = 'bounced' then 'Provision insuffisante' end, owner_id, owner_name, made_at, made_at
     from payment_row where place between ${from} and ${to} order by place`,
  )
}

export const loadAllocations = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into payment_allocation (organization_id, payment_id, receivable_id, amount_centimes) select '${organizationId}', payment_id, receivable_id, amount from allocation order by payment_id, receivable_id`,
  )
}

/** Cases of art. 16 with the steps that were taken, their days as they were counted then. */
export const loadRecovery = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into dunning_case (organization_id, id, policy_id, contact_id, receivable_id, agency_id, due_date, state, next_step, next_on, closed_on, closed_reason, created_at, updated_at)
     select '${organizationId}', case_id, policy_id, contact_id, id, agency_id, due, state, next_step, next_on, closed_on, closed_reason, opened_at, greatest(opened_at, coalesce(closed_on, end_on, stop_on, notice_on, call_on, email_on, sms_on)::timestamptz + interval '9 hours')
     from recovery order by opened_at, b`,
  )
  await client.query(
    `insert into dunning_step (organization_id, id, case_id, step, done_on, deadline, tracking_number, note, done_by, done_by_name, created_at)
     select '${organizationId}', fixed(at, ${idKinds.dunningStep}, b * 8 + s.rank), case_id, s.step, s.on_day, s.deadline, case when s.step = 'formal_notice' then 'RR' || padded(draw(b, 254, 1000000000), 9) || 'DZ' end,
       case when s.step = 'reminder_call' then (array['Ne répond pas, message laissé.', 'Joint : passera régler cette semaine.', 'Joint : demande un délai.', 'Numéro injoignable.'])[1 + draw(b, 255, 4)] end, owner_id, owner_name, at
     from recovery r
     cross join lateral (values (1, 'reminder_sms', sms_on, null::date), (2, 'reminder_email', email_on, null), (3, 'reminder_call', call_on, null), (4, 'formal_notice', notice_on, notice_on + 30), (5, 'suspension', stop_on, stop_on + 10), (6, 'termination', end_on, null)) s(rank, step, on_day, deadline)
     cross join lateral (select at_work(s.on_day, draw(b, 256 + s.rank, 32400)) as at) t
     where s.on_day is not null and (r.closed_on is null or s.on_day <= r.closed_on) order by at`,
  )
}

export const loadPromises = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into payment_promise (organization_id, id, contact_id, receivable_id, amount_centimes, promised_on, due_on, paid_before_centimes, kept_centimes, state, note, recorded_by, recorded_by_name, created_at, updated_at)
     select '${organizationId}', promise_id, contact_id, id, wanted, promised_on, until_on, before, kept, pledge, (array['Paiera à réception de sa paie.', 'Attend un virement de son client.', null, 'Règlement promis par téléphone.', null])[1 + draw(b, 263, 5)], owner_id, owner_name, pledged_at, pledged_at
     from promise order by pledged_at`,
  )
}
