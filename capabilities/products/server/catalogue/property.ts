import { commission, formula, guarantee, ownTariff, product, rate, wholeCover, type SeedProduct } from './shape.ts'

/** Everything but the family's liability is sold forty per cent below its tariff. */
const homeRebate = 40_00
const home = product({
  code: 'MRH',
  name: 'Multirisque habitation',
  name_ar: 'التأمين متعدد الأخطار للسكن',
  branch: '12',
  category: '1221',
  object_kind: 'home',
  renewal: 'tacit',
  clientele: 'individual',
  tariff: 'home',
  guarantees: [
    guarantee('INC', 'Incendie et explosions', 'الحريق والانفجارات', {
      by: 'home_fire',
      owner_per_million: 500,
      tenant_per_million: 300,
      contents_per_million: 900,
      rebate: homeRebate,
    }),
    guarantee('VOL', 'Vol', 'السرقة', { by: 'share', of: 'contents', per_million: 1_000, rebate: homeRebate }),
    guarantee('DDE', 'Dégâts des eaux', 'أضرار المياه', {
      by: 'share',
      of: 'contents',
      per_million: 900,
      rebate: homeRebate,
      terrace_percent: 150_00,
    }),
    guarantee('BDG', 'Bris de glaces', 'كسر الزجاج', { by: 'rooms', amount_centimes: 100_00, rebate: homeRebate }),
    guarantee('RCF', 'Responsabilité civile chef de famille', 'المسؤولية المدنية لرب الأسرة', {
      by: 'dwelling',
      individual_centimes: 200_00,
      collective_centimes: 100_00,
    }),
  ],
  formulas: [
    formula('MRH_BASE', 'MRH', 'متعدد الأخطار', ['INC', 'DDE', 'RCF'], ['BDG']),
    formula('MRH_PLUS', 'MRH +', 'متعدد الأخطار بلس', ['INC', 'VOL', 'DDE', 'BDG', 'RCF']),
  ],
  rates: [
    rate('fee', { amount_centimes: 500_00 }, ownTariff),
    rate('stamp', { sheets: 3 }, 'Code du timbre'),
    rate(
      'dwelling',
      {
        first_room_m2: 35,
        room_m2: 15,
        individual_m2_centimes: 60_000_00,
        collective_m2_centimes: 40_000_00,
        least_contents_centimes: 200_000_00,
        most_contents_centimes: 5_000_000_00,
        most_rooms: 15,
      },
      ownTariff,
    ),
    commission(20_00, 10_00),
  ],
})

const catnatLaw = 'Ord. 03-12 ; arrêté de 2017 (JO 45/2017)'
type Pair = readonly [conforming: number, other: number]
const zones = (rates: readonly [Pair, Pair, Pair, Pair, Pair]) => {
  const of = ([conforming, other]: Pair) => ({ conforming, other })
  return { '0': of(rates[0]), '1': of(rates[1]), '2a': of(rates[2]), '2b': of(rates[3]), '3': of(rates[4]) }
}
const dwellingZones = zones([
  [550, 550],
  [600, 650],
  [650, 800],
  [700, 1_000],
  [750, 1_250],
])
const tradeZones = zones([
  [370, 370],
  [400, 430],
  [430, 530],
  [470, 670],
  [500, 830],
])

const catnat = (of: {
  code: string
  name: string
  arabic: string
  kind: 'home' | 'business' | 'building'
  clientele: SeedProduct['clientele']
  dwelling: boolean
}): SeedProduct => {
  const guarantees = [
    guarantee(
      'CATNAT',
      'Effets des catastrophes naturelles',
      'آثار الكوارث الطبيعية',
      {
        by: 'seismic',
        zones: of.dwelling ? dwellingZones : tradeZones,
        irregular_percent: 20_00,
        least_centimes: of.dwelling ? 1_500_00 : 2_500_00,
      },
      {
        compulsory: true,
        deductible_rate: of.dwelling ? 2_00 : 10_00,
        deductible_of: 'sum',
        deductible_centimes: of.dwelling ? 30_000_00 : null,
        basis: catnatLaw,
      },
    ),
  ]
  return product({
    code: of.code,
    name: of.name,
    name_ar: of.arabic,
    branch: '12',
    category: of.dwelling ? '1200' : '1201',
    object_kind: of.kind,
    compulsory: true,
    clientele: of.clientele,
    cash_rule: 'warn',
    tariff: 'catnat',
    description: of.dwelling
      ? 'Séisme, inondations et coulées de boue, tempêtes et vents violents, mouvements de terrain ; indemnité jusqu’à 80 % de la valeur assurée.'
      : 'Séisme, inondations et coulées de boue, tempêtes et vents violents, mouvements de terrain ; indemnité jusqu’à 50 % de la valeur assurée.',
    guarantees,
    formulas: wholeCover(guarantees),
    rates: [
      rate('fee', { amount_centimes: 1_000_00 }, ownTariff),
      rate('vat', { percent: 0 }, 'Exonération Cat-Nat'),
      rate('stamp', { sheets: 2 }, 'Code du timbre'),
      rate(
        'normative_values',
        {
          individual_centimes: { '0': 28_000_00, '1': 31_000_00, '2a': 35_000_00, '2b': 39_000_00, '3': 47_000_00 },
          collective_centimes: { '0': 25_000_00, '1': 28_000_00, '2a': 31_000_00, '2b': 35_000_00, '3': 38_000_00 },
        },
        catnatLaw,
      ),
      commission(10_00, 4_00),
    ],
  })
}

