import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { InsuredObject, Policy, PolicyAmendment, PolicyParty, PolicyTerm } from '../rows.ts'
import type { PolicyRecord } from './load-policy.ts'

interface Surroundings {
  contact_name: string
  contact_code: string
  product_code: string
  product_name: string
  product_name_ar: string | null
  branch: string
  object_kind: Policy['object_kind']
  agency_number: string
  agency_name: string
  owner_name: string | null
  created_by_name: string | null
  guarantees: Omit<Policy['guarantees'][number], 'name' | 'name_ar' | 'compulsory'>[]
  objects: Omit<InsuredObject, 'doubts'>[]
  parties: PolicyParty[]
  terms: PolicyTerm[]
  amendments: PolicyAmendment[]
  suspensions: Policy['suspensions']
}

/** All that the page of a policy shows besides its own row, in one question. */
export const surroundingsOf = async (ctx: Context, policy: PolicyRecord): Promise<Surroundings> => {
  const organization = sql`${ctx.organizationId}::uuid`
  const id = sql`${policy.id}::uuid`
  const list = (columns: string, table: string, order: string) =>
    sql`(select coalesce(json_agg(x), '[]') from (select ${sql.raw(columns)} from ${sql.raw(table)} where t.organization_id = ${organization} and t.policy_id = ${id} order by ${sql.raw(order)}) x)`
  const { rows } = await sql<Surroundings>`
    select c.name as contact_name, c.code as contact_code, r.code as product_code, r.name as product_name, r.name_ar as product_name_ar, r.branch, r.object_kind,
      a.number as agency_number, a.name as agency_name,
      (select o.name from colleague o where o.organization_id = ${organization} and o.id = ${policy.owner_id}::uuid) as owner_name,
      (select m.name from colleague m where m.organization_id = ${organization} and m.id = ${policy.created_by}::uuid) as created_by_name,
      ${list(
        't.code, t.limit_centimes, t.deductible_centimes, t.deductible_rate, t.offer, t.premium_centimes',
        'policy_guarantee t',
        't.code',
      )} as guarantees,
      ${list(
        't.id, t.kind, t.label, t.plate, t.chassis, t.wilaya, t.commune, t.address, t.value_centimes, t.details, t.from_date, t.until_date',
        'insured_object t',
        't.until_date is not null, t.created_at, t.id',
      )} as objects,
      ${list(
        't.id, t.role, t.contact_id, k.code as contact_code, t.name, t.birth_date, t.licence_number, t.licence_category, t.licence_date, t.licence_wilaya',
        'policy_party t left join contact_window k on k.organization_id = t.organization_id and k.id = t.contact_id',
        't.created_at, t.id',
      )} as parties,
      ${list(
        't.number, t.effective_date, t.expiry_date, t.net_premium_centimes, t.total_premium_centimes, t.paid_on, t.outcome, t.outcome_reason, t.outcome_note, t.outcome_on, t.noticed_on, t.notice_amount_centimes',
        'policy_term t',
        't.number desc',
      )} as terms,
      ${list(
        `t.id, t.number, t.kind, t.effective_date, t.reason, t.note, t.net_premium_centimes, t.total_premium_centimes, t.changes, t.document_id, t.made_by_name, to_char(t.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as made_at`,
        'policy_amendment t',
        't.number desc',
      )} as amendments,
      ${list('t.from_date, t.until_date, t.reason', 'policy_suspension t', 't.from_date desc')} as suspensions
    from policy p
    join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join agency_card a on a.organization_id = p.organization_id and a.id = p.agency_id
    where p.organization_id = ${organization} and p.id = ${id}`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Error(`policy ${policy.id} without holder, product or agency`)
  return row
}

interface Names {
  readonly guarantees: ReadonlyMap<string, { name: string; name_ar: string | null; compulsory: boolean; position: number }>
  readonly formulas: ReadonlyMap<string, string | null>
}

/** What the product calls its guarantees, in its own order, and its formulas. */
export const namesOfProduct = async (ctx: Context, productId: string): Promise<Names> => {
  const product = await loadProduct(ctx, productId)
  return {
    guarantees: new Map(
      product.guarantees.map(({ code, name, name_ar, compulsory, position }) => [code, { name, name_ar, compulsory, position }]),
    ),
    formulas: new Map(product.formulas.map(({ id, name_ar }) => [id, name_ar])),
  }
}
