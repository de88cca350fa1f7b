import type { GuaranteeInput } from '#capabilities/policies/fields.ts'
import { boats, cars, colours, trucks, twoWheels, vans, type Model as Make } from '../lists/vehicles.ts'
import { held, thing, thousand, type Dice, type Model, type ModelObject, type Place } from './model.ts'

/** What a vehicle is worth after so many years. */
const worth = (make: Make, age: number): number => Math.max(30, Math.round((make.value * 0.87 ** age) / 10) * 10)

/** Every vehicle is priced in a wilaya of its zone. */
const wilayaOf = (place: Place): string => (place.zone === 'N' ? '16' : '30')

const vehicle = (
  d: Dice,
  place: Place,
  make: Make,
  age: number,
  as: { category: string; plate: number; usage: string; body?: string; pledgee?: string },
): ModelObject => ({
  plate: { category: as.plate, age },
  object: thing(
    'vehicle',
    wilayaOf(place),
    {
      make: make.make,
      model: make.model,
      category: as.category,
      usage: as.usage,
      energy: make.energy === 'petrol' && d.chance(12) ? 'lpg' : make.energy,
      power: make.power,
      seats: make.seats,
      colour: d.one(colours),
      ...(as.body !== undefined && { body: as.body }),
      ...(make.load !== undefined && { payload_kg: Math.round(make.load * 1000), gross_weight_kg: Math.round(make.load * 2000 + 1200) }),
      ...(as.pledgee !== undefined && { pledged: true, pledgee: as.pledgee }),
      new_value_centimes: thousand(make.value),
    },
    thousand(worth(make, age)),
  ),
})

const banks = ['BNA', 'BADR', 'CPA', 'BNP Paribas El Djazaïr', 'Société Générale Algérie', 'Al Salam Bank']

/** What people add to a formula. */
const options = (d: Dice, { persons, assistance }: { persons: number; assistance: number }, packs: readonly string[]): GuaranteeInput[] => [
  ...(d.chance(persons) ? [held('PT', { offer: d.one(['A', 'B', 'C', 'D']) })] : []),
  ...(d.chance(assistance) ? [held('ASS', { offer: d.one(packs) })] : []),
]

const guaranteesOf: Readonly<Record<string, readonly string[]>> = {
  RC_SIMPLE: ['RC', 'DR'],
  TIERS_PLUS: ['RC', 'DR', 'BDG', 'VIV'],
  DOM_COLLISION: ['RC', 'DR', 'BDG', 'VIV', 'DC'],
  TOUS_ACCIDENTS: ['RC', 'DR', 'BDG', 'VIV', 'DASCP', 'PT'],
  TOUS_RISQUES: ['RC', 'DR', 'DASC', 'VIV', 'BDG', 'PT'],
}
const damageCaps = [200, 300, 500, 800].map(thousand)
const formulaOf = (d: Dice, formula: string, more: readonly GuaranteeInput[]): GuaranteeInput[] => {
  const cap = d.one(damageCaps)
  const base = (guaranteesOf[formula] ?? []).map((code) =>
    code === 'DC'
      ? held('DC', { offer: d.one(['10', '20', '30', '50', '100']) })
      : code === 'PT'
        ? held('PT', { offer: d.one(['B', 'C', 'D', 'E']) })
        : held(code, code === 'DASCP' ? { limit_centimes: cap } : {}),
  )
  const inFormula = new Set(base.map(({ code }) => code))
  return [...base, ...more.filter(({ code }) => !inFormula.has(code))]
}

const reduction = (d: Dice): number => (d.chance(30) ? d.one([10_00, 15_00, 20_00, 25_00, 30_00, 50_00]) : 0)