const ofLimit = (perMillion: number, least = 0) => ({ by: 'share', of: 'limit', per_million: perMillion, least_centimes: least }) as const
const businessGuarantees = [
  guarantee('INC', 'Incendie et explosions', 'الحريق والانفجارات', ofLimit(1_200), { limit_centimes: 5_000_000_00 }),
  guarantee('VOL', 'Vol', 'السرقة', ofLimit(2_500), { limit_centimes: 1_000_000_00, deductible_rate: 10_00 }),
  guarantee('DDE', 'Dégâts des eaux', 'أضرار المياه', ofLimit(1_000), { limit_centimes: 1_000_000_00 }),
  guarantee('BDG', 'Bris de glaces', 'كسر الزجاج', ofLimit(20_000), { limit_centimes: 100_000_00 }),
  guarantee('DE', 'Dommages électriques', 'الأضرار الكهربائية', ofLimit(3_000), { limit_centimes: 500_000_00 }),
  guarantee('PE', 'Pertes d’exploitation', 'خسائر الاستغلال', ofLimit(1_500), { limit_centimes: 2_000_000_00 }),
  guarantee('RCE', 'Responsabilité civile exploitation', 'المسؤولية المدنية للاستغلال', ofLimit(800, 1_500_00), {
    limit_centimes: 2_000_000_00,
  }),
]

export const propertyProducts: readonly SeedProduct[] = [
  home,
  catnat({
    code: 'CATNAT_HAB',
    name: 'Catastrophes naturelles – Habitation',
    arabic: 'الكوارث الطبيعية – السكن',
    kind: 'home',
    clientele: 'all',
    dwelling: true,
  }),
  catnat({
    code: 'CATNAT_COM',
    name: 'Catastrophes naturelles – Commerce',
    arabic: 'الكوارث الطبيعية – التجارة',
    kind: 'business',
    clientele: 'professional',
    dwelling: false,
  }),
  catnat({
    code: 'CATNAT_IND',
    name: 'Catastrophes naturelles – Industrie',
    arabic: 'الكوارث الطبيعية – الصناعة',
    kind: 'building',
    clientele: 'company',
    dwelling: false,
  }),
  product({
    code: 'MRP',
    name: 'Multirisque professionnelle',
    name_ar: 'التأمين متعدد الأخطار المهني',
    branch: '12',
    category: '1223',
    object_kind: 'business',
    renewal: 'tacit',
    clientele: 'professional',
    guarantees: businessGuarantees,
    formulas: [
      formula('MRP_BASE', 'Essentielle', 'الأساسية', ['INC', 'DDE', 'RCE'], ['VOL', 'BDG', 'DE']),
      formula('MRP_CONFORT', 'Confort', 'الراحة', ['INC', 'VOL', 'DDE', 'BDG', 'RCE'], ['DE', 'PE']),
      formula(
        'MRP_COMPLETE',
        'Complète',
        'الكاملة',
        businessGuarantees.map(({ code }) => code),
      ),
    ],
    rates: [rate('fee', { amount_centimes: 500_00 }, ownTariff), rate('stamp', { sheets: 3 }, 'Code du timbre'), commission(20_00, 10_00)],
  }),
  product({
    code: 'INC_RI',
    name: 'Incendie – Risques industriels',
    name_ar: 'الحريق – الأخطار الصناعية',
    branch: '12',
    category: '1213',
    object_kind: 'building',
    clientele: 'company',
    guarantees: [
      guarantee('INC', 'Incendie et explosions', 'الحريق والانفجارات'),
      guarantee('PE', 'Pertes d’exploitation', 'خسائر الاستغلال'),
    ],
    formulas: [formula('INCENDIE', 'Incendie', 'الحريق', ['INC'], ['PE'])],
    rates: [rate('fee', { amount_centimes: 500_00 }, ownTariff), rate('stamp', { sheets: 3 }, 'Code du timbre'), commission(8_00, 4_00)],
  }),
]
