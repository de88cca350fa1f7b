import { z } from 'zod'
import { centimes, day } from '#kernel/shared/paging.ts'

const words = (max: number) => z.string().trim().max(max).nullable().default(null)

/** A boat; its registration is the port's. */
export const boatDetails = z.object({
  name: words(80),
  registration: words(40),
  make: words(60),
  model: words(80),
  length_cm: z.int().min(100).max(10_000).nullable().default(null),
  built_in: z.int().min(1900).max(2100).nullable().default(null),
  /** Horsepower of the engine. */
  engine_power: z.int().min(0).max(10_000).nullable().default(null),
  home_port: words(80),
})
export type BoatDetails = z.output<typeof boatDetails>

export const tripZones = ['maghreb', 'schengen', 'europe', 'world_without_usa', 'world'] as const

/** A journey. */
export const tripDetails = z.object({
  destination: words(120),
  zone: z.enum(tripZones).default('schengen'),
  leaves_on: day.nullable().default(null),
  returns_on: day.nullable().default(null),
  travellers: z.int().min(1).max(500).default(1),
  passport: words(30),
})
export type TripDetails = z.output<typeof tripDetails>

/** Somebody insured in their person. */
export const personDetails = z.object({
  name: words(200),
  birth_date: day.nullable().default(null),
  profession: words(120),
  /** Of a group: how many persons it holds. */
  persons: z.int().min(1).max(1_000_000).default(1),
})
export type PersonDetails = z.output<typeof personDetails>

export const transportModes = ['sea', 'land', 'air', 'rail'] as const

/** Goods on their way. */
export const goodsDetails = z.object({
  description: words(200),
  from_place: words(120),
  to_place: words(120),
  mode: z.enum(transportModes).default('sea'),
  packaging: words(80),
  weight_kg: z.int().min(0).max(1_000_000_000).nullable().default(null),
  invoice_centimes: centimes.min(0).nullable().default(null),
})
export type GoodsDetails = z.output<typeof goodsDetails>

/** What has no kind of its own. */
export const otherDetails = z.object({ description: words(200) })
export type OtherDetails = z.output<typeof otherDetails>
