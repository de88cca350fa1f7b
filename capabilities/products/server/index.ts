import type { Capability } from '#kernel/server/capability.ts'
import { follow } from '#kernel/server/occasions.ts'
import { resumeCatalogue } from './resume-catalogue.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import './tables.ts'

export { listProductCards, loadProduct } from './load-product.ts'
export { quotePremium } from './quote-premium.ts'
export { seedCatalogue } from './seed-catalogue.ts'
export { ratesOn } from '../tariff.ts'

export const productsServer: Capability = {
  name: 'products',
  implementations: [],
  followers: [follow('organization.founded', async (ctx) => void (await seedCatalogue(ctx)))],
  resume: resumeCatalogue,
}
