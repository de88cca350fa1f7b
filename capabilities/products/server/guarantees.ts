import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Product, productOperations } from '../contract.ts'
import { loadProduct } from './load-product.ts'
import { recordChange } from './record-change.ts'

type Operations = typeof productOperations

/** A guarantee is added to a product or changed; contracts that hold it keep what they were made with. */
export const setGuarantee = async (ctx: Context, input: ParsedOf<Operations['setGuarantee']>): Promise<Product> => {
  const { id, code, ...fields } = input
  const product = await loadProduct(ctx, id)
  const before = product.guarantees.find((guarantee) => guarantee.code === code)
  const change = changesBetween(before ?? {}, fields)
  if (before && change === null) {
    ctx.unchanged()
    return product
  }
  const missing = fields.compulsory
    ? product.formulas.filter(({ active, guarantees }) => active && !guarantees.includes(code)).map(({ name }) => name)
    : []
  if (missing.length > 0)
    throw refuse(
      'guarantee.not_in_formulas',
      {
        .../*i18n*/ {
          id: 'guarantee.not_in_formulas',
          message: 'Une garantie obligatoire figure dans toutes les formules : ajoutez-la d’abord à {formulas}.',
        },
        values: { formulas: missing.join(', ') },
      },
      'compulsory',
    )
  await ctx.db
    .insertInto('product_guarantee')
    .values({ ...fields, organization_id: ctx.organizationId, id: newId(), product_id: id, code })
    .onConflict((conflict) => conflict.columns(['organization_id', 'product_id', 'code']).doUpdateSet(fields))
    .execute()
  return recordChange(ctx, product, {
    ...(before && change && { before: { guarantee: code, ...change.before } }),
    after: { guarantee: code, ...(change?.after ?? fields) },
  })
}

/** Only a guarantee that was never sold may go: in no formula, and never priced on a day that has come. */
export const removeGuarantee = async (ctx: Context, input: ParsedOf<Operations['removeGuarantee']>): Promise<Product> => {
  const { id, code } = input
  const product = await loadProduct(ctx, id)
  const before = product.guarantees.find((guarantee) => guarantee.code === code)
  if (!before) throw notFound()
  const holding = product.formulas.filter(({ guarantees, options }) => guarantees.includes(code) || options.includes(code))
  if (holding.length > 0)
    throw refuse('guarantee.in_formula', {
      .../*i18n*/ { id: 'guarantee.in_formula', message: 'Cette garantie figure encore dans : {formulas}.' },
      values: { formulas: holding.map(({ name }) => name).join(', ') },
    })
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  if (product.rates.some((rate) => rate.code === code && rate.effective_from <= today))
    throw refuse(
      'guarantee.was_sold',
      /*i18n*/ {
        id: 'guarantee.was_sold',
        message: 'Cette garantie a eu un tarif en vigueur : des contrats peuvent la porter, elle reste au catalogue.',
      },
    )
  for (const table of ['product_rate', 'product_guarantee'] as const)
    await ctx.db
      .deleteFrom(table)
      .where('organization_id', '=', ctx.organizationId)
      .where('product_id', '=', id)
      .where('code', '=', code)
      .execute()
  return recordChange(ctx, product, { before: { guarantee: code, name: before.name } })
}