interface Kind {
  readonly group: string
  readonly product: string
  readonly formulas: readonly string[]
  readonly makes: readonly Make[]
  readonly ages: readonly [least: number, most: number]
  readonly usages: readonly string[]
  readonly category: (make: Make) => { category: string; plate: number }
  readonly packs: readonly string[]
  readonly assistance: number
}
const car = () => ({ category: '00', plate: 1 })
const bike = (make: Make) => ({ category: make.power > 2 ? '07' : make.model.includes('RKS') ? '02' : '06', plate: 9 })
const carrier = (make: Make) => ((make.load ?? 0) > 2 ? { category: '32', plate: 2 } : { category: '04', plate: 3 })
const packs = ['SM', 'SM', 'TR', 'TP']
const persons = { usages: ['01', '01', '01', '00'], packs } as const
/** The compulsory tariff prices private cars for business and trade alone. */
const trade = { usages: ['00', '02', '02'], packs } as const

const kinds: readonly Kind[] = [
  {
    group: 'motor_rc',
    product: 'AUTO_PART',
    formulas: ['RC_SIMPLE'],
    makes: cars,
    ages: [2, 18],
    category: car,
    assistance: 45,
    ...persons,
  },
  {
    group: 'motor_plus',
    product: 'AUTO_PART',
    formulas: ['TIERS_PLUS', 'DOM_COLLISION'],
    makes: cars,
    ages: [4, 14],
    category: car,
    assistance: 55,
    ...persons,
  },
  {
    group: 'motor_full',
    product: 'AUTO_PART',
    formulas: ['TOUS_RISQUES', 'TOUS_RISQUES', 'TOUS_ACCIDENTS'],
    makes: cars,
    ages: [0, 8],
    category: car,
    assistance: 70,
    ...persons,
  },
  {
    group: 'motor_laki',
    product: 'AUTO_OTO_LAKI',
    formulas: ['TOUS_RISQUES'],
    // The product asks for a car of ten years at most, worth 800 000 DA at least.
    makes: cars.filter((make) => worth(make, 7) >= 800),
    ages: [0, 7],
    category: car,
    assistance: 100,
    usages: ['01', '00'],
    packs: ['TP'],
  },
  {
    group: 'bike',
    product: 'DEUX_ROUES',
    formulas: ['RC_SIMPLE', 'RC_SIMPLE', 'TIERS_PLUS'],
    makes: twoWheels,
    ages: [0, 8],
    category: bike,
    assistance: 10,
    ...persons,
  },
  {
    group: 'taxi',
    product: 'TAXI_TPV',
    formulas: ['RC_SIMPLE', 'TIERS_PLUS'],
    makes: cars,
    ages: [1, 10],
    category: car,
    assistance: 30,
    usages: ['03'],
    packs,
  },
  {
    group: 'goods',
    product: 'TPM',
    formulas: ['RC_SIMPLE', 'TIERS_PLUS', 'DOM_COLLISION'],
    makes: [...vans, ...trucks],
    ages: [0, 14],
    category: carrier,
    assistance: 35,
    usages: ['05', '08'],
    packs,
  },
  {
    group: 'trade_rc',
    product: 'AUTO_FLOTTE',
    formulas: ['RC_SIMPLE'],
    makes: [...cars, ...vans],
    ages: [1, 15],
    category: (make) => (make.load ? carrier(make) : car()),
    assistance: 40,
    ...trade,
  },
  {
    group: 'trade_plus',
    product: 'AUTO_FLOTTE',
    formulas: ['TIERS_PLUS', 'DOM_COLLISION'],
    makes: [...cars, ...vans],
    ages: [2, 12],
    category: (make) => (make.load ? carrier(make) : car()),
    assistance: 50,
    ...trade,
  },
  {
    group: 'trade_full',
    product: 'AUTO_FLOTTE',
    formulas: ['TOUS_RISQUES', 'TOUS_ACCIDENTS'],
    makes: [...cars, ...vans],
    ages: [0, 6],
    category: (make) => (make.load ? carrier(make) : car()),
    assistance: 60,
    ...trade,
  },
]

