import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Product, productOperations } from '../contract.ts'
import { loadProduct } from './load-product.ts'
import { recordChange } from './record-change.ts'

/** A formula holds guarantees of its product, every compulsory one among them; its options are others. */
export const setFormula = async (ctx: Context, input: ParsedOf<typeof productOperations.setFormula>): Promise<Product> => {
  const { id, code, ...fields } = input
  const product = await loadProduct(ctx, id)
  checkFormula(product, fields)
  const before = product.formulas.find((formula) => formula.code === code)
  const change = changesBetween(before ?? {}, fields)
  if (before && change === null) {
    ctx.unchanged()
    return product
  }
  await ctx.db
    .insertInto('product_formula')
    .values({ ...fields, organization_id: ctx.organizationId, id: newId(), product_id: id, code })
    .onConflict((conflict) => conflict.columns(['organization_id', 'product_id', 'code']).doUpdateSet(fields))
    .execute()
  return recordChange(ctx, product, {
    ...(before && change && { before: { formula: code, ...change.before } }),
    after: { formula: code, ...(change?.after ?? fields) },
  })
}

const checkFormula = (product: Product, formula: { guarantees: readonly string[]; options: readonly string[] }): void => {
  const known = new Set(product.guarantees.map(({ code }) => code))
  const unknown = [...formula.guarantees, ...formula.options].find((code) => !known.has(code))
  if (unknown !== undefined)
    throw refuse(
      'formula.unknown_guarantee',
      { .../*i18n*/ { id: 'formula.unknown_guarantee', message: 'Ce produit n’a pas de garantie {code}.' }, values: { code: unknown } },
      formula.guarantees.includes(unknown) ? 'guarantees' : 'options',
    )
  const forgotten = product.guarantees.find(({ code, compulsory }) => compulsory && !formula.guarantees.includes(code))
  if (forgotten)
    throw refuse(
      'formula.compulsory_missing',
      {
        .../*i18n*/ { id: 'formula.compulsory_missing', message: 'La garantie {name} est obligatoire : la formule doit la contenir.' },
        values: { name: forgotten.name },
      },
      'guarantees',
    )
  if (new Set([...formula.guarantees, ...formula.options]).size < formula.guarantees.length + formula.options.length)
    throw refuse(
      'formula.twice',
      /*i18n*/ { id: 'formula.twice', message: 'Une garantie figure deux fois : elle est comprise ou en option.' },
      'options',
    )
}
