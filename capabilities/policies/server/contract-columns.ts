import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Product } from '#capabilities/products/contract.ts'
import type { Periodicity } from '../fields.ts'
import type { DraftEdit } from '../inputs.ts'
import type { ReadObject } from '../insured-objects.ts'
import { expiryAfter, readDuration, type ContractType } from '../rules.ts'
import { renewalDayOf } from './begin-contract.ts'
import { contractRefusals, partyRefusals, readObjects, refuseAll } from './check-contract.ts'
import { pricePolicy, type Price, type PricedPolicy } from './price-policy.ts'

/** What a draft and a contract have in common as they come. */
export type Terms = Omit<DraftEdit, 'id' | 'version' | 'remarks' | 'intermediary'>

const nothing: Price = {
  net_premium_centimes: 0,
  fee_centimes: 0,
  vat_centimes: 0,
  fga_centimes: 0,
  stamp_centimes: 0,
  graded_stamp_centimes: 0,
  vehicle_tax_centimes: 0,
  total_premium_centimes: 0,
  commission_centimes: 0,
  management_commission_centimes: 0,
}
const unpriced: PricedPolicy = { price: nothing, lines: [], reduction: 0, breakdown: null }

const contractTypeOf = (product: Product, terms: Terms): ContractType => {
  if (terms.contract_type) return terms.contract_type
  if ((readDuration(terms.duration_code)?.months ?? 0) === 0) return 'temporary'
  return product.renewal === 'tacit' ? 'tacit' : 'firm'
}

const periodicityOf = (terms: Terms): Periodicity =>
  terms.periodicity ?? ((readDuration(terms.duration_code)?.months ?? 0) >= 12 ? 'annual' : 'single')

/** The contract as its row will hold it, its things read, its price. `strict` refuses whatever keeps it from being issued. */
export const contractOf = async (ctx: Context, product: Product, terms: Terms, today: Day, strict: boolean) => {
  const checked = strict ? contractRefusals(product, terms, today) : readObjects(product, terms.objects, today)
  if (strict) refuseAll([...checked.refusals, ...(await partyRefusals(ctx, terms.parties, today))])
  else refuseAll(checked.refusals.filter(({ code }) => code === 'object.other_kind'))
  const expiry_date = expiryAfter(terms.effective_date, terms.duration_code)
  if (expiry_date === null)
    throw refuse(
      'policy.duration',
      /*i18n*/ { id: 'policy.duration', message: 'Ce produit n’est pas proposé pour cette durée.' },
      'duration_code',
    )
  const priced = strict ? await price(ctx, product, terms) : await price(ctx, product, terms).catch(() => unpriced)
  const contract_type = contractTypeOf(product, terms)
  const formula = product.formulas.find(({ id }) => id === terms.formula_id)
  return {
    read: checked.read as readonly ReadObject[],
    priced,
    columns: {
      formula_id: formula?.id ?? null,
      formula_name: formula?.name ?? null,
      contract_type,
      duration_code: terms.duration_code,
      periodicity: periodicityOf(terms),
      payment_mode: terms.payment_mode,
      bank_account: terms.bank_account,
      effective_date: terms.effective_date,
      effective_time: terms.effective_time,
      expiry_date,
      renewal_from: await renewalDayOf(ctx, contract_type, terms.effective_date, expiry_date),
      anniversary: contract_type === 'temporary' ? null : terms.effective_date.slice(5),
      convention_code: terms.convention_code === '' ? null : terms.convention_code,
      discount_rate: priced.reduction,
      bm_coefficient: terms.bm_coefficient,
      ...priced.price,
    },
  }
}

const price = (ctx: Context, product: Product, terms: Terms): Promise<PricedPolicy> => pricePolicy(ctx, product, terms, terms.premium)
