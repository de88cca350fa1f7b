import { z } from 'zod'
import { seismicZones } from '#capabilities/products/rates.ts'
import { centimes } from '#kernel/shared/paging.ts'

const words = (max: number) => z.string().trim().max(max).nullable().default(null)
const amount = centimes.min(0).nullable().default(null)
const surface = z.int().min(1).max(1_000_000).nullable().default(null)

/** What natural catastrophes ask of any place. */
const ground = {
  seismic_zone: z.enum(seismicZones).nullable().default(null),
  /** Built by the rules of earthquake engineering (RPA). */
  conforming: z.boolean().default(true),
  /** Has a building permit; of an activity, that it is regular. */
  permitted: z.boolean().default(true),
  built_in: z.int().min(1500).max(2100).nullable().default(null),
  surface_m2: surface,
}

export const dwellings = ['individual', 'collective'] as const
export const occupancies = ['owner', 'tenant'] as const

/** A dwelling, besides its address and value. */
export const homeDetails = z.object({
  dwelling: z.enum(dwellings).default('collective'),
  occupancy: z.enum(occupancies).default('owner'),
  rooms: z.int().min(1).max(100).nullable().default(null),
  floor: z.int().min(-5).max(200).nullable().default(null),
  /** Number of the flat or door. */
  unit: words(30),
  contents_centimes: amount,
  building_centimes: amount,
  terrace: z.boolean().default(false),
  ...ground,
})
export type HomeDetails = z.output<typeof homeDetails>

export const buildingUses = ['housing', 'trade', 'industry', 'office', 'public'] as const

/** A building as such: for natural catastrophes, construction, owners of buildings. */
export const buildingDetails = z.object({
  use: z.enum(buildingUses).default('housing'),
  dwelling: z.enum(dwellings).default('collective'),
  floors: z.int().min(0).max(200).nullable().default(null),
  unit: words(30),
  ...ground,
})
export type BuildingDetails = z.output<typeof buildingDetails>

/** A place of business, with what is in it and what is done there. */
export const businessDetails = z.object({
  activity: words(160),
  occupancy: z.enum(occupancies).default('owner'),
  employees: z.int().min(0).max(1_000_000).nullable().default(null),
  turnover_centimes: amount,
  equipment_centimes: amount,
  stock_centimes: amount,
  unit: words(30),
  ...ground,
})
export type BusinessDetails = z.output<typeof businessDetails>

export const farmActivities = ['crops', 'livestock', 'mixed'] as const

/** A farm: what grows or grazes there. */
export const farmDetails = z.object({
  activity: z.enum(farmActivities).default('mixed'),
  /** Hectares. */
  hectares: z.int().min(0).max(1_000_000).nullable().default(null),
  crop: words(120),
  animal: words(120),
  heads: z.int().min(0).max(10_000_000).nullable().default(null),
})
export type FarmDetails = z.output<typeof farmDetails>
