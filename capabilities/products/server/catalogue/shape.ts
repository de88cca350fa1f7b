import type { z } from 'zod'
import type { ProductCard, ProductFormula, ProductGuarantee } from '../../product-shapes.ts'
import { guaranteeRate, type GuaranteeRate, type productRates, type ProductRateCode } from '../../rates.ts'

/** Since when the program's own rates count, and whose they are where no text fixes them. */
export const since = '2010-01-01'
export const ownTariff = 'Tarif de la compagnie, à vérifier'

export interface SeedGuarantee extends Omit<ProductGuarantee, 'id' | 'position'> {
  /** Its price; entered by hand where the catalogue knows none. */
  readonly rate: GuaranteeRate
  readonly basis: string | null
}

export interface SeedRate {
  readonly code: ProductRateCode
  readonly from: string
  readonly value: unknown
  readonly basis: string | null
}

export interface SeedProduct extends Omit<ProductCard, 'id' | 'active' | 'partner_name'> {
  readonly category: string | null
  readonly description: string | null
  readonly guarantees: readonly SeedGuarantee[]
  readonly formulas: readonly Omit<ProductFormula, 'id' | 'position' | 'active'>[]
  readonly rates: readonly SeedRate[]
}

/** A guarantee with its names and price; `more` says what it has besides. */
export const guarantee = (
  code: string,
  name: string,
  arabic: string,
  price: z.input<typeof guaranteeRate> = { by: 'entry' },
  more: Partial<Omit<SeedGuarantee, 'code' | 'rate'>> = {},
): SeedGuarantee => ({
  code,
  name,
  name_ar: arabic,
  compulsory: false,
  limit_centimes: null,
  deductible_centimes: null,
  deductible_rate: null,
  deductible_of: 'loss',
  limit_choices: [],
  rate: guaranteeRate.parse(price),
  basis: price.by === 'entry' ? null : ownTariff,
  ...more,
})

/** A rate of the product itself. */
export const rate = <C extends ProductRateCode>(
  code: C,
  value: z.output<(typeof productRates)[C]>,
  basis: string | null = null,
): SeedRate => ({ code, from: since, value, basis })

/** A formula by what it holds and what may be added. */
export const formula = (
  code: string,
  name: string,
  arabic: string,
  guarantees: readonly string[],
  options: readonly string[] = [],
): SeedProduct['formulas'][number] => ({ code, name, name_ar: arabic, guarantees: [...guarantees], options: [...options] })

/** The same commission whatever the guarantee, in hundredths of a per cent. */
export const commission = (acquisition: number, management: number): SeedRate =>
  rate('commission', {
    compulsory: { acquisition_percent: acquisition, management_percent: management },
    optional: { acquisition_percent: acquisition, management_percent: management },
  })

/** A product as most are: of a year, for everybody, carried by the company, priced by hand. */
export const product = (
  of: Pick<SeedProduct, 'code' | 'name' | 'name_ar' | 'branch' | 'guarantees' | 'rates'> & Partial<SeedProduct>,
): SeedProduct => ({
  category: null,
  description: null,
  object_kind: 'none',
  compulsory: false,
  renewal: 'on_request',
  durations: ['12m'],
  clientele: 'all',
  carrier: 'own',
  cash_rule: 'allow',
  tariff: 'typed',
  formulas: [],
  ...of,
})

/** One formula that holds everything that the product covers. */
export const wholeCover = (guarantees: readonly SeedGuarantee[]): SeedProduct['formulas'] => [
  formula(
    'COMPLETE',
    'Formule complète',
    'الصيغة الكاملة',
    guarantees.map(({ code }) => code),
  ),
]
