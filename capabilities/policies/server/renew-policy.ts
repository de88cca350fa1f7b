import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { addDays } from '#kernel/shared/days.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import { daysMoved } from '#capabilities/activities/server/index.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { policyOperations, RenewalPreview } from '../contract.ts'
import { partNames, totalOf, type PremiumParts } from '../fields.ts'
import type { Renewing } from '../inputs.ts'
import type { Policy } from '../rows.ts'
import { expiryAfter } from '../rules.ts'
import { renewalDayOf } from './begin-contract.ts'
import { billTerm } from './bill-policy.ts'
import { cancelPolicy } from './cancel-policy.ts'
import { guaranteeRefusals, refuseAll } from './check-contract.ts'
import type { Terms } from './contract-columns.ts'
import { demandVersion } from './edit-draft.ts'
import { keepCoverOf } from './keep-cover.ts'
import { demandMove, loadPolicy, type PolicyRecord } from './load-policy.ts'
import { pricePolicy, type PricedPolicy } from './price-policy.ts'
import { showPolicy } from './show-policy.ts'
import { todayOf } from './status-sql.ts'
import { setGuarantees } from './write-contents.ts'
import { addAmendment, changePolicy } from './write-policy.ts'
import { addTerm, closeTerm, termOf } from './write-term.ts'
import { writtenTerms } from './written-terms.ts'

type Operations = typeof policyOperations

/** A new term, before it is written. */
interface RenewalPlan {
  readonly terms: Terms
  readonly effective_date: string
  readonly expiry_date: string
  readonly renewal_from: string | null
  readonly priced: PricedPolicy
  readonly formulaName: string | null
  /** The old term is over and its cover with it: nothing bridges to the new one. */
  readonly gap: boolean
}

const over = (policy: PolicyRecord): boolean => policy.statusNow === 'lapsed' || policy.statusNow === 'expired'

/** The next term at the rates of its first day, everything else as it stands; refuses (422) what can't be renewed or priced. */
export const planRenewal = async (ctx: Context, policy: PolicyRecord, asked: Renewing): Promise<RenewalPlan> => {
  const today = todayOf(ctx)
  if (policy.end_date !== null)
    throw refuse(
      'policy.ending',
      /*i18n*/ { id: 'policy.ending', message: 'La résiliation de cette police est décidée : elle ne se renouvelle plus.' },
    )
  const product = await loadProduct(ctx, policy.product_id)
  const last = await termOf(ctx, policy.id)
  const first = over(policy) ? today : policy.expiry_date
  const effective_date = asked.effective_date ?? (over(policy) ? addDays(today, 1) : policy.expiry_date)
  if (effective_date < first)
    throw refuse(
      'policy.renewal_early',
      /*i18n*/ { id: 'policy.renewal_early', message: 'La nouvelle période suit l’échéance, et ne remonte pas dans le passé.' },
      'effective_date',
    )
  const duration_code = asked.duration_code ?? policy.duration_code
  const expiry_date = expiryAfter(effective_date, duration_code)
  if (expiry_date === null || !(product.durations.includes(duration_code) || duration_code === policy.duration_code))
    throw refuse(
      'policy.duration',
      /*i18n*/ { id: 'policy.duration', message: 'Ce produit n’est pas proposé pour cette durée.' },
      'duration_code',
    )
  const written = await writtenTerms(ctx, policy)
  const values = new Map(asked.values.map(({ id, value_centimes }) => [id, value_centimes]))
  const terms: Terms = {
    ...written,
    effective_date,
    duration_code,
    formula_id: asked.formula_id === undefined ? written.formula_id : asked.formula_id,
    guarantees: asked.guarantees ?? written.guarantees,
    discount_rate: asked.discount_rate ?? written.discount_rate,
    objects: written.objects.map((object) => ({
      ...object,
      value_centimes: values.has(object.id ?? '') ? (values.get(object.id ?? '') ?? null) : object.value_centimes,
    })),
    // Once a calendar year, whatever the length of terms.
    vehicle_tax_paid: last.effective_date.slice(0, 4) === effective_date.slice(0, 4),
  }
  if (asked.guarantees) refuseAll(guaranteeRefusals(product, terms.formula_id, asked.guarantees))
  return {
    terms,
    effective_date,
    expiry_date,
    renewal_from: await renewalDayOf(ctx, policy.contract_type, effective_date, expiry_date),
    priced: await priceTerm(ctx, policy, product, terms, asked),
    formulaName: product.formulas.find(({ id }) => id === terms.formula_id)?.name ?? policy.formula_name,
    gap: over(policy),
  }
}

const ownPrice = (policy: PolicyRecord): PricedPolicy => ({
  price: {
    ...(Object.fromEntries(partNames.map((part) => [part, policy[part]])) as unknown as PremiumParts),
    total_premium_centimes: policy.total_premium_centimes,
    commission_centimes: policy.commission_centimes,
    management_commission_centimes: policy.management_commission_centimes,
  },
  lines: [],
  reduction: policy.discount_rate,
  breakdown: null,
})

/** By the tariff; as entered where no tariff can (typed products, contracts that came without what a price needs); as before where nothing is known of its guarantees. */
const priceTerm = async (
  ctx: Context,
  policy: PolicyRecord,
  product: Awaited<ReturnType<typeof loadProduct>>,
  terms: Terms,
  asked: Renewing,
): Promise<PricedPolicy> => {
  const typed = (premium: NonNullable<Renewing['premium']>): PricedPolicy => ({
    ...ownPrice(policy),
    price: { ...premium, total_premium_centimes: totalOf(premium) },
  })
  if (terms.guarantees.length === 0) return asked.premium ? typed(asked.premium) : ownPrice(policy)
  if (terms.premium !== null) return typed(asked.premium ?? terms.premium)
  try {
    return await pricePolicy(ctx, product, terms, null)
  } catch (error) {
    if (error instanceof Problem && asked.premium) return typed(asked.premium)
    throw error
  }
}

