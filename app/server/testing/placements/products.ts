import { general, record, using, type Placements } from './placement.ts'
import { rateDay } from '../world/product.ts'

const anyGuarantee = 'ZZ'

export const productsPlacements: Placements = {
  'product.list': general('product.view', { limit: 200, total: 'exact' }),
  'product.get': record('product.view', 'product'),
  'product.create': general('product.create', { code: 'AUTO_PART', name: 'Produit en double', branch: '11' }),
  'product.update': record('product.edit', 'product', ({ id, version }) => ({ id, version, description: 'Vu en comité.' })),
  'product.set_guarantee': record('product.edit', 'product', ({ id }) => ({ id, code: 'OPT', name: 'Option du test' })),
  'product.remove_guarantee': using('product.edit', 'product', ({ id }) => ({ id, code: anyGuarantee })),
  'product.set_formula': record('product.edit', 'product', ({ id }) => ({
    id,
    code: 'SEULE',
    name: 'Formule du test',
    guarantees: ['OPT'],
  })),
  'product.list_rates': record('product.view', 'product', ({ id }) => ({ id, on: rateDay })),
  'product.add_rate': record('product.edit', 'product', ({ id }) => ({
    id,
    code: 'stamp',
    effective_from: rateDay,
    value: { sheets: 1 },
  })),
  'product.remove_rate': using('product.edit', 'product', ({ id }) => ({ id, code: 'fee', effective_from: rateDay })),
  'product.quote': record('product.view', 'product', ({ id }) => ({
    id,
    on: rateDay,
    duration: '12m',
    guarantees: [{ code: anyGuarantee, premium_centimes: 1_000_00 }],
    risks: [{ is: 'other' }],
  })),
}
