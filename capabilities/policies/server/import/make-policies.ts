import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { newId } from '#kernel/shared/ids.ts'
import { policyStatusSql } from '../status-sql.ts'
import { followHolders } from './holders-cover.ts'
import { insertObjects, makeRows, type MadeRow } from './made-rows.ts'
import { newTerms, type ToldTerm } from './merge-terms.ts'

/** Columns that a new policy takes from the row as they are. */
const given = [
  'number',
  'contact_id',
  'agency_id',
  'owner_id',
  'intermediary',
  'end_date',
  'end_reason',
  'payment_mode',
  'effective_date',
  'expiry_date',
  'duration_code',
  'convention_code',
  'bm_coefficient',
  'remarks',
] as const
const premiums = [
  'net_premium_centimes',
  'fee_centimes',
  'vat_centimes',
  'fga_centimes',
  'stamp_centimes',
  'graded_stamp_centimes',
  'vehicle_tax_centimes',
  'total_premium_centimes',
  'commission_centimes',
  'management_commission_centimes',
  'discount_rate',
] as const

const recordset =
  'r(id uuid, product_id uuid, formula_id uuid, formula_name text, renewal text, insured_label text, subtitle text, search_text text)'

/** New policies with all that a contract taken over by hand has: card, terms, new business and renewals, things insured. None is billed. */
export const makePolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const { made, objects } = await makeRows(ctx, chunk)
  const rows = JSON.stringify(made)
  await sql`insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, 'policy', k.number, r.subtitle, k.agency_id, k.owner_id, ${ctx.actor.userId}::uuid, r.search_text, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) ${sql.raw(recordset)} join ${chunk.rows} k on k.id = r.id where k.action = 'create'`.execute(
    ctx.db,
  )
  await insertPolicies(ctx, chunk, rows)
  await insertTerms(ctx, chunk)
  await insertObjects(ctx, objects)
  await followHolders(ctx, await holdersOf(ctx, chunk, 'create'))
}

/** The holders of the rows with this action. */
export const holdersOf = async (ctx: Context, chunk: ImportChunk, action: 'create' | 'update'): Promise<string[]> => {
  const found = await sql<{ id: string }>`select distinct p.contact_id as id from ${chunk.rows} k
    join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id where k.action = ${action} order by 1`.execute(ctx.db)
  return found.rows.map(({ id }) => id)
}

/** A short stretch in odd days that nothing followed is a contract for that time alone; one that runs to a common day of expiry is none. */
const isPassing = sql`k.duration_code like '%d' and k.expiry_date - k.effective_date <= 92 and coalesce(jsonb_array_length(k.terms::jsonb), 1) = 1`

const insertPolicies = async (ctx: Context, chunk: ImportChunk, rows: string): Promise<void> => {
  const zero = premiums.map((column) => sql`coalesce(${sql.ref(`p.${column}`)}, 0)`)
  await sql`insert into policy (organization_id, id, ${sql.raw(given.join(', '))}, product_id, formula_id, formula_name, insured_label, status, status_since, contract_type, periodicity,
      subscribed_on, anniversary, ${sql.raw(premiums.join(', '))}, last_amendment, external_id, external_source, created_by, created_at, updated_at)
    select ${ctx.organizationId}::uuid, p.id, ${sql.raw(given.map((column) => `p.${column}`).join(', '))}, p.product_id, p.formula_id, p.formula_name, p.insured_label,
      ${policyStatusSql('p')}, least(coalesce(p.end_date, case when ${policyStatusSql('p')} in ('lapsed', 'expired') then p.expiry_date end, p.effective_date), app_today()), p.contract_type, p.periodicity, p.subscribed_on,
      case when p.contract_type <> 'temporary' then to_char(p.effective_date, 'MM-DD') end, ${sql.join(zero)},
      greatest(coalesce(p.amendment_number, 0), coalesce(jsonb_array_length(p.terms::jsonb), 1) - 1),
      coalesce(p.external_id, p.number), case when p.external_id is not null then p.external_source end, ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from (
      select k.id, ${sql.raw([...given, ...premiums].map((column) => `k.${column}`).join(', '))}, r.product_id, r.formula_id, r.formula_name, r.insured_label, coalesce(k.status, 'in_force') as status, k.external_id, k.external_source,
        k.amendment_number, k.terms, coalesce(k.subscribed_on, k.effective_date) as subscribed_on, false as cover_awaits_payment, null::date as renewal_from,
        coalesce(k.contract_type, case when ${isPassing} then 'temporary' when r.renewal = 'tacit' then 'tacit' else 'firm' end) as contract_type,
        coalesce(k.periodicity, case when k.duration_code ~ '^(12|24|36|60|120)m$' then 'annual' else 'single' end) as periodicity
      from jsonb_to_recordset(${rows}::jsonb) ${sql.raw(recordset)} join ${chunk.rows} k on k.id = r.id where k.action = 'create') p`.execute(
    ctx.db,
  )
}

interface Begun {
  readonly id: string
  readonly effective_date: string
  readonly expiry_date: string
  readonly net_premium_centimes: number
  readonly total_premium_centimes: number
  readonly terms: string | null
}

/** The terms of new policies, each begun by a movement: the first is the new business, the others are its renewals. */
const insertTerms = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found =
    await sql<Begun>`select p.id, p.effective_date, p.expiry_date, p.net_premium_centimes, p.total_premium_centimes, k.terms from ${chunk.rows} k
    join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id where k.action = 'create'`.execute(ctx.db)
  const terms = found.rows.flatMap(({ id, terms: told, ...own }) => {
    const present: ToldTerm = { ...own, net: own.net_premium_centimes, total: own.total_premium_centimes }
    return newTerms(told === null ? [present] : (JSON.parse(told) as ToldTerm[])).map((term) => ({
      ...term,
      policy_id: id,
      amendment_id: newId(),
    }))
  })
  await sql`with t as (select * from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) r(policy_id uuid, amendment_id uuid, number integer, effective_date date, expiry_date date,
      net_premium_centimes bigint, total_premium_centimes bigint, outcome text, outcome_on date)),
    begun as (insert into policy_term (organization_id, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes, outcome, outcome_on)
      select ${ctx.organizationId}::uuid, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes, outcome, outcome_on from t)
    insert into policy_amendment (organization_id, id, policy_id, number, kind, effective_date, net_premium_centimes, total_premium_centimes, made_by, made_by_name, made_at)
    select ${ctx.organizationId}::uuid, amendment_id, policy_id, number - 1, case number when 1 then 'new_business' else 'renewal' end, effective_date, net_premium_centimes, total_premium_centimes,
      ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz from t`.execute(ctx.db)
}

export type { MadeRow }
