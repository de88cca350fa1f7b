import { productOperations } from '#capabilities/products/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { Maker } from './makers.ts'

/** A day that has not come. */
export const rateDay = '2099-01-01'

/** A product with a guarantee that no formula holds, and a fee to come. */
export const makeProduct: Maker = async ({ administrator }) => {
  const code = `P${newId().replaceAll('-', '').slice(-18).toUpperCase()}`
  const made = await administrator.ok(productOperations.createProduct, { code, name: 'Produit du test', branch: '15' })
  const { id } = made
  await administrator.ok(productOperations.setGuarantee, { id, code: 'ZZ', name: 'Garantie du test' })
  await administrator.ok(productOperations.setGuarantee, { id, code: 'OPT', name: 'Option' })
  await administrator.ok(productOperations.addRate, { id, code: 'ZZ', effective_from: rateDay, value: { by: 'entry' } })
  await administrator.ok(productOperations.addRate, { id, code: 'fee', effective_from: rateDay, value: { amount_centimes: 500_00 } })
  return { id, contactId: id, version: made.version }
}
