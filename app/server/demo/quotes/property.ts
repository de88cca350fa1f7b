import { held, thing, thousand, type Dice, type Model, type Place } from './model.ts'

const yearly = { convention: null, periodicity: 'annual' } as const

/** Dwellings under one contract against fire, theft and water. */
export const homeModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const villa = d.chance(28)
    const plus = d.chance(60)
    const rooms = villa ? 4 + d.below(4) : 2 + d.below(4)
    const contents = thousand(d.amount(300, 3000, 50))
    return {
      group: 'home',
      product: 'MRH',
      formula: plus ? 'MRH_PLUS' : 'MRH_BASE',
      objects: [
        {
          object: thing('home', '16', {
            dwelling: villa ? 'individual' : 'collective',
            occupancy: d.chance(76) ? 'owner' : 'tenant',
            rooms,
            ...(!villa && { floor: d.below(9) }),
            contents_centimes: contents,
            terrace: d.chance(15),
            surface_m2: 35 + (rooms - 1) * 15,
          }),
        },
      ],
      guarantees: (plus ? ['INC', 'VOL', 'DDE', 'BDG', 'RCF'] : ['INC', 'DDE', 'RCF']).map((code) => held(code)),
      discount: 0,
      place,
      ...yearly,
    }
  })

/** Natural catastrophes: dwellings, shops and works of one seismic zone. */
export const catnatModels = (d: Dice, place: Place, each: (group: string) => number): Model[] => {
  const ground = () => ({ seismic_zone: place.seismic, conforming: d.chance(70), permitted: d.chance(88) })
  const home = Array.from({ length: each('catnat_home') }, () => {
    const villa = d.chance(45)
    return {
      group: `catnat_home ${place.seismic}`,
      product: 'CATNAT_HAB',
      objects: [
        {
          object: thing('home', '16', {
            dwelling: villa ? 'individual' : 'collective',
            surface_m2: d.amount(60, villa ? 260 : 130, 5),
            ...ground(),
          }),
        },
      ],
    }
  })
  const trade = Array.from({ length: each('catnat_trade') }, () => ({
    group: `catnat_trade ${place.seismic}`,
    product: 'CATNAT_COM',
    objects: [{ object: thing('business', '16', { activity: d.one(trades), surface_m2: d.amount(40, 700, 10, 3), ...ground() }, null) }],
  }))
  const works = Array.from({ length: each('catnat_industry') }, () => ({
    group: `catnat_industry ${place.seismic}`,
    product: 'CATNAT_IND',
    objects: [{ object: thing('building', '16', { use: 'industry', surface_m2: d.amount(300, 6000, 50, 3), ...ground() }, null) }],
  }))
  return [...home, ...trade, ...works].map((model) => ({
    ...model,
    formula: 'COMPLETE',
    guarantees: [held('CATNAT')],
    discount: 0,
    place,
    ...yearly,
  }))
}

const trades = [
  'Alimentation générale',
  'Pharmacie',
  'Boulangerie',
  'Quincaillerie',
  'Salon de coiffure',
  'Cabinet médical',
  'Électroménager',
  'Restaurant',
  'Librairie-papeterie',
  'Prêt-à-porter',
  'Pièces détachées automobiles',
  'Imprimerie',
]
const works = [
  'Menuiserie aluminium',
  'Conditionnement alimentaire',
  'Transformation plastique',
  'Minoterie',
  'Entrepôt de distribution',
  'Confection',
]

/** Shops, practices and workshops. */
export const shopModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const formula = d.one(['MRP_BASE', 'MRP_CONFORT', 'MRP_CONFORT', 'MRP_COMPLETE'])
    const codes = {
      MRP_BASE: ['INC', 'DDE', 'RCE'],
      MRP_CONFORT: ['INC', 'VOL', 'DDE', 'BDG', 'RCE'],
      MRP_COMPLETE: ['INC', 'VOL', 'DDE', 'BDG', 'DE', 'PE', 'RCE'],
    }[formula] ?? ['INC']
    const scale = d.amount(1, 12, 0.25, 3)
    const limits: Readonly<Record<string, number>> = { INC: 5000, VOL: 1000, DDE: 1000, BDG: 100, DE: 500, PE: 2000, RCE: 2000 }
    return {
      group: 'shop',
      product: 'MRP',
      formula,
      objects: [
        {
          object: thing(
            'business',
            '16',
            {
              activity: d.one([...trades, ...works]),
              occupancy: d.chance(55) ? 'owner' : 'tenant',
              employees: d.amount(1, 40, 1, 3),
              surface_m2: d.amount(30, 900, 10, 3),
              equipment_centimes: thousand(Math.round(1200 * scale)),
              stock_centimes: thousand(Math.round(900 * scale)),
            },
            null,
          ),
        },
      ],
      guarantees: codes.map((code) => held(code, { limit_centimes: thousand(Math.round((limits[code] ?? 1000) * scale)) })),
      discount: d.chance(25) ? d.one([10_00, 15_00, 20_00]) : 0,
      place,
      ...yearly,
    }
  })
