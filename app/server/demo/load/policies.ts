import type pg from 'pg'
import type { Frame } from '../frame.ts'

/** Figures in the ways in which they are asked for, as policies' `policySearchText` writes them. */
const figures = (digits: string): string =>
  `${digits} || case when ${digits} like '0%' then ' ' || substr(${digits}, 2) else '' end || ' ~' || reverse(${digits})`

/**
 * The cards of the contracts from `from` to `to` in the order in which they were made, found by the words that policies' `policySearchText` writes
 * (of a word that comes twice, it keeps one; here it may stand twice).
 */
export const loadPolicyCards = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `with insured as materialized (
       select c, min(label) filter (where at = 0) || case when count(*) > 1 then ' (+' || count(*) - 1 || ')' else '' end as insured,
         string_agg(coalesce(${figures('plate_key')} || ' ' || lower(chassis) || ' ', '') || label_folded, ' ' order by at) as words
       from thing where r between ${from} and ${to} group by c
     )
     insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', k.id, 'policy', k.number, k.holder || coalesce(' · ' || t.insured, ''), k.agency_id, k.owner_id, k.owner_id, ${figures('k.number')} || ' ' || coalesce(t.words || ' ', '') || k.holder_folded, k.created_at, k.created_at
     from contract k left join insured t on t.c = k.c where k.r between ${from} and ${to} order by k.r`,
  )
}

/** The contracts themselves, with the premium of their present term. */
export const loadPolicies = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into policy (organization_id, id, number, contact_id, product_id, formula_id, formula_name, agency_id, owner_id, status, status_since, end_reason, end_date, cover_awaits_payment, contract_type, duration_code, periodicity,
       payment_mode, subscribed_on, effective_date, expiry_date, renewal_from, anniversary, convention_code, discount_rate, insured_label, net_premium_centimes, fee_centimes, vat_centimes, fga_centimes, stamp_centimes, graded_stamp_centimes,
       vehicle_tax_centimes, total_premium_centimes, commission_centimes, management_commission_centimes, last_amendment, remarks, created_by, created_at, updated_at)
     select '${organizationId}', k.id, k.number, k.contact_id, k.product_id, k.formula_id, k.formula_name, k.agency_id, k.owner_id, k.status, k.status_since, k.end_reason, k.end_date, k.status = 'awaiting_payment', k.contract_type, k.duration,
       case when k.duration = '12m' then k.periodicity else 'single' end, case draw(k.c, 260, 5) when 0 then 'cash' when 1 then 'edahabia_card' when 2 then 'cib_card' when 3 then 'cheque' end, k.subscribed_on, k.effective_date, k.expiry_date,
       case when k.contract_type <> 'temporary' then k.expiry_date - least(45, (k.expiry_date - k.effective_date) / 2) end, case when k.contract_type <> 'temporary' then to_char(k.effective_date, 'MM-DD') end, k.convention, k.discount,
       t.insured, q.net, q.fee, q.vat, q.fga, q.stamp, q.graded, q.tax, q.total, q.commission, q.management, coalesce(m.last, 0),
       case when draw(k.c, 261, 100) < 4 then (array['Client recommandé par un confrère.', 'Attestation remise en main propre.', 'Règlement en deux fois convenu avec le chef d’agence.', 'Ancien assuré, relevé d’informations au dossier.', 'Carte grise à présenter au prochain passage.'])[1 + draw(k.c, 262, 5)] end,
       k.owner_id, k.created_at, coalesce(m.moved_at, k.created_at)
     from contract k join policy_price q on q.c = k.c
     join (select c, min(label) filter (where at = 0) || case when count(*) > 1 then ' (+' || count(*) - 1 || ')' else '' end as insured from thing where r between ${from} and ${to} group by c) t on t.c = k.c
     left join (select c, max(number) as last, max(made_at) as moved_at from movement where r between ${from} and ${to} group by c) m on m.c = k.c
     where k.r between ${from} and ${to} order by k.r`,
  )
}

/** The further agencies in which customers are seen: those of their policies elsewhere. */
export const loadFurtherAgencies = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into subject_agency (organization_id, subject_id, agency_id, because)
     select '${organizationId}', contact_id, agency_id, 'policy:' || id from contract where policy_agency <> agency and status not in ('draft', 'void') order by contact_id`,
  )
}
