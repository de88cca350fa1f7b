import { commission, formula, guarantee, ownTariff, product, rate, wholeCover, type SeedGuarantee, type SeedProduct } from './shape.ts'

const usual = (acquisition = 10_00, management = 4_00) => [
  rate('fee', { amount_centimes: 500_00 }, ownTariff),
  rate('stamp', { sheets: 2 }, 'Code du timbre'),
  commission(acquisition, management),
]

/** A product whose guarantees are priced by hand, all of them in one formula. */
const typed = (
  of: Pick<SeedProduct, 'code' | 'name' | 'name_ar' | 'branch'> & Partial<SeedProduct> & { readonly guarantees: readonly SeedGuarantee[] },
): SeedProduct => product({ rates: usual(), formulas: wholeCover(of.guarantees), ...of })

/** Insurance of persons: carried by another company, exempt of value-added tax. */
const forPartner = (
  of: Pick<SeedProduct, 'code' | 'name' | 'name_ar'> & Partial<SeedProduct> & { readonly guarantees: readonly SeedGuarantee[] },
): SeedProduct =>
  typed({
    branch: '90',
    object_kind: 'person',
    carrier: 'partner',
    rates: [...usual(), rate('vat', { percent: 0 }, 'Assurances de personnes exonérées')],
    ...of,
  })

