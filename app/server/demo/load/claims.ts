import type pg from 'pg'
import { adverseCompanies } from '#capabilities/claims/claim-shapes.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'
import { experts } from '../lists/claims.ts'
import { cars } from '../lists/vehicles.ts'
import { picked, weighed } from '../sql.ts'

const companies = weighed([...adverseCompanies.map((name) => [name, 8] as const), ['uninsured', 5], ['foreign', 1]], 's', 450)
/** The plate of the vehicle opposite. */
const plate = `(10000 + draw(s, 451, 89999)) || '-1' || padded(3 + draw(s, 452, 22), 2) || '-' || wilaya`
const opposite = `case when third and field = 'motor' then ${plate} end`
const channels = weighed(
  [
    ['agency', 70],
    ['phone', 12],
    ['website', 6],
    ['app', 5],
    ['email', 4],
    ['whatsapp', 2],
    ['partner', 1],
  ],
  's',
  453,
)

/** The cards of the claims from place `from` to `to`. */
export const loadClaimCards = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', id, 'claim', number, holder, agency_id, owner_id, owner_id, concat_ws(' ', replace(number, '-', ' '), replace(${opposite}, '-', ' '), replace(${opposite}, '-', '')), created_at, created_at
     from claim_row where place between ${from} and ${to} order by place`,
  )
}

/** What belongs to some natures only (claims' `claimDetails`). */
const details = `jsonb_strip_nulls(jsonb_build_object(
  'driver', case when driver and holder_kind <> 'company' then jsonb_build_object('name', holder, 'relation', 'Souscripteur', 'licence_number', padded(draw(s, 454, 1000000000), 9), 'licence_category', 'B') end,
  'authority', case when nature = 'bodily_injury' then jsonb_build_object('kind', case when draw(s, 455, 2) = 0 then 'police' else 'gendarmerie' end, 'unit', 'Brigade de ' || commune_name, 'report_number', 'PV-' || padded(draw(s, 456, 100000), 5), 'report_on', declared)
    when nature like '%theft%' then jsonb_build_object('kind', 'police', 'unit', 'Sûreté urbaine de ' || commune_name, 'report_number', 'PV-' || padded(draw(s, 456, 100000), 5), 'report_on', declared) when nature in ('fire', 'home_fire') then jsonb_build_object('kind', 'civil_protection', 'unit', 'Unité de ' || commune_name) end,
  'theft', case when nature like '%theft%' then jsonb_build_object('complaint_on', declared) end, 'event', case nature when 'natural_event' then case when draw(s, 457, 2) = 0 then 'hail' else 'flood' end when 'catnat' then case when draw(s, 457, 100) < 60 then 'flood' else 'earthquake' end end,
  'pledge_creditor', pledgee, 'deaths', case when nature = 'bodily_injury' and draw(s, 458, 100) < 4 then 1 end))`

export const loadClaims = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  const open = `status not in ('settled', 'rejected', 'no_action', 'closed')`
  await client.query(
    `insert into claim (organization_id, id, number, policy_id, contact_id, object_id, agency_id, owner_id, status, status_since, nature, circumstances, guarantees, occurred_on, occurred_at_time, declared_on, declared_at_time, channel, place, wilaya, commune, details, injured,
       liability_rate, convention, expert_name, expert_phone, expert_assigned_on, expertise_on, expertise_centimes, deductible_centimes, wear_centimes, granted_centimes, granted_on, settled_on, reserve_centimes, paid_centimes, fees_centimes, recovered_centimes, recovery_expected_centimes,
       recovery_company, recovery_state, rejection_reason, closed_on, due_on, due_kind, flags, created_by, created_at, updated_at)
     select '${organizationId}', id, number, policy_id, contact_id, object_id, agency_id, owner_id, status, status_since, nature, circumstances, array[guarantee], occurred, time '06:00' + interval '1 minute' * draw(s, 459, 1020), declared, (created_at at time zone 'Africa/Algiers')::time(0), ${channels},
       ${picked(['Centre-ville de ', 'Route nationale, ', 'Cité des 500 logements, ', 'Autoroute Est-Ouest, ', 'Marché de ', 'Devant le domicile, '], 'draw(s, 460, 6)')} || commune_name, wilaya, commune, ${details}, case when nature = 'bodily_injury' then 1 + draw(s, 461, 3) else 0 end,
       liability, nullif(agreement, 'none'), case when expert_on is not null then ${picked(experts, `draw(s, 462, ${experts.length})`)} end, case when expert_on is not null then '+21355' || padded(draw(s, 463, 10000000), 7) end, expert_on, expertised_on, case when expertised_on is not null then evaluation end,
       case when granted_on is not null then deductible end, case when expertised_on is not null then wear end, case when granted_on is not null then indemnity end, granted_on, settled_on, coalesce(reserve_sum, 0), coalesce(paid, 0), coalesce(fees, 0), coalesce(recovered, 0),
       case when status = 'in_recovery' then indemnity else 0 end, case when status = 'in_recovery' or recovered_on is not null then ${companies} end, case when status = 'in_recovery' then (array['claimed', 'claimed', 'accepted', 'disputed'])[1 + draw(s, 464, 4)] when recovered_on is not null then 'received' end,
       case when status = 'rejected' then case when outside then 'Sinistre survenu hors de la période de garantie' when unheld then 'Garantie non souscrite' when suspended then 'Garanties suspendues à la date du sinistre' else (array['Déclaration inexacte des circonstances', 'Exclusion des conditions générales', 'Préjudice non établi'])[1 + draw(s, 465, 3)] end end,
       case when status in ('closed', 'rejected', 'no_action') then ended_on end, next.due_on, case when next.due_on is null then null when status = 'draft' then 'declaration' when next.due_on = expert_due then 'expert' when next.due_on = settle_due then 'settlement' else 'prescription' end,
       array_remove(array[case when outside then 'outside_cover' end, case when suspended then 'suspended' end, case when late_declaration then 'late_declaration' end, case when duplicate then 'duplicate' end, case when unheld then 'guarantee_not_held' end], null), owner_id, created_at, status_since
     from (
       select r.*, m.reserve as reserve_sum, m.paid, m.fees, m.recovered, case when third and field = 'motor' and nature <> 'bodily_injury' then case when draw(r.s, 466, 100) < 45 then 'ida' when draw(r.s, 466, 100) < 55 then 'arcm' else 'none' end else 'none' end as agreement
       from claim_row r left join claim_sum m on m.s = r.s where r.place between ${from} and ${to}
     ) c
     cross join lateral (select case when ${open} and status <> 'draft' and expert and expert_on is null then declared + 7 end as expert_due,
       case when ${open} and status <> 'draft' and settled_on is null then case when nature = 'catnat' then declared + 90 when agreement = 'ida' then declared + 45 when branch = '11' then declared + 21 end end as settle_due,
       case when ${open} and status <> 'draft' and settled_on is null then (occurred + interval '3 years')::date end as prescribed_on) clock
     cross join lateral (select case when status = 'draft' then occurred + 7 else least(expert_due, settle_due, prescribed_on) end as due_on) next
     order by place`,
  )
}

/** The course of the files, step by step. */
export const loadClaimCourse = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into claim_status_change (organization_id, id, claim_id, from_status, to_status, note, made_by, made_by_name, made_at)
     select '${organizationId}', fixed(t.made_at, ${idKinds.claimStatus}, t.s * 32 + t.at), r.id, t.before, t.step,
       case t.step when 'rejected' then 'Refus notifié à l’assuré.' when 'no_action' then 'Assuré relancé sans suite.' when 'in_litigation' then 'Assignation reçue, avocat désigné.' when 'counter_expertise' then 'L’assuré conteste l’évaluation.' when 'reopened' then 'Nouvelles pièces produites par l’assuré.' end,
       r.owner_id, r.owner_name, t.made_at
     from claim_step t join claim_row r on r.s = t.s where r.place between ${from} and ${to} order by t.made_at`,
  )
}

