import { parseCentimes } from '#kernel/shared/money.ts'
import type { Product, ProductFormula } from '../../contract.ts'
import type { GuaranteeChoice, PremiumAskInput, Risk } from '../../premium.ts'
import type { GuaranteeRate } from '../../rates.ts'
import type { Tariff } from '../../tariff.ts'
import type { VehicleCategory, VehicleUsage } from '../../vehicles.ts'

/** What a person types to simulate a premium. Amounts in dinars, as they write them. */
export interface SimulatorTexts {
  readonly day: string
  readonly formula: string
  readonly duration: string
  readonly category: VehicleCategory
  readonly usage: VehicleUsage
  readonly power: string
  readonly zone: 'N' | 'S'
  readonly value: string
  readonly driver_age: string
  readonly licence_years: string
  readonly flammable: boolean
  readonly rooms: string
  readonly dwelling: 'individual' | 'collective'
  readonly occupancy: 'owner' | 'tenant'
  readonly contents: string
  readonly building: string
  readonly terrace: boolean
  readonly seismic_zone: '0' | '1' | '2a' | '2b' | '3'
  readonly conforming: boolean
  readonly permitted: boolean
  readonly surface: string
  readonly convention: string
  readonly commercial: string
  readonly vehicle_tax_paid: boolean
  /** Codes of the options taken. */
  readonly options: readonly string[]
  /** By guarantee: the offer chosen, the limit or the premium typed. */
  readonly offers: Readonly<Record<string, string>>
  readonly limits: Readonly<Record<string, string>>
  readonly premiums: Readonly<Record<string, string>>
}

/** An ordinary risk, so that a premium stands there from the beginning. */
export const firstTexts = (product: Product, today: string): SimulatorTexts => ({
  day: today,
  formula: product.formulas.find(({ active }) => active)?.code ?? '',
  duration: product.durations[0] ?? '12m',
  category: product.code === 'DEUX_ROUES' ? '06' : '00',
  usage: product.code === 'TAXI_TPV' ? '03' : '01',
  power: '6',
  zone: 'N',
  value: product.object_kind === 'vehicle' ? '2 000 000' : '',
  driver_age: '35',
  licence_years: '10',
  flammable: false,
  rooms: '4',
  dwelling: 'collective',
  occupancy: 'owner',
  contents: '1 000 000',
  building: '',
  terrace: false,
  seismic_zone: '2a',
  conforming: true,
  permitted: true,
  surface: '100',
  convention: '',
  commercial: '',
  vehicle_tax_paid: false,
  options: [],
  offers: {},
  limits: {},
  premiums: {},
})

const amountOf = (text: string): number | null => (text.trim() === '' ? null : parseCentimes(text))
const countOf = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)
/** Per cents as hundredths; nothing where nothing is typed. */
const rateOf = (text: string): number => Math.min(10_000, Math.max(0, parseCentimes(text) ?? 0))

/** The guarantees of a formula and of the options taken, in the product's order. */
export const takenCodes = (product: Product, formula: ProductFormula | undefined, options: readonly string[]): readonly string[] =>
  product.guarantees
    .map(({ code }) => code)
    .filter((code) => formula?.guarantees.includes(code) || (formula?.options.includes(code) && options.includes(code)))

const choiceOf = (code: string, rate: GuaranteeRate | undefined, texts: SimulatorTexts): GuaranteeChoice => ({
  code,
  offer: rate?.by === 'offers' ? (texts.offers[code] ?? rate.offers[0]?.code ?? null) : null,
  limit_centimes: amountOf(texts.limits[code] ?? ''),
  premium_centimes: amountOf(texts.premiums[code] ?? ''),
})

const riskOf = (product: Product, texts: SimulatorTexts): Risk | null => {
  if (product.tariff === 'motor') {
    const power = countOf(texts.power)
    return power === null || power < 1
      ? null
      : {
          is: 'motor',
          category: texts.category,
          usage: texts.usage,
          power,
          zone: texts.zone,
          value_centimes: amountOf(texts.value),
          driver_age: countOf(texts.driver_age),
          licence_years: countOf(texts.licence_years),
          flammable: texts.flammable,
        }
  }
  if (product.tariff === 'home') {
    const rooms = countOf(texts.rooms)
    const contents = amountOf(texts.contents)
    return rooms === null || rooms < 1 || contents === null
      ? null
      : {
          is: 'home',
          rooms,
          dwelling: texts.dwelling,
          occupancy: texts.occupancy,
          contents_centimes: contents,
          building_centimes: amountOf(texts.building),
          terrace: texts.terrace,
        }
  }
  if (product.tariff === 'catnat')
    return {
      is: 'catnat',
      seismic_zone: texts.seismic_zone,
      conforming: texts.conforming,
      permitted: texts.permitted,
      dwelling: texts.dwelling,
      surface_m2: countOf(texts.surface),
      sum_centimes: amountOf(texts.value),
    }
  return { is: 'other', value_centimes: amountOf(texts.value) }
}

/** What is asked of the tariff; null while something needed is missing or is no number. */
export const askOf = (product: Product, tariff: Tariff, texts: SimulatorTexts): PremiumAskInput | null => {
  const formula = product.formulas.find(({ code }) => code === texts.formula)
  const risk = riskOf(product, texts)
  const codes = takenCodes(product, formula, texts.options)
  if (risk === null || codes.length === 0) return null
  return {
    duration: texts.duration,
    risks: [risk],
    guarantees: codes.map((code) => choiceOf(code, tariff.prices[code], texts)),
    convention_rate: rateOf(texts.convention),
    commercial_rate: rateOf(texts.commercial),
    vehicle_tax_paid: texts.vehicle_tax_paid,
  }
}
