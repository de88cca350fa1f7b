import type { Context } from '#kernel/server/context.ts'
import { daysBetween } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { maskMiddle } from '#capabilities/customers/identifiers.ts'
import { loadContact } from '#capabilities/customers/server/index.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import { addsCover, amendTerms, guaranteeChanges, objectChanges, pricedAgain } from '../amend-terms.ts'
import { partNames, totalOf, type PremiumParts } from '../fields.ts'
import type { AmendmentAsk } from '../inputs.ts'
import { objectLabel, type ReadObject } from '../insured-objects.ts'
import { addParts, movementParts, noPremium, proRataChange, withFee } from '../premium-shares.ts'
import type { FieldChange } from '../rows.ts'
import { daysLeft } from '../rules.ts'
import { guaranteeRefusals, readObjects, refuseAll } from './check-contract.ts'
import type { Terms } from './contract-columns.ts'
import type { PolicyRecord } from './load-policy.ts'
import { pricePolicy, type PricedPolicy } from './price-policy.ts'
import { todayOf } from './status-sql.ts'
import { termOf } from './write-term.ts'
import { writtenTerms } from './written-terms.ts'

type Term = Awaited<ReturnType<typeof termOf>>

/** What an amendment changes and costs, before anything is written. */
export interface AmendmentPlan {
  readonly product: Product
  readonly term: Term
  /** The contract as it is, and as it becomes. */
  readonly before: Terms
  readonly after: Terms
  readonly changes: readonly FieldChange[]
  readonly days: { left: number; of: number }
  /** What it adds to the premium of the term, now. */
  readonly parts: PremiumParts
  readonly total: number
  /** The premium of a whole term, as it becomes. */
  readonly whole: PremiumParts
  /** Null where nothing is priced again. */
  readonly priced: PricedPolicy | null
  /** Things that come in, read. */
  readonly read: readonly ReadObject[]
}

const partsOf = (policy: PolicyRecord): PremiumParts =>
  Object.fromEntries(partNames.map((part) => [part, policy[part]])) as unknown as PremiumParts

/** Reckons an amendment; refuses (422), field by field, what can't be. */
export const planAmendment = async (ctx: Context, policy: PolicyRecord, ask: AmendmentAsk): Promise<AmendmentPlan> => {
  const today = todayOf(ctx)
  const product = await loadProduct(ctx, policy.product_id)
  const term = await termOf(ctx, policy.id)
  const before = await writtenTerms(ctx, policy)
  checkDay(ask, policy, term, today)
  const comingIn = ask.kind === 'vehicle' || ask.kind === 'risk' ? [ask.object] : ask.kind === 'addition' ? ask.objects : []
  const { read, refusals } = readObjects(product, comingIn, today, ask.kind === 'addition' ? 'ask.objects' : 'ask.object')
  refuseAll(refusals)
  const after = amendTerms(before, ask)
  checkAsk(ask, before, after, product, policy)
  const days = daysLeft(term, ask.effective_date)
  const { parts, whole, priced } = await priceAmendment(ctx, policy, ask, { product, term, before, after, days })
  const changes = await changesOf(ctx, policy, ask, before, after, read)
  if (changes.length === 0 && totalOf(parts) === 0)
    throw refuse('policy.nothing_amended', /*i18n*/ { id: 'policy.nothing_amended', message: 'Cet avenant ne change rien.' })
  return { product, term, before, after, changes, days, parts, total: totalOf(parts), whole, priced, read }
}

const checkDay = (ask: AmendmentAsk, policy: PolicyRecord, term: Term, today: string): void => {
  const first = policy.statusNow === 'renewed' ? today : term.effective_date
  if (ask.effective_date < first || ask.effective_date >= policy.expiry_date)
    throw refuse(
      'policy.amendment_outside',
      /*i18n*/ { id: 'policy.amendment_outside', message: 'L’avenant prend effet pendant la période de garantie en cours.' },
      'ask.effective_date',
    )
  if (ask.effective_date < today && addsCover.has(ask.kind))
    throw refuse(
      'policy.amendment_past',
      /*i18n*/ { id: 'policy.amendment_past', message: 'Une garantie nouvelle ne peut pas remonter dans le passé.' },
      'ask.effective_date',
    )
}