/** What the next term would be and cost. */
export const previewRenewal = async (ctx: Context, input: ParsedOf<Operations['previewRenewal']>): Promise<RenewalPreview> => {
  const { id, ...asked } = input
  const policy = await loadPolicy(ctx, id, 'view')
  demandMove(policy, 'renew')
  const plan = await planRenewal(ctx, policy, asked)
  const { price, breakdown } = plan.priced
  return {
    effective_date: plan.effective_date,
    expiry_date: plan.expiry_date,
    before_total_centimes: policy.total_premium_centimes,
    parts: Object.fromEntries(partNames.map((part) => [part, price[part]])) as unknown as PremiumParts,
    total_centimes: price.total_premium_centimes,
    breakdown,
  }
}

/**
 * A locked policy gets its next term: the old one is closed as renewed, the new one billed at the rates of its first day. Cover of a tacit
 * contract goes on (art. 16 of ord. 95-07); that of a firm one waits for its payment (art. 17) unless agreed otherwise.
 */
export const renewTerm = async (ctx: Context, before: PolicyRecord, asked: Renewing): Promise<PolicyRecord> => {
  demandMove(before, 'renew')
  const plan = await planRenewal(ctx, before, asked)
  const { priced, effective_date, expiry_date } = plan
  const last = await termOf(ctx, before.id)
  const term = {
    number: last.number + 1,
    effective_date,
    expiry_date,
    net_premium_centimes: priced.price.net_premium_centimes,
    total_premium_centimes: priced.price.total_premium_centimes,
  }
  await closeTerm(ctx, before.id, { outcome: 'renewed' })
  await addTerm(ctx, before.id, term)
  const amendment = await addAmendment(ctx, before, {
    kind: 'renewal',
    effectiveDate: effective_date,
    note: asked.note,
    net: term.net_premium_centimes,
    total: term.total_premium_centimes,
    changes: [
      { field: 'expiry_date', before: before.expiry_date, after: expiry_date },
      { field: 'total_premium_centimes', before: before.total_premium_centimes, after: term.total_premium_centimes },
    ],
  })
  const waits = before.contract_type !== 'tacit' && !asked.cover_agreed && term.total_premium_centimes > 0
  const coming = effective_date > todayOf(ctx)
  const status = plan.gap ? (waits ? 'awaiting_payment' : 'in_force') : coming ? 'renewed' : waits ? 'awaiting_payment' : 'in_force'
  if (priced.lines.length > 0) await setGuarantees(ctx, before.id, plan.terms.guarantees, priced.lines)
  await setValues(ctx, before.id, asked)
  const after = await changePolicy(
    ctx,
    before,
    {
      ...priced.price,
      status,
      status_since: todayOf(ctx),
      cover_awaits_payment: waits,
      effective_date,
      effective_time: null,
      expiry_date,
      renewal_from: plan.renewal_from,
      duration_code: plan.terms.duration_code,
      discount_rate: priced.reduction,
      formula_id: plan.terms.formula_id,
      formula_name: plan.formulaName,
      last_amendment: amendment.number,
    },
    { operation: 'policy.renew' },
  )
  await billTerm(ctx, after, amendment.id, term, after)
  await daysMoved(ctx, [
    { aboutId: before.id, anchor: 'policy.expiry', day: expiry_date },
    { aboutId: before.id, anchor: 'policy.effective', day: effective_date },
  ])
  await keepCoverOf(ctx, [before.contact_id])
  return after
}

const setValues = async (ctx: Context, policyId: string, asked: Renewing): Promise<void> => {
  for (const { id, value_centimes } of asked.values)
    await ctx.db
      .updateTable('insured_object')
      .set((row) => ({ value_centimes, version: row('version', '+', 1), updated_at: ctx.now }))
      .where('organization_id', '=', ctx.organizationId)
      .where('policy_id', '=', policyId)
      .where('id', '=', id)
      .execute()
}

/** A new term is begun by hand. */
export const renewPolicy = async (ctx: Context, input: ParsedOf<Operations['renewPolicy']>): Promise<Policy> => {
  const { id, version, ...asked } = input
  const before = await loadPolicy(ctx, id, 'edit', { lock: true })
  await demandVersion(ctx, before, version)
  return showPolicy(ctx, await renewTerm(ctx, before, asked))
}

/** A policy will not be renewed: the reason stays with its term; a tacit contract is ended at its expiry, or it would go on. */
export const declineRenewal = async (ctx: Context, input: ParsedOf<Operations['declineRenewal']>): Promise<Policy> => {
  const before = await loadPolicy(ctx, input.id, 'edit', { lock: true })
  await demandVersion(ctx, before, input.version)
  demandMove(before, 'decline_renewal')
  const ends = before.contract_type === 'tacit' && !over(before)
  const after = ends
    ? await cancelPolicy(ctx, before.id, { on: before.expiry_date, reason: 'at_expiry', note: input.note })
    : await changePolicy(ctx, before, {}, { also: { renewal_declined: input.reason } })
  await closeTerm(ctx, before.id, { outcome: 'not_renewed', reason: input.reason, note: input.note })
  return showPolicy(ctx, after)
}
