import { held, thing, thousand, type Dice, type Model, type Place } from './model.ts'

const yearly = { discount: 0, convention: null, periodicity: 'annual' } as const
const callings = [
  'Médecin généraliste',
  'Architecte',
  'Expert-comptable',
  'Agence immobilière',
  'Cabinet d’avocat',
  'Bureau d’études',
  'Pharmacie',
]
const publics = ['Hôtel', 'Salle des fêtes', 'Clinique', 'École privée', 'Supermarché', 'Salle de sport', 'Entreprise de travaux']
const machines = [
  'Ligne d’embouteillage',
  'Presse à injecter',
  'Groupe électrogène',
  'Tour à commande numérique',
  'Four tunnel',
  'Centrale à béton',
]
const journeys = [
  ['France', 'schengen'],
  ['Espagne', 'schengen'],
  ['Turquie', 'europe'],
  ['Tunisie', 'maghreb'],
  ['Italie', 'schengen'],
  ['Arabie saoudite', 'world_without_usa'],
  ['Canada', 'world'],
] as const

const entered = (code: string, dinars: number, limit: number | null = null) =>
  held(code, { premium_centimes: dinars * 100, limit_centimes: limit === null ? null : thousand(limit) })

/** Liabilities of professions and of what is open to the public. */
export const liabilityModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const profession = d.chance(55)
    const net = d.amount(5000, profession ? 60_000 : 260_000, 500, 3)
    const minor = Math.round(net * 0.3)
    const activity = d.one(profession ? callings : publics)
    return {
      group: 'liability',
      product: profession ? 'RC_PRO' : 'RC_GEN',
      formula: 'COMPLETE',
      objects: [
        {
          object: thing('business', '16', {
            activity,
            employees: d.amount(1, 80, 1, 3),
            turnover_centimes: thousand(d.amount(3000, 400_000, 500, 4)),
          }),
        },
      ],
      guarantees: profession
        ? [entered('RCP', net - minor, d.one([5000, 10_000, 20_000])), entered('RCE', minor, 5000)]
        : [entered('RCE', net - minor, d.one([10_000, 20_000, 50_000])), entered('RCPR', minor, 5000)],
      place,
      ...yearly,
    }
  })

/** Legal aid: the only contract that insures nothing one could name. */
export const legalModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => ({
    group: 'legal',
    product: 'PJ',
    formula: 'PJ',
    objects: [
      { object: thing('none', '16', { description: d.one(['Vie privée', 'Activité professionnelle', 'Litiges de consommation']) }) },
    ],
    guarantees: [held('PJ', { offer: d.one(['ES', 'ES', 'ET']) })],
    place,
    ...yearly,
  }))

/** Journeys, sold for a partner. */
export const travelModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const [destination, zone] = d.one(journeys)
    return {
      group: 'travel',
      product: 'VOYAGE',
      formula: 'COMPLETE',
      objects: [{ object: thing('trip', '16', { destination, zone, travellers: d.amount(1, 6, 1, 3) }) }],
      guarantees: [entered('MED', d.amount(1500, 9000, 100), 3000), entered('BAG', d.amount(300, 1200, 50), 150)],
      place,
      ...yearly,
    }
  })

/** Machines and works of companies. */
export const machineModels = (d: Dice, place: Place, many: number): Model[] =>
  Array.from({ length: many }, () => {
    const fire = d.chance(45)
    const value = d.amount(4000, 300_000, 1000, 4)
    const net = Math.round((value * (fire ? 1.1 : 3.2)) / 100) * 100
    return fire
      ? {
          group: 'machines',
          product: 'INC_RI',
          formula: 'INCENDIE',
          objects: [{ object: thing('building', '16', { use: 'industry', surface_m2: d.amount(400, 9000, 100, 3) }, thousand(value)) }],
          guarantees: [entered('INC', net, value), ...(d.chance(50) ? [entered('PE', Math.round(net * 0.3), Math.round(value / 5))] : [])],
          place,
          ...yearly,
        }
      : {
          group: 'machines',
          product: 'BDM',
          formula: 'COMPLETE',
          objects: [
            {
              object: thing(
                'business',
                '16',
                { activity: d.one(machines), employees: d.amount(5, 200, 1, 3), equipment_centimes: thousand(value) },
                thousand(value),
              ),
            },
          ],
          guarantees: [entered('BDM', net, value), entered('PE', Math.round(net * 0.25), Math.round(value / 4))],
          place,
          ...yearly,
        }
  })
