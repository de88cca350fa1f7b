import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Product, productOperations } from '../contract.ts'
import { loadProduct } from './load-product.ts'

/** A product is added under a code that no other bears, empty or with what another one covers and costs. */
export const createProduct = async (ctx: Context, input: ParsedOf<typeof productOperations.createProduct>): Promise<Product> => {
  const { copy_of: copied, ...fields } = input
  const model = copied === null ? null : await loadProduct(ctx, copied)
  const id = newId()
  const last = await ctx.db
    .selectFrom('product')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .where('organization_id', '=', ctx.organizationId)
    .executeTakeFirst()
  const made = await ctx.db
    .insertInto('product')
    .values({
      ...fields,
      // What prices the model must price its copy.
      ...(model && { object_kind: model.object_kind, tariff: model.tariff }),
      organization_id: ctx.organizationId,
      id,
      position: (last?.position ?? 0) + 1,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    throw refuse('product.code_taken', /*i18n*/ { id: 'product.code_taken', message: 'Un autre produit porte déjà ce code.' }, 'code')
  if (model) await copyContents(ctx, model, id)
  ctx.audit({
    subject: { kind: 'product', id, title: `${fields.code} ${fields.name}` },
    after: { ...fields, ...(model && { copy_of: model.id }) },
  })
  ctx.emit({ name: 'product.created', subjectId: id })
  return loadProduct(ctx, id)
}

const copyContents = async (ctx: Context, model: Product, productId: string): Promise<void> => {
  const of = { organization_id: ctx.organizationId, product_id: productId }
  const { guarantees, formulas, rates } = model
  if (guarantees.length > 0)
    await ctx.db
      .insertInto('product_guarantee')
      .values(guarantees.map((guarantee) => ({ ...guarantee, ...of, id: newId() })))
      .execute()
  if (formulas.length > 0)
    await ctx.db
      .insertInto('product_formula')
      .values(formulas.map((formula) => ({ ...formula, ...of, id: newId() })))
      .execute()
  if (rates.length > 0)
    await ctx.db
      .insertInto('product_rate')
      .values(rates.map((rate) => ({ ...rate, ...of, id: newId(), value: JSON.stringify(rate.value) })))
      .execute()
}