export const loadClaimMoney = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into claim_movement (organization_id, id, claim_id, kind, made_on, amount_centimes, reserve_after_centimes, guarantee, beneficiary, mode, reference, made_by, made_by_name, made_at)
     select '${organizationId}', fixed(m.made_at, ${idKinds.movement}, m.s * 16 + m.rank), r.id, m.kind, m.day, m.amount, m.reserve_after, r.guarantee, case m.kind when 'payment' then r.holder when 'fees' then ${picked(experts, `draw(m.s, 462, ${experts.length})`)} end,
       case when m.kind = 'payment' then (array['cheque', 'transfer', 'postal_transfer', 'repairer'])[1 + draw(m.s, 467, 4)] end, case when m.kind = 'payment' then 'OP-' || padded(draw(m.s, 468, 1000000), 6) end, r.owner_id, r.owner_name, m.made_at
     from claim_money m join claim_row r on r.s = m.s where r.place between ${from} and ${to} order by m.made_at`,
  )
}

/** Who stands opposite, who saw it, who was hurt. */
export const loadClaimParties = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  const anybody = (salt: number) =>
    `(select latin from name_list where kind = 'l' and at = draw(s, ${salt}, 40)) || ' ' || (select latin from name_list where kind = 'm' and at = draw(s, ${salt + 1}, 30))`
  await client.query(
    `insert into claim_party (organization_id, id, claim_id, role, name, phone, vehicle, plate, company, policy_number, policy_from, policy_until, driver_name, damage, created_at)
     select '${organizationId}', fixed(r.created_at, ${idKinds.claimParty}, r.s * 4 + p.place), r.id, p.role, p.name, p.phone, p.vehicle, p.plate, p.company, p.policy_number, p.policy_from, p.policy_until, p.driver_name, p.damage, r.created_at
     from claim_row r cross join lateral (
       select 1 as place, 'third_party' as role, ${anybody(470)} as name, '+21366' || padded(draw(s, 472, 10000000), 7) as phone, case when field = 'motor' then ${picked(
         cars.map(({ make, model }) => `${make} ${model}`),
         `draw(s, 473, ${cars.length})`,
       )} end as vehicle, ${opposite} as plate,
         case when field = 'motor' then ${companies} end as company, case when field = 'motor' then padded(draw(s, 474, 1000000000), 10) end as policy_number, case when field = 'motor' then occurred - 40 - draw(s, 475, 200)::int end as policy_from, case when field = 'motor' then occurred + 60 + draw(s, 475, 90)::int end as policy_until,
         case when field = 'motor' then ${anybody(476)} end as driver_name, case when field = 'motor' then (array['Aile arrière gauche enfoncée', 'Pare-chocs avant et phare', 'Portière conducteur', 'Hayon et feu arrière', 'Jante et rétroviseur'])[1 + draw(s, 478, 5)] end as damage where third
       union all
       select 2, 'witness', ${anybody(479)}, '+21377' || padded(draw(s, 481, 10000000), 7), null, null, null, null, null, null, null, null where draw(s, 482, 100) < 7 and field in ('motor', 'liability')
       union all
       select 3, 'victim', ${anybody(483)}, null, null, null, null, null, null, null, null, 'Blessures, évacuation à l’hôpital' where nature = 'bodily_injury'
     ) p
     where r.place between ${from} and ${to} order by r.place, p.place`,
  )
}

/** The papers that came: all of an ended file, some of one under way. What has no row is still missing. */
export const loadClaimPapers = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into claim_document (organization_id, claim_id, code, received_on, waived_reason)
     select '${organizationId}', r.id, p.code, case when not waived then least(r.declared + draw(r.s, 485 + p.at, 12)::int, coalesce(r.settled_on, r.ended_on, r.status_since::date)) end, case when waived then 'Pièce déjà au dossier du client' end
     from claim_row r join paper_list p on p.nature = r.nature and p.injured = (r.nature = 'bodily_injury')
     cross join lateral (select p.required and draw(r.s, 500 + p.at, 100) < 2 as waived) w
     where r.place between ${from} and ${to} and draw(r.s, 515 + p.at, 100) < case when not p.required then 35 when r.status in ('settled', 'closed', 'granted', 'in_settlement', 'part_settled') then 100 when r.status in ('declared', 'documents_missing', 'draft', 'rejected', 'no_action') then 45 else 82 end
     order by r.id, p.code`,
  )
}
