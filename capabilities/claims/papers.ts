import { natureRules, type Nature } from './natures.ts'

/** Papers that a claim may ask for (`domain` §3.3). */
export const papers = [
  'declaration',
  'accident_report',
  'policy_copy',
  'driving_licence',
  'registration',
  'photos',
  'other_insurer_certificate',
  'repair_quote',
  'bank_details',
  'theft_complaint',
  'keys',
  'original_registration',
  'no_pledge_certificate',
  'not_found_report',
  'subrogation_receipt',
  'civil_protection_report',
  'inventory',
  'police_report',
  'first_medical_certificate',
  'consolidation_certificate',
  'family_record',
  'pay_slip',
  'death_certificate',
  'heirs_deed',
  'plumber_invoice',
  'lease_or_deed',
  'official_journal',
  'loss_estimate',
  'ctc_report',
  'third_party_claim',
  'loss_proof',
  'veterinary_certificate',
  'intervention_slip',
  'expert_report',
] as const
export type PaperCode = (typeof papers)[number]

/** A paper of a nature: `required` ones count as missing until they come or are waived. */
export interface Paper {
  readonly code: PaperCode
  readonly required: boolean
}

const required = (...codes: PaperCode[]): Paper[] => codes.map((code) => ({ code, required: true }))
const optional = (...codes: PaperCode[]): Paper[] => codes.map((code) => ({ code, required: false }))

const ownDamage = [
  ...required('accident_report', 'driving_licence', 'registration', 'photos', 'repair_quote', 'bank_details'),
  ...optional('policy_copy'),
]
const theft = [
  ...required('theft_complaint', 'keys', 'original_registration', 'no_pledge_certificate', 'not_found_report', 'subrogation_receipt'),
  ...optional('bank_details', 'policy_copy'),
]
const building = [...required('declaration', 'photos', 'repair_quote'), ...optional('lease_or_deed', 'bank_details')]

const papersByNature: Readonly<Record<Nature, readonly Paper[]>> = {
  collision_third_party: [...ownDamage, ...required('other_insurer_certificate')],
  accident_alone: ownDamage.map((paper) => (paper.code === 'accident_report' ? { code: 'declaration', required: true } : paper)),
  parked_unknown: ownDamage.map((paper) => (paper.code === 'accident_report' ? { code: 'declaration', required: true } : paper)),
  bodily_injury: [
    ...required('police_report', 'first_medical_certificate', 'consolidation_certificate', 'family_record'),
    ...optional('pay_slip', 'driving_licence'),
  ],
  theft,
  theft_partial: [...required('theft_complaint', 'registration', 'photos', 'repair_quote'), ...optional('bank_details')],
  fire: [...required('civil_protection_report', 'photos', 'registration', 'repair_quote'), ...optional('inventory', 'bank_details')],
  glass: [...required('declaration', 'photos', 'repair_quote'), ...optional('registration', 'expert_report')],
  vandalism: [...required('theft_complaint', 'photos', 'registration', 'repair_quote'), ...optional('bank_details')],
  natural_event: [...required('declaration', 'photos', 'repair_quote'), ...optional('bank_details')],
  riot: [...required('police_report', 'photos', 'repair_quote'), ...optional('inventory', 'bank_details')],
  water_damage: [...required('declaration', 'photos', 'repair_quote', 'plumber_invoice', 'lease_or_deed'), ...optional('bank_details')],
  home_theft: [...required('theft_complaint', 'inventory', 'photos', 'lease_or_deed'), ...optional('bank_details')],
  home_fire: [...required('civil_protection_report', 'photos', 'inventory', 'lease_or_deed'), ...optional('bank_details')],
  private_liability: required('third_party_claim', 'loss_proof'),
  catnat: [...required('policy_copy', 'official_journal', 'loss_estimate', 'ctc_report'), ...optional('photos', 'bank_details')],
  business_liability: [...required('third_party_claim', 'loss_proof'), ...optional('expert_report')],
  machinery_breakdown: [...building, ...optional('expert_report')],
  cargo_damage: [...required('declaration', 'loss_estimate', 'photos'), ...optional('expert_report')],
  livestock_death: [...required('declaration', 'veterinary_certificate'), ...optional('photos', 'bank_details')],
  assistance: [...required('intervention_slip'), ...optional('bank_details')],
  other: [...required('declaration'), ...optional('photos', 'repair_quote', 'bank_details')],
}

/** The papers that a claim asks for: those of its nature, those of a death, and the medical ones where somebody was injured. */
export const papersOf = (claim: { readonly nature: Nature; readonly injured: number; readonly deaths: number }): Paper[] => {
  const of = [...papersByNature[claim.nature]]
  const add = (more: readonly Paper[]): void => {
    for (const paper of more) if (!of.some((one) => one.code === paper.code)) of.push(paper)
  }
  if (claim.injured > 0 && natureRules[claim.nature].field === 'motor') add(required('police_report', 'first_medical_certificate'))
  if (claim.deaths > 0) add(required('death_certificate', 'heirs_deed'))
  return of
}
