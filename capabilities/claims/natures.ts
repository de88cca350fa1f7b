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
  objects: ['home', 'building', 'business'],
  guarantees,
  expert: true,
  thirdParty: false,
  driver: false,
  ...more,
})

/** The rules of each nature. */
export const natureRules: Readonly<Record<Nature, NatureRules>> = {
  collision_third_party: motor(['DASC', 'DASCP', 'DCVV', 'DC', 'DR', 'RC'], { thirdParty: true, driver: true }),
  accident_alone: motor(['DASC', 'DASCP'], { driver: true }),
  parked_unknown: motor(['DASC', 'DASCP']),
  bodily_injury: motor(['RC', 'PT', 'DR'], { thirdParty: true, driver: true, expert: false }),
  theft: motor(['VIV', 'VIM'], { objects: ['vehicle', 'boat'] }),
  theft_partial: motor(['VIV', 'VIM', 'PEA'], { objects: ['vehicle', 'boat'] }),
  fire: motor(['VIV', 'VIM', 'CORPS'], { objects: ['vehicle', 'boat'] }),
  glass: motor(['BDG'], { objects: ['vehicle', 'home', 'building', 'business'] }),
  vandalism: motor(['DASC', 'DASCP']),
  natural_event: motor(['TG', 'CATNAT', 'DASC', 'REC'], { objects: [] }),
  riot: motor(['EMP', 'DASC', 'DASCP'], { objects: [] }),
  water_damage: property(['DDE']),
  home_theft: property(['VOL']),
  home_fire: property(['INC']),
  private_liability: property(['RCF', 'RC'], { field: 'liability', objects: ['home', 'person', 'none'], expert: false, thirdParty: true }),
  catnat: property(['CATNAT'], { field: 'catnat', objects: ['home', 'building', 'business', 'vehicle'] }),
  business_liability: property(['RCE', 'RCP', 'RCPR', 'RC'], {
    field: 'liability',
    objects: ['business', 'building', 'farm', 'none'],
    thirdParty: true,
  }),
  machinery_breakdown: property(['BDM'], { field: 'business', objects: ['business', 'goods', 'none'] }),
  cargo_damage: property(['FAC', 'CORPS'], { field: 'business', objects: ['goods', 'boat'] }),
  livestock_death: property(['BET'], { field: 'farm', objects: ['farm'] }),
  assistance: motor(['ASS', 'PJ', 'MED'], { field: 'assistance', objects: ['vehicle', 'trip', 'person', 'none'], expert: false }),
  other: { field: 'other', objects: [], guarantees: [], expert: true, thirdParty: false, driver: false },
}

/** Natures that fit an insured object, in the usual order; all of them where nothing is known of it. */
export const naturesOf = (objectKind: string | null): Nature[] =>
  natures.filter((nature) => {
    const { objects } = natureRules[nature]
    return objectKind === null || objects.length === 0 || objects.includes(objectKind)
  })
