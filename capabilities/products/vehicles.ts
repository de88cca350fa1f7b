import { powerBands, type GridUsage } from '#capabilities/organization/parameter-kinds.ts'

/** Kinds of vehicles («genres») as the market's systems number them. */
export const vehicleCategories = [
  '00',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '09',
  '10',
  '19',
  '30',
  '32',
  '34',
  '35',
  '36',
  '45',
  '46',
  '47',
  '49',
  '50',
  '54',
] as const
export type VehicleCategory = (typeof vehicleCategories)[number]

/** Usages of vehicles as the market's systems number them: business, private, trade, taxi, … */
export const vehicleUsages = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'] as const
export type VehicleUsage = (typeof vehicleUsages)[number]

const pricedUsages: Partial<Record<string, GridUsage>> = { '00': 'business', '01': 'private', '02': 'trade', '03': 'taxi' }

/** The column of the compulsory tariff for a usage; null for those that it does not price. */
export const gridUsageOf = (usage: string): GridUsage | null => pricedUsages[usage] ?? null

/** Kinds of vehicles that the compulsory tariff prices: private cars, with or without trailer. */
export const isPricedByGrid = (category: string): boolean => category === '00' || category === '19'

/** Where a power (1 and more) stands in the bands of the compulsory tariff, from 0. */
export const powerBandOf = (power: number): number => powerBands.findIndex((most) => most === null || power <= most)

const twoWheels = new Set(['02', '03', '05', '06', '07', '09'])

/** What the vehicle tax distinguishes. */
export const taxClassOf = (category: string): 'touring' | 'two_wheels' | 'other' =>
  category === '00' || category === '19' ? 'touring' : twoWheels.has(category) ? 'two_wheels' : 'other'