const checkAsk = (ask: AmendmentAsk, before: Terms, after: Terms, product: Product, policy: PolicyRecord): void => {
  const known = new Set(before.objects.map(({ id }) => id))
  const named = ask.kind === 'vehicle' || ask.kind === 'risk' ? [ask.object_id] : ask.kind === 'removal' ? ask.object_ids : []
  if (named.some((id) => !known.has(id)))
    throw refuse(
      'policy.unknown_object',
      /*i18n*/ { id: 'policy.unknown_object', message: 'Cette police n’assure pas, ou plus, cette chose.' },
      'ask.object_id',
    )
  if (ask.kind === 'removal' && after.objects.length === 0)
    throw refuse(
      'policy.last_object',
      /*i18n*/ { id: 'policy.last_object', message: 'Une police assure au moins une chose : résiliez-la plutôt.' },
      'ask.object_ids',
    )
  if (ask.kind === 'guarantees')
    refuseAll(guaranteeRefusals(product, ask.formula_id, ask.guarantees).map((one) => ({ ...one, path: `ask.${one.path}` })))
  if (ask.kind === 'extension' && ask.expiry_date <= policy.expiry_date)
    throw refuse(
      'policy.extension_back',
      /*i18n*/ { id: 'policy.extension_back', message: 'La nouvelle échéance suit l’échéance actuelle.' },
      'ask.expiry_date',
    )
  if (ask.kind === 'refund' && (ask.net_premium_centimes ?? 0) >= 0)
    throw refuse(
      'policy.refund_amount',
      /*i18n*/ { id: 'policy.refund_amount', message: 'Indiquez le montant à ristourner.' },
      'ask.net_premium_centimes',
    )
  if (ask.kind === 'transfer' && ask.contact_id === policy.contact_id)
    throw refuse(
      'policy.same_holder',
      /*i18n*/ { id: 'policy.same_holder', message: 'Ce client est déjà le souscripteur.' },
      'ask.contact_id',
    )
}

interface Frame {
  readonly product: Product
  readonly term: Term
  readonly before: Terms
  readonly after: Terms
  readonly days: { left: number; of: number }
}

const priceAmendment = async (ctx: Context, policy: PolicyRecord, ask: AmendmentAsk, { product, term, before, after, days }: Frame) => {
  const own = partsOf(policy)
  let movement = noPremium
  let whole = own
  let priced: PricedPolicy | null = null
  if (ask.kind === 'extension') {
    const longer = { left: daysBetween(policy.expiry_date, ask.expiry_date), of: days.of }
    movement = proRataChange(noPremium, own, longer)
    whole = addParts(own, movement)
  } else if (pricedAgain.has(ask.kind) && before.premium === null) {
    // Both at the rates of the term's first day: a change of rates is no part of an amendment.
    const at = { effective_date: term.effective_date }
    const was = await pricePolicy(ctx, product, { ...before, ...at }, null).catch(() => null)
    priced = await pricePolicy(ctx, product, { ...after, ...at }, null)
    const old = was?.price ?? own
    movement = proRataChange(old, priced.price, days)
    whole = addParts(own, proRataChange(old, priced.price, { left: 1, of: 1 }))
  }
  if (ask.net_premium_centimes !== null) movement = movementParts(ask.net_premium_centimes, own)
  return { parts: withFee(movement, ask.fee_centimes, own), whole, priced }
}

const named = (object: ReadObject | undefined): string | null => (object ? objectLabel(object, null) : null)

const changesOf = async (
  ctx: Context,
  policy: PolicyRecord,
  ask: AmendmentAsk,
  before: Terms,
  after: Terms,
  read: readonly ReadObject[],
): Promise<FieldChange[]> => {
  const was = (id: string) => before.objects.find((object) => object.id === id)
  switch (ask.kind) {
    case 'guarantees': {
      const formula =
        before.formula_id === after.formula_id ? [] : [{ field: 'formula_id', before: before.formula_id, after: after.formula_id }]
      const discount =
        before.discount_rate === after.discount_rate
          ? []
          : [{ field: 'discount_rate', before: before.discount_rate, after: after.discount_rate }]
      return [...formula, ...discount, ...guaranteeChanges(before.guarantees, after.guarantees)]
    }
    case 'vehicle':
    case 'risk': {
      const old = was(ask.object_id)
      return old ? objectChanges(old, { ...ask.object, details: (read[0]?.details ?? ask.object.details) as Record<string, unknown> }) : []
    }
    case 'addition':
      return read.map((object) => ({ field: 'objects', before: null, after: named(object) }))
    case 'removal': {
      const labels = await ctx.db
        .selectFrom('insured_object')
        .select('label')
        .where('organization_id', '=', ctx.organizationId)
        .where('policy_id', '=', policy.id)
        .where('id', 'in', ask.object_ids)
        .execute()
      return labels.map(({ label }) => ({ field: 'objects', before: label, after: null }))
    }
    case 'transfer': {
      const holder = await loadContact(ctx, ask.contact_id, 'view')
      const old = await ctx.db
        .selectFrom('contact_window')
        .select(['name', 'code'])
        .where('organization_id', '=', ctx.organizationId)
        .where('id', '=', policy.contact_id)
        .executeTakeFirstOrThrow()
      return [{ field: 'contact_id', before: `${old.code} ${old.name}`, after: `${holder.code} ${holder.name}` }]
    }
    case 'extension':
      return [{ field: 'expiry_date', before: policy.expiry_date, after: ask.expiry_date }]
    case 'bank_details': {
      const shown = (account: string | null) => (account === null || account === '' ? null : maskMiddle(account))
      const mode =
        policy.payment_mode === ask.payment_mode ? [] : [{ field: 'payment_mode', before: policy.payment_mode, after: ask.payment_mode }]
      const account =
        shown(policy.bank_account) === ask.bank_account || (policy.bank_account ?? '') === (ask.bank_account ?? '')
          ? []
          : [{ field: 'bank_account', before: shown(policy.bank_account), after: shown(ask.bank_account) }]
      return [...mode, ...account]
    }
    case 'refund':
      return []
  }
}
