/** What can happen («nature du sinistre»); `livestock_death` has a delay of its own in art. 15 of ordinance 95-07. */
export const natures = [
  'collision_third_party',
  'accident_alone',
  'parked_unknown',
  'bodily_injury',
  'theft',
  'theft_partial',
  'fire',
  'glass',
  'vandalism',
  'natural_event',
  'riot',
  'water_damage',
  'home_theft',
  'home_fire',
  'private_liability',
  'catnat',
  'business_liability',
  'machinery_breakdown',
  'cargo_damage',
  'livestock_death',
  'assistance',
  'other',
] as const
export type Nature = (typeof natures)[number]

/** The event behind a natural one: hail has a delay of its own. */
export const naturalEvents = ['hail', 'flood', 'storm', 'earthquake', 'landslide', 'other'] as const
export type NaturalEvent = (typeof naturalEvents)[number]

/** What the lines of a nature have in common: how it is settled, what its form asks. */
export interface NatureRules {
  readonly field: 'motor' | 'property' | 'liability' | 'catnat' | 'business' | 'farm' | 'assistance' | 'other'
  /** Kinds of insured objects on which it can happen; none: on any. */
  readonly objects: readonly string[]
  /** Guarantees that answer for it, the usual one first. */
  readonly guarantees: readonly string[]
  /** An expert is named: art. 13 gives seven days. */
  readonly expert: boolean
  /** Asks for the vehicle opposite. */
  readonly thirdParty: boolean
  /** Asks who drove. */
  readonly driver: boolean
}

const motor = (guarantees: readonly string[], more: Partial<NatureRules> = {}): NatureRules => ({
  field: 'motor',
  objects: ['vehicle'],
  guarantees,
  expert: true,
  thirdParty: false,
  driver: false,
  ...more,
})
const property = (guarantees: readonly string[], more: Partial<NatureRules> = {}): NatureRules => ({
  field: 'property',
  objects: ['home', 'building', 'business', 'boat'],
  guarantees,
  expert: true,
  thirdParty: false,
  driver: false,
  ...more,
})

/** The rules of each nature. */
export const natureRules: Readonly<Record<Nature, NatureRules>> = {
  collision_third_party: motor(['DASC', 'DC', 'DCVV', 'DR', 'RC'], { thirdParty: true, driver: true }),
  accident_alone: motor(['DASC', 'PT', 'PTA'], { driver: true }),
  parked_unknown: motor(['DASC']),
  bodily_injury: motor(['RC', 'PT', 'PTA', 'DR'], { thirdParty: true, driver: true, expert: false }),
  theft: motor(['VIV']),
  theft_partial: motor(['VIV', 'PEA']),
  fire: motor(['VIV']),
  glass: motor(['BDG']),
  vandalism: motor(['DASC']),
  natural_event: motor(['CATNAT', 'TG', 'DASC', 'CATNAT_AUTO'], { objects: [] }),
  riot: motor(['EMP', 'DASC'], { objects: [] }),
  water_damage: property(['DDE']),
  home_theft: property(['VOL']),
  home_fire: property(['INC']),
  private_liability: property(['RC', 'RCF'], { field: 'liability', expert: false, thirdParty: true }),
  catnat: property(['CATNAT'], { field: 'catnat', objects: ['home', 'building', 'business', 'vehicle'] }),
  business_liability: property(['RC', 'RCE'], { field: 'liability', objects: [], thirdParty: true }),
  machinery_breakdown: property(['BDM'], { field: 'business', objects: [] }),
  cargo_damage: property(['FAC'], { field: 'business', objects: ['goods', 'boat'] }),
  livestock_death: property(['BETAIL'], { field: 'farm', objects: ['farm'] }),
  assistance: motor(['ASS'], { field: 'assistance', objects: [], expert: false }),
  other: { field: 'other', objects: [], guarantees: [], expert: true, thirdParty: false, driver: false },
}

/** Natures that fit an insured object, in the usual order; all of them where nothing is known of it. */
export const naturesOf = (objectKind: string | null): Nature[] =>
  natures.filter((nature) => {
    const { objects } = natureRules[nature]
    return objectKind === null || objects.length === 0 || objects.includes(objectKind)
  })
