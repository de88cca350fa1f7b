import { z } from 'zod'
import { vehicleCategories, vehicleUsages } from '#capabilities/products/vehicles.ts'
import { centimes, day } from '#kernel/shared/paging.ts'

export const energies = ['petrol', 'diesel', 'lpg', 'electric', 'hybrid'] as const

const words = (max: number) => z.string().trim().max(max).nullable().default(null)
const count = (max: number) => z.int().min(0).max(max).nullable().default(null)

/** What is known of a vehicle besides plate, chassis, market value and place (domain words in docs/glossary.md). */
export const vehicleDetails = z.object({
  make: words(60),
  model: words(80),
  variant: words(80),
  body: words(60),
  /** «Genre», as the market's systems number it. */
  category: z.enum(vehicleCategories).default('00'),
  usage: z.enum(vehicleUsages).default('00'),
  energy: z.enum(energies).nullable().default(null),
  /** Fiscal power (CV). */
  power: z.int().min(1).max(99).nullable().default(null),
  seats: z.int().min(1).max(200).nullable().default(null),
  payload_kg: count(100_000),
  gross_weight_kg: count(100_000),
  /** First year on the road. */
  first_year: z.int().min(1900).max(2100).nullable().default(null),
  colour: words(40),
  new_value_centimes: centimes.min(0).nullable().default(null),
  /** Date of the registration certificate («carte grise»). */
  registered_on: day.nullable().default(null),
  pledged: z.boolean().default(false),
  pledgee: words(120),
  trailer: z.boolean().default(false),
  /** Carries inflammable matter. */
  flammable: z.boolean().default(false),
})
export type VehicleDetails = z.output<typeof vehicleDetails>

/** Kinds of vehicles on two wheels, or three. */
export const twoWheelers: ReadonlySet<string> = new Set(['02', '03', '05', '06', '07', '09'])
