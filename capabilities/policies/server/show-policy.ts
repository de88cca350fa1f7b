import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { maskMiddle } from '#capabilities/customers/identifiers.ts'
import { checkObject } from '../check-object.ts'
import { partNames, type PremiumParts } from '../fields.ts'
import { keysOf, readObject, type ReadObject } from '../insured-objects.ts'
import type { InsuredObject, Policy } from '../rows.ts'
import { mayDo, type PolicyAct } from '../rules.ts'
import { findDoubles } from './find-double.ts'
import { loadPolicy, type PolicyRecord } from './load-policy.ts'
import { namesOfProduct, surroundingsOf } from './policy-surroundings.ts'
import { todayOf } from './status-sql.ts'

/** A policy as its page shows it, with what the reader may do with it today. */
export const showPolicy = async (ctx: Context, policy: PolicyRecord): Promise<Policy> => {
  const { guarantees, objects, ...around } = await surroundingsOf(ctx, policy)
  const today = todayOf(ctx)
  const year = Number(today.slice(0, 4))
  // Read again for what may not be right about them, and for who else insures them.
  const read = objects.map((object): ReadObject | null => readObject(object))
  const insured = objects.map((object, at): InsuredObject => {
    const one = read[at]
    const remarks = one ? checkObject(one, year) : []
    return { ...object, doubts: remarks.map(({ path, code, sentence }) => ({ field: path, code, message: ctx.say(sentence) })) }
  })
  const live = read.map((one, at) =>
    one && objects[at]?.until_date === null ? keysOf(one) : { plate_key: null, chassis: null, place_key: null },
  )
  const stretch = { productId: policy.product_id, from: today, until: policy.end_date ?? policy.expiry_date, except: policy.id }
  const over = ['draft', 'cancelled', 'void', 'lapsed', 'expired'].includes(policy.statusNow) && policy.statusNow !== 'draft'
  const double_insurance = over ? [] : await findDoubles(ctx, live, stretch)
  const names = await namesOfProduct(ctx, policy.product_id)
  return {
    ...around,
    formula_name_ar: names.formulas.get(policy.formula_id ?? '') ?? null,
    guarantees: guarantees
      .map((guarantee) => ({
        ...guarantee,
        ...(names.guarantees.get(guarantee.code) ?? { name: guarantee.code, name_ar: null, compulsory: false, position: 999 }),
      }))
      .sort((a, b) => a.position - b.position)
      .map(({ position: _, ...guarantee }) => guarantee),
    objects: insured,
    double_insurance,
    ...ownFields(policy),
    can: canOf(ctx, policy),
  }
}

const ownFields = (policy: PolicyRecord) => ({
  id: policy.id,
  number: policy.number,
  status: policy.statusNow,
  status_since: policy.status_since,
  contact_id: policy.contact_id,
  product_id: policy.product_id,
  formula_id: policy.formula_id,
  formula_name: policy.formula_name,
  agency_id: policy.agency_id,
  owner_id: policy.owner_id,
  intermediary: policy.intermediary,
  contract_type: policy.contract_type,
  duration_code: policy.duration_code,
  periodicity: policy.periodicity,
  payment_mode: policy.payment_mode,
  bank_account: policy.bank_account === null ? null : maskMiddle(policy.bank_account),
  subscribed_on: policy.subscribed_on,
  effective_date: policy.effective_date,
  effective_time: policy.effective_time?.slice(0, 5) ?? null,
  expiry_date: policy.expiry_date,
  anniversary: policy.anniversary,
  end_date: policy.end_date,
  end_reason: policy.end_reason,
  cover_awaits_payment: policy.cover_awaits_payment,
  convention_code: policy.convention_code,
  discount_rate: policy.discount_rate,
  bm_coefficient: policy.bm_coefficient,
  insured_label: policy.insured_label,
  ...(Object.fromEntries(partNames.map((part) => [part, policy[part]])) as unknown as PremiumParts),
  total_premium_centimes: policy.total_premium_centimes,
  commission_centimes: policy.commission_centimes,
  management_commission_centimes: policy.management_commission_centimes,
  remarks: policy.remarks,
  external_id: policy.external_id,
  external_source: policy.external_source,
  created_at: policy.created_at,
  updated_at: policy.updated_at,
  version: policy.version,
})

/** What the reader may do with it: their rights over it, and what its state of the day allows. */
const canOf = (ctx: Context, policy: PolicyRecord): Policy['can'] => {
  const holds = (action: string) => covers(ctx.actor, actorCan(ctx.actor, `policy.${action}`), policy)
  const edit = holds('edit')
  const may = (act: PolicyAct) => edit && mayDo(act, policy.statusNow)
  return {
    edit,
    issue: may('issue'),
    amend: may('amend'),
    suspend: may('suspend'),
    reinstate: may('reinstate'),
    renew: may('renew') && policy.end_date === null,
    decline_renewal: may('decline_renewal') && policy.end_date === null,
    cancel: may('cancel') && policy.end_date === null,
    void: may('void') && policy.last_amendment === 0,
    comment: holds('comment'),
    attach: holds('attach'),
  }
}

/** One policy within reach. */
export const getPolicy = async (ctx: Context, input: { id: string }): Promise<Policy> =>
  showPolicy(ctx, await loadPolicy(ctx, input.id, 'view'))
