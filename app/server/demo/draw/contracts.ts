import type pg from 'pg'
import { renewalWindowDays, tacitGraceDays } from '#capabilities/policies/rules.ts'
import { addDays } from '#kernel/shared/days.ts'
import type { Frame } from '../frame.ts'
import { weighed } from '../sql.ts'
import { idKinds } from './people.ts'

/** Why contracts end early, by what they insure. */
const endings = {
  motor: weighed(
    [
      ['sale', 46],
      ['destroyed_or_stolen', 10],
      ['other_insurer_price', 18],
      ['other_insurer_service', 8],
      ['departure', 6],
      ['double_insurance', 3],
      ['death', 3],
      ['credit_ended', 3],
      ['loss_record', 3],
    ],
    'c',
    130,
  ),
  place: weighed(
    [
      ['sale', 45],
      ['departure', 25],
      ['other_insurer_price', 15],
      ['other_insurer_service', 8],
      ['death', 7],
    ],
    'c',
    130,
  ),
  trade: weighed(
    [
      ['activity_ceased', 45],
      ['sale', 20],
      ['other_insurer_price', 22],
      ['other_insurer_service', 8],
      ['licence_withdrawn', 5],
    ],
    'c',
    130,
  ),
} as const

/** How each line asks for its model: by the tariff zone of the wilaya, its seismic zone, or alike everywhere; trade has models of its own. */
const groupOf = `case
  when line in ('motor_rc', 'motor_plus', 'motor_full') then case when p.kind <> 'individual' then replace(line, 'motor_', 'trade_') when line = 'motor_full' and p.female and draw(c, 121, 100) < 45 then 'motor_laki' else line end || ' ' || a.zone
  when line in ('bike', 'taxi', 'goods', 'fleet', 'assist') then line || ' ' || a.zone
  when line like 'catnat%' then line || ' ' || s.seismic
  else line end`

/**
 * The contracts in full: model, number, days of their fate, and the state in which the day of the demonstration finds them, as policies' own
 * rule says (`statusOn`: a test compares them).
 */
export const drawContracts = async (client: pg.Client, { asOf }: Frame): Promise<void> => {
  const today = `date '${asOf}'`
  const eve = `date '${addDays(asOf, -1)}'`
  await client.query(
    `create unlogged table contract with (autovacuum_enabled = off) as
     with modelled as materialized (
       select p.*, a.id as agency_id, a.number as agency_number, a.wilaya, a.zone, s.seismic, g.first + draw(c, 120, g.many)::int as model, h.id as contact_id, h.title as holder, h.folded as holder_folded,
         coalesce(case when p.policy_agency = p.agency then h.owner_id end, a.owner_ids[1 + draw(c, 122, a.owners)]) as owner_id,
         coalesce(case when p.policy_agency = p.agency then h.owner_name end, a.owner_names[1 + draw(c, 122, a.owners)], 'Agence') as owner_name,
         h.created_at as holder_since, h.commune, h.commune_name, h.home, h.place
       from drawn_policy p join person h on h.n = p.n join agency_people a on a.at = p.policy_agency join seismic s on s.wilaya = a.wilaya
       join quote_group g on g.grp = ${groupOf}
     ), dated as materialized (
       select m.*, q.branch, q.product_id, q.formula_id, q.formula_name, q.discount, q.convention, q.periodicity, q.compulsory, q.object_kind, q.objects, q.partner,
         greatest(holder_since + interval '5 minutes', at_work(subscribed_on, draw(c, 123, 32400))) as created_at,
         case when not tacit then case when duration in ('12m', '6m') then 'firm' else 'temporary' end else 'tacit' end as contract_type,
         -- The days of art. 16 of what was not paid: notice, suspension, termination.
         last_from + 15 + draw(c, 131, 5)::int as noticed_on, least(last_until, ${today}) - last_from as lived
       from modelled m join quote q on q.model = m.model
     ), fated as materialized (
       select d.*, noticed_on + 30 as suspended_by_law, noticed_on + 40 + draw(c, 132, 6)::int as terminated_by_law,
         case fate when 'suspended' then last_from + 20 + draw(c, 133, greatest(1, lived - 25))::int when 'reinstated' then last_from + 20 + draw(c, 133, greatest(1, lived - 125))::int end as stopped_on,
         case fate when 'void' then start + 1 + draw(c, 134, 9)::int
                   when 'cancelled' then last_from + 20 + draw(c, 134, greatest(1, lived - 25))::int end as ended_on
       from dated d
     ), ended as materialized (
       select f.*, case when fate = 'reinstated' then stopped_on + 20 + draw(c, 135, 80)::int end as resumed_on,
         case when fate <> 'unpaid' then fate when terminated_by_law <= ${eve} then 'terminated' when suspended_by_law <= ${eve} then 'stopped' when noticed_on <= ${eve} then 'noticed' else 'owing' end as course
       from fated f
     ), stated as materialized (
       select e.*, case course when 'terminated' then terminated_by_law else ended_on end as end_date,
         case course when 'terminated' then 'non_payment' when 'void' then 'issue_error'
           when 'cancelled' then case when branch in ('11', '18') then ${endings.motor} when kind = 'individual' then ${endings.place} else ${endings.trade} end end as end_reason,
         case course when 'draft' then 'draft' when 'awaiting' then 'awaiting_payment' when 'void' then 'void' when 'cancelled' then 'cancelled' when 'terminated' then 'cancelled'
           when 'suspended' then 'suspended' when 'stopped' then 'suspended' when 'ahead' then 'renewed'
           else case when contract_type = 'temporary' then case when last_until <= ${today} then 'expired' else 'in_force' end
             when ${today} >= last_until + case when tacit then ${tacitGraceDays} else 0 end then 'lapsed'
             when ${today} >= last_until - least(${renewalWindowDays}, (last_until - last_from) / 2) then 'to_renew' else 'in_force' end end as status
       from ended e
     ), termed as materialized (
       -- Renewed beforehand, the present term is the one to come.
       select s.*, renewals + 1 + case when course = 'ahead' then 1 else 0 end as terms,
         case when course = 'ahead' then last_until else last_from end as effective_date, case when course = 'ahead' then (start + span * (renewals + 2))::date else last_until end as expiry_date
       from stated s
     )
     select row_number() over (order by created_at, c) as r, t.*, fixed(created_at, ${idKinds.policy}, c) as id,
       agency_number || to_char(subscribed_on, 'YY') || branch || lpad((row_number() over (partition by agency_number, to_char(subscribed_on, 'YY'), branch order by subscribed_on, c))::text, 6, '0') as number,
       case status when 'draft' then subscribed_on when 'awaiting_payment' then subscribed_on when 'void' then end_date when 'cancelled' then end_date
         when 'suspended' then coalesce(stopped_on, suspended_by_law) when 'renewed' then least(${eve}, effective_date - 3 - draw(c, 136, 20)::int) when 'expired' then expiry_date
         when 'lapsed' then expiry_date + case when tacit then ${tacitGraceDays} else 0 end
         when 'to_renew' then expiry_date - least(${renewalWindowDays}, (expiry_date - effective_date) / 2) else coalesce(resumed_on, start) end as status_since
     from termed t order by created_at, c`,
  )
  await client.query('create unique index on contract (c)')
  await client.query('create index on contract (r)')
  await client.query('analyze contract')
}
