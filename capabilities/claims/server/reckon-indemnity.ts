import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { ratesOn } from '#capabilities/products/server/index.ts'
import type { Claim } from '../contract.ts'
import { computeIndemnity, deductibleOn, gridStep, partOf } from '../indemnity.ts'
import { natureRules } from '../natures.ts'
import type { PolicyCover } from './cover-of.ts'
import type { ClaimRecord } from './load-claim.ts'

/** The computation of the indemnity with what the file holds so far; null before there is an evaluation. */
export const reckonIndemnity = async (
  ctx: Context,
  record: ClaimRecord,
  cover: PolicyCover,
  product: Product,
): Promise<Claim['indemnity']> => {
  if (record.expertise_centimes === null) return null
  const touched = cover.guarantees.filter((one) => record.guarantees.includes(one.code))
  const answering = touched.find((one) => !['RC', 'DR'].includes(one.code)) ?? touched[0]
  const wear = record.wear_centimes ?? 0
  const loss = Math.max(0, record.expertise_centimes - wear)
  const rank = await rankInTerm(ctx, record, cover)
  const proposed = (): { amount: number; source: 'guarantee' | 'grid' | 'none' } => {
    const sold = product.guarantees.find((one) => one.code === answering?.code)
    const { deductibles } = ratesOn(product, record.occurred_on).product
    // The contract prints the first step; it is another matter when the policy was given a deductible of its own.
    const asSold = sold !== undefined && sold.deductible_rate !== null && sold.deductible_rate === answering?.deductible_rate
    if (deductibles !== undefined && asSold)
      return { amount: deductibleOn(gridStep(deductibles, natureRules[record.nature].thirdParty, rank), loss), source: 'grid' }
    if (!answering || (answering.deductible_centimes === null && answering.deductible_rate === null)) return { amount: 0, source: 'none' }
    const insured = cover.objects.find((one) => one.id === record.object_id)?.value_centimes ?? answering.limit_centimes
    const base = sold?.deductible_of === 'sum' && insured !== null ? insured : loss
    const own = { amount: answering.deductible_centimes, rate: answering.deductible_rate }
    return { amount: Math.min(loss, deductibleOn(own, base)), source: 'guarantee' }
  }
  const deductible = record.deductible_centimes === null ? proposed() : { amount: record.deductible_centimes, source: 'written' as const }
  const part = partOf(record.guarantees)
  const limit = answering?.limit_centimes ?? null
  const { lines, indemnity } = computeIndemnity({
    evaluation: record.expertise_centimes,
    wear,
    deductible: deductible.amount,
    liabilityRate: record.liability_rate,
    part,
    limit,
  })
  return { part, deductible_source: deductible.source, rank, limit_centimes: limit, lines, indemnity_centimes: indemnity }
}

/** The how many-th claim of its term on the same guarantees this is, those rejected or without action left aside. */
const rankInTerm = async (ctx: Context, record: ClaimRecord, cover: PolicyCover): Promise<number> => {
  const term = cover.terms.find((one) => one.from <= record.occurred_on && (one.until === null || record.occurred_on < one.until))
  const { rows } = await sql<{ before: number }>`
    select count(*)::int as before from claim c
    where c.organization_id = ${ctx.organizationId}::uuid and c.policy_id = ${record.policy_id}::uuid and c.deleted_at is null
      and c.status not in ('draft', 'rejected', 'no_action') and c.occurred_on >= ${term?.from ?? record.occurred_on}::date
      and c.guarantees && ${record.guarantees}::text[]
      and (c.occurred_on, c.created_at, c.id) < (${record.occurred_on}::date, ${record.created_at}::timestamptz, ${record.id}::uuid)`.execute(
    ctx.db,
  )
  return (rows[0]?.before ?? 0) + 1
}
