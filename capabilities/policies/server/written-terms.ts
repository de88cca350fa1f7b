import type { Context } from '#kernel/server/context.ts'
import { partNames, type GuaranteeInput, type ObjectInput, type PartyInput, type PremiumParts } from '../fields.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import { isTyped } from '../price-contract.ts'
import type { Terms } from './contract-columns.ts'
import type { PolicyRecord } from './load-policy.ts'

/** The things that a policy insures today, as they were asked for. */
export const writtenObjects = async (ctx: Context, policyId: string): Promise<(ObjectInput & { id: string })[]> =>
  (await ctx.db
    .selectFrom('insured_object')
    .select(['id', 'kind', 'plate', 'chassis', 'wilaya', 'commune', 'address', 'value_centimes', 'details'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .where('until_date', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()) as (ObjectInput & { id: string })[]

/** Its guarantees, as they were asked for. */
export const writtenGuarantees = async (ctx: Context, policyId: string): Promise<GuaranteeInput[]> =>
  ctx.db
    .selectFrom('policy_guarantee')
    .select(['code', 'limit_centimes', 'deductible_centimes', 'deductible_rate', 'offer', 'premium_centimes'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('code')
    .execute()

const writtenParties = async (ctx: Context, policyId: string): Promise<PartyInput[]> =>
  (await ctx.db
    .selectFrom('policy_party')
    .select(['id', 'role', 'contact_id', 'name', 'birth_date', 'licence_number', 'licence_category', 'licence_date', 'licence_wilaya'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()) as PartyInput[]

/** A policy as it was asked for, so that it can be priced again: for issuing a draft, amending, renewing. */
export const writtenTerms = async (ctx: Context, policy: PolicyRecord): Promise<Terms> => {
  const [objects, guarantees, parties, product] = [
    await writtenObjects(ctx, policy.id),
    await writtenGuarantees(ctx, policy.id),
    await writtenParties(ctx, policy.id),
    await loadProduct(ctx, policy.product_id),
  ]
  const parts = Object.fromEntries(partNames.map((part) => [part, policy[part]])) as unknown as PremiumParts
  const priced = guarantees.some(({ premium_centimes }) => (premium_centimes ?? 0) > 0)
  return {
    formula_id: policy.formula_id,
    effective_date: policy.effective_date,
    effective_time: policy.effective_time?.slice(0, 5) ?? null,
    duration_code: policy.duration_code,
    contract_type: policy.contract_type,
    periodicity: policy.periodicity,
    payment_mode: policy.payment_mode,
    bank_account: policy.bank_account,
    convention_code: policy.convention_code,
    discount_rate: policy.discount_rate,
    bm_coefficient: policy.bm_coefficient,
    vehicle_tax_paid: policy.vehicle_tax_centimes === 0 && policy.total_premium_centimes > 0,
    guarantees,
    objects,
    parties,
    // Entered as a whole where its guarantees carry no premium of their own.
    premium:
      isTyped(product) && !priced && policy.total_premium_centimes > 0
        ? {
            ...parts,
            commission_centimes: policy.commission_centimes,
            management_commission_centimes: policy.management_commission_centimes,
          }
        : null,
  }
}
