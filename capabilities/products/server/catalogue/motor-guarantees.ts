import type { VehicleCategory } from '../../vehicles.ts'
import { guarantee, type SeedGuarantee } from './shape.ts'

/** Yearly third-party premiums of vehicles that the tariff of private cars does not price, before its coefficient. */
const otherVehicles: readonly (readonly [VehicleCategory, number])[] = [
  ['01', 420_00],
  ['02', 1_050_00],
  ['03', 1_350_00],
  ['04', 2_650_00],
  ['05', 620_00],
  ['06', 1_050_00],
  ['07', 1_280_00],
  ['09', 720_00],
  ['10', 2_450_00],
  ['30', 6_200_00],
  ['32', 4_600_00],
  ['34', 7_400_00],
  ['35', 9_300_00],
  ['36', 7_900_00],
  ['45', 3_600_00],
  ['46', 3_600_00],
  ['47', 3_100_00],
  ['49', 3_900_00],
  ['50', 1_900_00],
  ['54', 1_900_00],
]

export const liability: SeedGuarantee = guarantee(
  'RC',
  'Responsabilité civile',
  'المسؤولية المدنية',
  { by: 'motor_grid', categories: otherVehicles.map(([category, amount]) => ({ category, amount_centimes: amount })) },
  { compulsory: true, basis: 'Ord. 74-15 ; barème du marché pour les véhicules particuliers' },
)
export const defence = guarantee('DR', 'Défense et recours', 'الدفاع والمتابعة', { by: 'amount', amount_centimes: 300_00 })

const collisionCaps = [10_000_00, 20_000_00, 30_000_00, 50_000_00, 100_000_00]
const collision = guarantee(
  'DC',
  'Dommages-collision (plafonnée)',
  'أضرار التصادم (بسقف محدد)',
  {
    by: 'offers',
    offers: [1_100_00, 2_000_00, 2_800_00, 4_200_00, 7_200_00].map((amount, at) => ({
      code: String((collisionCaps[at] ?? 0) / 1_000_00),
      name: `Plafond ${((collisionCaps[at] ?? 0) / 100).toLocaleString('fr-FR')} DA`,
      limit_centimes: collisionCaps[at] ?? null,
      amount_centimes: amount,
    })),
  },
  { limit_choices: collisionCaps },
)
const collisionValue = guarantee('DCVV', 'Dommages-collision (valeur vénale)', 'أضرار التصادم (القيمة السوقية)', {
  by: 'share',
  of: 'object_value',
  per_million: 25_000,
})
const allDamage = guarantee(
  'DASC',
  'Dommages avec ou sans collision',
  'الأضرار بتصادم أو بدونه',
  // Half of the five per cent is given away by the tariff; no reduction goes below what is left.
  { by: 'share', of: 'object_value', per_million: 50_000, rebate: 50_00, least_per_million: 25_000 },
  { deductible_rate: 5_00, deductible_centimes: 3_000_00 },
)
const damageCaps = [200_000_00, 300_000_00, 500_000_00, 800_000_00]
const cappedDamage = guarantee(
  'DASCP',
  'Dommages tous accidents (plafonnée)',
  'أضرار جميع الحوادث (بسقف محدد)',
  { by: 'share', of: 'limit', per_million: 50_000, rebate: 30_00, least_per_million: 25_000 },
  { deductible_rate: 5_00, deductible_centimes: 3_000_00, limit_centimes: damageCaps[0] ?? null, limit_choices: damageCaps },
)
const theft = guarantee('VIV', 'Vol et incendie du véhicule', 'سرقة المركبة وحريقها', {
  by: 'share',
  of: 'object_value',
  per_million: 10_000,
  beside: { code: 'DASC', per_million: 5_000 },
})
const glass = guarantee('BDG', 'Bris de glaces', 'كسر الزجاج', {
  by: 'bands',
  bands: [
    { up_to_centimes: 1_000_000_00, amount_centimes: 1_000_00 },
    { up_to_centimes: 3_000_000_00, amount_centimes: 1_500_00 },
    { up_to_centimes: null, amount_centimes: 2_000_00 },
  ],
})

/** Formulas A to F of persons carried: death benefit and premium; medical costs are in the conditions. */
const carried = [
  ['A', 10_000_00, 107_00],
  ['B', 20_000_00, 205_00],
  ['C', 35_000_00, 350_00],
  ['D', 75_000_00, 735_00],
  ['E', 125_000_00, 1_215_00],
  ['F', 200_000_00, 1_940_00],
] as const
const persons = guarantee(
  'PT',
  'Personnes transportées',
  'الأشخاص المنقولون',
  {
    by: 'offers',
    offers: carried.map(([code, limit, amount]) => ({
      code,
      name: `Formule ${code}`,
      name_ar: `الصيغة ${code}`,
      limit_centimes: limit,
      amount_centimes: amount,
    })),
  },
  { limit_choices: carried.map(([, limit]) => limit) },
)

const packs = (amounts: readonly [number, number, number, number]) =>
  guarantee('ASS', 'Assistance', 'المساعدة', {
    by: 'offers',
    offers: [
      { code: 'SM', name: 'Sir Mhanni', name_ar: 'سير مهني', amount_centimes: amounts[0] },
      { code: 'TR', name: 'Tranquillité', name_ar: 'الطمأنينة', amount_centimes: amounts[1] },
      { code: 'TP', name: 'Tranquillité Plus', name_ar: 'الطمأنينة بلس', amount_centimes: amounts[2] },
      { code: 'LI', name: 'Liberté', name_ar: 'الحرية', amount_centimes: amounts[3] },
    ],
  })
export const assistance = packs([1_000_00, 2_400_00, 4_500_00, 6_500_00])
export const tradeAssistance = packs([1_490_00, 2_990_00, 4_990_00, 10_000_00])

const ofValue = (perMillion: number) => ({ by: 'share', of: 'object_value', per_million: perMillion }) as const
const extensions = [
  guarantee('EMP', 'Émeutes et mouvements populaires', 'أعمال الشغب والحركات الشعبية', ofValue(500)),
  guarantee('TERR', 'Terrorisme et sabotage', 'الإرهاب والتخريب', ofValue(500)),
  guarantee('TG', 'Tempête et grêle', 'العواصف والبَرَد', ofValue(500)),
  guarantee('CATNAT', 'Catastrophes naturelles (véhicule)', 'الكوارث الطبيعية (المركبة)', ofValue(1_000)),
  guarantee(
    'PEA',
    'Équipement audio et accessoires',
    'التجهيزات السمعية والملحقات',
    { by: 'share', of: 'limit', per_million: 50_000 },
    { limit_centimes: 50_000_00, limit_choices: [20_000_00, 50_000_00, 100_000_00] },
  ),
]
export const extensionCodes = extensions.map(({ code }) => code)

/** Everything that a car may be covered for, in the order of the contract. */
export const motorGuarantees = (packsOffered: SeedGuarantee = assistance): readonly SeedGuarantee[] => [
  liability,
  defence,
  collision,
  collisionValue,
  allDamage,
  cappedDamage,
  theft,
  glass,
  persons,
  packsOffered,
  ...extensions,
]
