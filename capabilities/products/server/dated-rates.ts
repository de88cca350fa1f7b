import type { Context } from '#kernel/server/context.ts'
import { inputProblem } from '#kernel/server/input-problem.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Product, ProductRate, productOperations } from '../contract.ts'
import { isProductRate, rateShapeOf, suits, type GuaranteeRate } from '../rates.ts'
import { loadProduct } from './load-product.ts'
import { recordChange } from './record-change.ts'

type Operations = typeof productOperations

/** Every rate of a product, or those in force on a day. */
export const listRates = async (ctx: Context, input: ParsedOf<Operations['listRates']>): Promise<{ data: ProductRate[] }> => {
  const { rates } = await loadProduct(ctx, input.id)
  const { on } = input
  if (on === undefined) return { data: rates }
  // Earliest first within a code: the last that has begun takes the place of those before it.
  const inForce = new Map(rates.filter(({ effective_from: from }) => from <= on).map((rate) => [rate.code, rate]))
  return { data: [...inForce.values()] }
}

/**
 * A guarantee or the product costs something else from a day on. What was in force before stays; a day already past is accepted only with its
 * reason, since premiums reckoned for these days change.
 */
export const addRate = async (ctx: Context, input: ParsedOf<Operations['addRate']>): Promise<Product> => {
  const { id, code, effective_from: from, legal_basis: basis, reason } = input
  const product = await loadProduct(ctx, id)
  if (!isProductRate(code) && !product.guarantees.some((guarantee) => guarantee.code === code))
    throw refuse(
      'rate.unknown_code',
      { .../*i18n*/ { id: 'rate.unknown_code', message: 'Ce produit n’a ni garantie ni barème {code}.' }, values: { code } },
      'code',
    )
  const parsed = rateShapeOf(code).safeParse(input.value)
  if (!parsed.success) throw inputProblem(parsed.error, ctx.actor.language)
  const value = parsed.data as Record<string, unknown>
  if (!isProductRate(code) && !suits((value as GuaranteeRate).by, product.object_kind))
    throw refuse(
      'rate.wrong_kind',
      /*i18n*/ { id: 'rate.wrong_kind', message: 'Ce mode de tarification ne s’applique pas à ce que le produit assure.' },
      'value',
    )
  if (from < todayIn(ctx.actor.timeZone, new Date(ctx.now)) && (reason ?? '') === '')
    throw refuse(
      'rate.past_without_reason',
      /*i18n*/ { id: 'rate.past_without_reason', message: 'Cette date est passée : dites pourquoi ce tarif s’applique déjà.' },
      'reason',
    )
  const made = await ctx.db
    .insertInto('product_rate')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      product_id: id,
      code,
      effective_from: from,
      value: JSON.stringify(value),
      legal_basis: basis,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'product_id', 'code', 'effective_from']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    throw refuse(
      'rate.day_taken',
      /*i18n*/ { id: 'rate.day_taken', message: 'Un tarif commence déjà ce jour-là ; choisissez un autre jour.' },
      'effective_from',
    )
  const before = product.rates.findLast((rate) => rate.code === code && rate.effective_from <= from)
  return recordChange(ctx, product, {
    ...(before && { before: { code, value: before.value } }),
    after: { code, effective_from: from, value, legal_basis: basis },
    ...(reason !== null && reason !== '' && { reason }),
  })
}

/** A rate that has not begun may be taken back; one that has stays for good. */
export const removeRate = async (ctx: Context, input: ParsedOf<Operations['removeRate']>): Promise<Product> => {
  const { id, code, effective_from: from } = input
  const product = await loadProduct(ctx, id)
  const rate = product.rates.find((one) => one.code === code && one.effective_from === from)
  if (!rate) throw notFound()
  if (from <= todayIn(ctx.actor.timeZone, new Date(ctx.now)))
    throw refuse(
      'rate.in_force',
      /*i18n*/ { id: 'rate.in_force', message: 'Ce tarif est ou fut en vigueur : ajoutez-en un nouveau, il prendra sa suite.' },
    )
  await ctx.db.deleteFrom('product_rate').where('organization_id', '=', ctx.organizationId).where('id', '=', rate.id).execute()
  return recordChange(ctx, product, { before: { code, effective_from: from, value: rate.value } })
}