export const otherProducts: readonly SeedProduct[] = [
  typed({
    code: 'RC_PRO',
    name: 'Responsabilité civile professionnelle',
    name_ar: 'المسؤولية المدنية المهنية',
    branch: '14',
    category: '14111',
    object_kind: 'business',
    renewal: 'tacit',
    clientele: 'professional',
    description: 'Obligatoire pour certaines activités (ord. 95-07, art. 163 à 172).',
    guarantees: [
      guarantee('RCP', 'Responsabilité civile professionnelle', 'المسؤولية المدنية المهنية'),
      guarantee('RCE', 'Responsabilité civile exploitation', 'المسؤولية المدنية للاستغلال'),
    ],
  }),
  typed({
    code: 'RC_GEN',
    name: 'Responsabilité civile générale',
    name_ar: 'المسؤولية المدنية العامة',
    branch: '14',
    category: '14111',
    object_kind: 'business',
    renewal: 'tacit',
    clientele: 'company',
    description: 'Obligatoire pour les établissements recevant du public (ord. 95-07, art. 163 à 172).',
    guarantees: [
      guarantee('RCE', 'Responsabilité civile exploitation', 'المسؤولية المدنية للاستغلال'),
      guarantee('RCPR', 'Responsabilité civile produits', 'المسؤولية المدنية عن المنتجات'),
    ],
  }),
  product({
    code: 'PLAISANCE',
    name: 'Bateau de plaisance',
    name_ar: 'قوارب النزهة',
    branch: '34',
    object_kind: 'boat',
    compulsory: true,
    clientele: 'individual',
    cash_rule: 'warn',
    guarantees: [
      guarantee('RC', 'Responsabilité civile', 'المسؤولية المدنية', { by: 'amount', amount_centimes: 6_000_00 }, { compulsory: true }),
      guarantee(
        'CORPS',
        'Pertes et avaries du bateau',
        'هلاك القارب وأضراره',
        { by: 'share', of: 'object_value', per_million: 15_000 },
        { deductible_rate: 10_00 },
      ),
      guarantee('VIM', 'Vol et incendie du moteur', 'سرقة المحرك وحريقه', { by: 'share', of: 'object_value', per_million: 4_000 }),
      guarantee('PT', 'Personnes à bord', 'الأشخاص على متن القارب', { by: 'amount', amount_centimes: 1_200_00 }),
    ],
    formulas: [
      formula('RC_SIMPLE', 'RC simple', 'المسؤولية المدنية فقط', ['RC'], ['PT']),
      formula('TOUS_RISQUES', 'Tous risques', 'جميع الأخطار', ['RC', 'CORPS', 'VIM', 'PT']),
    ],
    rates: usual(),
  }),
  product({
    code: 'PJ',
    name: 'Protection juridique',
    name_ar: 'الحماية القانونية',
    branch: '17',
    renewal: 'tacit',
    guarantees: [
      guarantee('PJ', 'Protection juridique', 'الحماية القانونية', {
        by: 'offers',
        offers: [
          { code: 'ES', name: 'Essentielle', name_ar: 'الأساسية', limit_centimes: 100_000_00, amount_centimes: 1_500_00 },
          { code: 'ET', name: 'Étendue', name_ar: 'الموسعة', limit_centimes: 300_000_00, amount_centimes: 3_000_00 },
        ],
      }),
    ],
    formulas: [formula('PJ', 'Protection juridique', 'الحماية القانونية', ['PJ'])],
    rates: usual(),
  }),
  typed({
    code: 'DECENNALE',
    name: 'Responsabilité décennale',
    name_ar: 'المسؤولية العشرية',
    branch: '13',
    object_kind: 'building',
    compulsory: true,
    clientele: 'company',
    cash_rule: 'warn',
    durations: ['120m'],
    guarantees: [guarantee('RCD', 'Responsabilité décennale', 'المسؤولية العشرية', { by: 'entry' }, { compulsory: true })],
  }),
  typed({
    code: 'TRC',
    name: 'Tous risques chantier',
    name_ar: 'جميع أخطار الورشات',
    branch: '13',
    object_kind: 'building',
    clientele: 'company',
    durations: ['12m', '24m', '36m', '6m'],
    guarantees: [guarantee('DOM', 'Dommages à l’ouvrage', 'أضرار المنشأة'), guarantee('RCE', 'Responsabilité civile', 'المسؤولية المدنية')],
  }),
  typed({
    code: 'BDM',
    name: 'Bris de machines',
    name_ar: 'عطب الآلات',
    branch: '15',
    object_kind: 'business',
    clientele: 'company',
    guarantees: [guarantee('BDM', 'Bris de machines', 'عطب الآلات'), guarantee('PE', 'Pertes d’exploitation', 'خسائر الاستغلال')],
  }),
  typed({
    code: 'FACULTES',
    name: 'Transport de facultés',
    name_ar: 'نقل البضائع',
    branch: '31',
    category: '3122',
    object_kind: 'goods',
    clientele: 'company',
    durations: ['1m', '12m'],
    description: 'Marchandises transportées par voie terrestre ou maritime ; obligatoire à l’importation.',
    guarantees: [guarantee('FAC', 'Avaries et pertes', 'العوار والخسائر'), guarantee('VOL', 'Vol et non-livraison', 'السرقة وعدم التسليم')],
    rates: usual(9_00, 4_00),
  }),
  typed({
    code: 'MR_AGRI',
    name: 'Multirisque agricole',
    name_ar: 'التأمين الفلاحي متعدد الأخطار',
    branch: '21',
    object_kind: 'farm',
    clientele: 'farmer',
    guarantees: [
      guarantee('REC', 'Récoltes : grêle et incendie', 'المحاصيل: البَرَد والحريق'),
      guarantee('BET', 'Mortalité du bétail', 'نفوق الماشية'),
      guarantee('MAT', 'Matériel agricole', 'العتاد الفلاحي'),
      guarantee('RCE', 'Responsabilité civile', 'المسؤولية المدنية'),
    ],
  }),
  forPartner({
    code: 'VOYAGE',
    name: 'Assurance voyage',
    name_ar: 'تأمين السفر',
    object_kind: 'trip',
    clientele: 'individual',
    durations: ['7d', '10d', '15d', '30d', '45d', '90d', '180d', '365d'],
    guarantees: [
      guarantee('MED', 'Frais médicaux et rapatriement', 'المصاريف الطبية والإعادة إلى الوطن'),
      guarantee('BAG', 'Perte de bagages', 'ضياع الأمتعة'),
    ],
  }),
  forPartner({
    code: 'SANTE',
    name: 'Complémentaire santé',
    name_ar: 'التأمين الصحي التكميلي',
    guarantees: [guarantee('SAN', 'Frais de santé', 'مصاريف الصحة')],
  }),
  forPartner({
    code: 'PREV_COLL',
    name: 'Prévoyance collective',
    name_ar: 'الاحتياط الجماعي',
    clientele: 'company',
    guarantees: [guarantee('DEC', 'Décès', 'الوفاة'), guarantee('INV', 'Incapacité et invalidité', 'العجز والإعاقة')],
  }),
  forPartner({
    code: 'IA',
    name: 'Individuelle accidents',
    name_ar: 'التأمين الفردي ضد الحوادث',
    guarantees: [
      guarantee('IA', 'Décès et invalidité par accident', 'الوفاة والعجز نتيجة حادث'),
      guarantee('FM', 'Frais médicaux', 'المصاريف الطبية'),
    ],
  }),
]
