import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { follow } from '#kernel/server/occasions.ts'
import { productOperations as operations } from '../contract.ts'
import { createProduct } from './create-product.ts'
import { addRate, listRates, removeRate } from './dated-rates.ts'
import { removeGuarantee, setGuarantee } from './guarantees.ts'
import { loadProduct } from './load-product.ts'
import { listProducts } from './product-list.ts'
import { productNamer } from './product-namer.ts'
import { quote } from './quote-premium.ts'
import { resumeCatalogue } from './resume-catalogue.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { setFormula } from './set-formula.ts'
import { updateProduct } from './update-product.ts'
import './tables.ts'

export { productRelation } from './import/product-relation.ts'
export { dropUnnamedProduct, unnamedProduct, unnamedProductId } from './import/unnamed-product.ts'
export { listProductCards, loadProduct } from './load-product.ts'
export type { Product } from '../product-shapes.ts'
export { quotePremium } from './quote-premium.ts'
export { seedCatalogue } from './seed-catalogue.ts'
export { ratesOn } from '../tariff.ts'

export const productsServer: Capability = {
  name: 'products',
  implementations: [
    implement(operations.listProducts, listProducts),
    implement(operations.getProduct, (ctx, { id }) => loadProduct(ctx, id)),
    implement(operations.createProduct, createProduct),
    implement(operations.updateProduct, updateProduct),
    implement(operations.setGuarantee, setGuarantee),
    implement(operations.removeGuarantee, removeGuarantee),
    implement(operations.setFormula, setFormula),
    implement(operations.listRates, listRates),
    implement(operations.addRate, addRate),
    implement(operations.removeRate, removeRate),
    implement(operations.quote, quote),
  ],
  followers: [follow('organization.founded', async (ctx) => void (await seedCatalogue(ctx)))],
  namers: [productNamer],
  resume: resumeCatalogue,
}