/** Model contracts of one vehicle. */
export const motorModels = (d: Dice, place: Place, each: (group: string) => number): Model[] =>
  kinds.flatMap((kind) =>
    Array.from({ length: each(kind.group) }, () => {
      const [least, most] = kind.ages
      const make = d.weighted(kind.makes)
      const age = d.amount(least, most, 1, 1.4)
      const formula = d.one(kind.formulas)
      const pledgee = formula === 'TOUS_RISQUES' && age < 4 && d.chance(18) ? d.one(banks) : undefined
      const as = { ...kind.category(make), usage: d.one(kind.usages), ...(pledgee !== undefined && { pledgee }) }
      return {
        group: `${kind.group} ${place.zone}`,
        product: kind.product,
        formula,
        objects: [vehicle(d, place, make, age, as)],
        guarantees: formulaOf(
          d,
          formula,
          options(d, { persons: formula === 'RC_SIMPLE' ? 30 : 60, assistance: kind.assistance }, kind.packs),
        ),
        discount: reduction(d),
        convention: null,
        periodicity: 'annual',
        place,
      } satisfies Model
    }),
  )

/** Fleets: from a handful of vehicles to some forty, under one contract. */
export const fleetModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const formula = d.one(['RC_SIMPLE', 'TIERS_PLUS', 'TIERS_PLUS', 'TOUS_ACCIDENTS'])
    const size = d.amount(3, 36, 1, 2.6)
    const makes = [...cars, ...vans, ...vans, ...trucks]
    const objects = Array.from({ length: size }, () => {
      const make = d.weighted(makes)
      return vehicle(d, place, make, d.amount(0, 12, 1, 1.3), {
        ...(make.load ? carrier(make) : car()),
        usage: make.load ? d.one(['02', '05', '08']) : d.one(['00', '02']),
      })
    })
    return {
      group: `fleet ${place.zone}`,
      product: 'AUTO_FLOTTE',
      formula,
      objects,
      guarantees: formulaOf(d, formula, options(d, { persons: 50, assistance: 60 }, ['SM', 'TR'])),
      discount: d.one([20_00, 30_00, 40_00, 50_00, 60_00]),
      convention: d.chance(25) ? `CONV-${String(100 + d.below(60))}` : null,
      periodicity: d.one(['annual', 'annual', 'half_yearly', 'quarterly']),
      place,
    }
  })

/** Help on the road alone, for a car insured elsewhere. */
export const assistModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => ({
    group: `assist ${place.zone}`,
    product: 'ASSIST_AUTO',
    formula: 'ASSISTANCE',
    objects: [vehicle(d, place, d.weighted(cars), d.amount(0, 12, 1, 1.3), { category: '00', plate: 1, usage: '01' })],
    guarantees: [held('ASS', { offer: d.one(['SM', 'TR', 'TR', 'TP', 'LI']) }), ...(d.chance(40) ? [held('DR')] : [])],
    discount: 0,
    convention: null,
    periodicity: 'annual',
    place,
  }))

const names = ['El Bahia', 'Djamila', 'Nedjma', 'Yasmine', 'El Mordjane', 'Amira', 'Rihla', 'Baraka']
const ports = ['Sidi Fredj', 'Tamentfoust', 'Cherchell', 'Béjaïa', 'Annaba', 'Oran', 'Mostaganem', 'Stora']

/** Pleasure boats. */
export const boatModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const boat = d.one(boats)
    const age = d.below(12)
    const whole = d.chance(55)
    return {
      group: 'boat',
      product: 'PLAISANCE',
      formula: whole ? 'TOUS_RISQUES' : 'RC_SIMPLE',
      objects: [
        {
          object: thing(
            'boat',
            wilayaOf(place),
            {
              name: d.one(names),
              model: boat.model,
              length_cm: Math.round(boat.metres * 100),
              engine_power: boat.power,
              home_port: d.one(ports),
            },
            thousand(Math.round(boat.value * 0.92 ** age)),
          ),
        },
      ],
      guarantees: whole ? ['RC', 'CORPS', 'VIM', 'PT'].map((code) => held(code)) : [held('RC'), ...(d.chance(50) ? [held('PT')] : [])],
      discount: reduction(d),
      convention: null,
      periodicity: 'annual',
      place,
    }
  })
