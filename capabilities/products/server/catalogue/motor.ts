import { assistance, defence, extensionCodes, motorGuarantees, tradeAssistance } from './motor-guarantees.ts'
import { formula, guarantee, ownTariff, product, rate, type SeedProduct, type SeedRate } from './shape.ts'

const everyDuration = ['12m', '6m', '3m', '1m', '20d', '10d', '3d']
const coefficients: Readonly<Record<string, number>> = {
  '12m': 100_00,
  '6m': 55_00,
  '3m': 35_00,
  '1m': 25_00,
  '20d': 18_00,
  '10d': 10_00,
  '3d': 5_00,
}

const rates = (...more: readonly SeedRate[]): readonly SeedRate[] => [
  rate('fee', { amount_centimes: 500_00 }, ownTariff),
  rate('stamp', { sheets: 1 }, 'Code du timbre'),
  rate('durations', { coefficients: Object.entries(coefficients).map(([code, percent]) => ({ code, percent })) }, ownTariff),
  rate(
    'surcharges',
    { young_age: 25, young_percent: 15_00, licence_years: 1, licence_percent: 25_00, flammable_percent: 25_00 },
    ownTariff,
  ),
  rate(
    'commission',
    {
      compulsory: { acquisition_percent: 8_00, management_percent: 4_00 },
      optional: { acquisition_percent: 12_00, management_percent: 6_00 },
    },
    ownTariff,
  ),
  rate(
    'deductibles',
    {
      with_third_party: [5_00, 10_00, 15_00, 20_00].map((percent) => ({ percent, minimum_centimes: 3_000_00 })),
      alone: [
        { percent: 15_00, minimum_centimes: 3_000_00 },
        { percent: 20_00, minimum_centimes: 3_000_00 },
        { percent: 25_00, minimum_centimes: 30_000_00 },
        { percent: 30_00, minimum_centimes: 45_000_00 },
      ],
    },
    ownTariff,
  ),
  ...more,
]

const formulas: SeedProduct['formulas'] = [
  formula('RC_SIMPLE', 'RC simple', 'المسؤولية المدنية فقط', ['RC', 'DR'], ['PT', 'BDG', 'ASS']),
  formula('TIERS_PLUS', 'Tiers +', 'الغير بلس', ['RC', 'DR', 'BDG', 'VIV'], ['PT', 'ASS', ...extensionCodes]),
  formula('DOM_COLLISION', 'Dommages-collision', 'أضرار التصادم', ['RC', 'DR', 'BDG', 'VIV', 'DC'], ['PT', 'ASS', ...extensionCodes]),
  formula(
    'DOM_COLLISION_VV',
    'Dommages-collision, valeur vénale',
    'أضرار التصادم بالقيمة السوقية',
    ['RC', 'DR', 'BDG', 'VIV', 'DCVV'],
    ['PT', 'ASS', ...extensionCodes],
  ),
  formula(
    'TOUS_ACCIDENTS',
    'Tous accidents plafonnée',
    'جميع الحوادث بسقف محدد',
    ['RC', 'DR', 'BDG', 'VIV', 'DASCP', 'PT'],
    ['ASS', ...extensionCodes],
  ),
  formula('TOUS_RISQUES', 'Tous risques', 'جميع الأخطار', ['RC', 'DR', 'DASC', 'VIV', 'BDG', 'PT'], ['ASS', ...extensionCodes]),
]

const motor = (of: Pick<SeedProduct, 'code' | 'name' | 'name_ar'> & Partial<SeedProduct>): SeedProduct =>
  product({
    branch: '11',
    category: '1110',
    object_kind: 'vehicle',
    compulsory: true,
    cash_rule: 'warn',
    tariff: 'motor',
    durations: everyDuration,
    guarantees: motorGuarantees(),
    formulas,
    rates: rates(),
    ...of,
  })

export const motorProducts: readonly SeedProduct[] = [
  motor({ code: 'AUTO_PART', name: 'Automobile – Particuliers', name_ar: 'تأمين السيارات – الأفراد', clientele: 'individual' }),
  motor({
    code: 'AUTO_OTO_LAKI',
    name: 'Automobile – OTO Laki',
    name_ar: 'تأمين السيارات – أوتو لاكِ',
    clientele: 'individual',
    durations: ['12m'],
    description:
      'Tous risques pour véhicules particuliers de dix ans au plus, d’une valeur de 800 000 DA ou plus ; assistance Tranquillité Plus comprise.',
    formulas: [formula('TOUS_RISQUES', 'Tous risques', 'جميع الأخطار', ['RC', 'DR', 'DASC', 'VIV', 'BDG', 'PT', 'ASS'], extensionCodes)],
    guarantees: motorGuarantees(
      guarantee('ASS', 'Assistance', 'المساعدة', {
        by: 'offers',
        offers: [{ code: 'TP', name: 'Tranquillité Plus', name_ar: 'الطمأنينة بلس', amount_centimes: 4_500_00 }],
      }),
    ),
  }),
  motor({
    code: 'AUTO_FLOTTE',
    name: 'Flotte automobile',
    name_ar: 'أسطول السيارات',
    category: '1111',
    clientele: 'company',
    durations: ['12m', '6m', '3m', '1m'],
    guarantees: motorGuarantees(tradeAssistance),
    rates: rates(rate('reductions', { cap_percent: 77_00 }, 'Usage des flottes, à vérifier')),
  }),
  motor({
    code: 'DEUX_ROUES',
    name: 'Deux-roues (moto, scooter)',
    name_ar: 'الدراجات النارية',
    clientele: 'individual',
    durations: ['12m', '6m', '3m', '1m'],
    formulas: formulas.filter(({ code }) => code === 'RC_SIMPLE' || code === 'TIERS_PLUS'),
  }),
  motor({
    code: 'TAXI_TPV',
    name: 'Taxi et transport public de voyageurs',
    name_ar: 'سيارات الأجرة والنقل العمومي للمسافرين',
    category: '1114',
    clientele: 'professional',
    durations: ['12m', '6m', '3m', '1m'],
    guarantees: motorGuarantees(tradeAssistance),
  }),
  motor({
    code: 'TPM',
    name: 'Transport public de marchandises',
    name_ar: 'النقل العمومي للبضائع',
    category: '1114',
    clientele: 'professional',
    durations: ['12m', '6m', '3m', '1m'],
    guarantees: motorGuarantees(tradeAssistance),
  }),
  product({
    code: 'ASSIST_AUTO',
    name: 'Assistance automobile',
    name_ar: 'مساعدة السيارات',
    branch: '18',
    object_kind: 'vehicle',
    guarantees: [assistance, defence],
    formulas: [formula('ASSISTANCE', 'Assistance', 'المساعدة', ['ASS'], ['DR'])],
    rates: [
      rate('fee', { amount_centimes: 500_00 }, ownTariff),
      rate('commission', {
        compulsory: { acquisition_percent: 10_00, management_percent: 4_00 },
        optional: { acquisition_percent: 10_00, management_percent: 4_00 },
      }),
    ],
  }),
]
