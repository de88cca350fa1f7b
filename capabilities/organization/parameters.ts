import type { Confidence, ParameterKind, ValueOfKind } from './parameter-kinds.ts'
import { motorFactors, motorGrid } from './motor-tariff.ts'

/** Where the screen shows a parameter. */
export const parameterGroups = ['claims', 'renewal', 'recovery', 'taxes', 'motor', 'limits'] as const
export type ParameterGroup = (typeof parameterGroups)[number]

/** A value of the program itself, from a day on. */
export interface OwnValue<K extends ParameterKind> {
  readonly from: string
  readonly value: ValueOfKind<K>
  readonly basis: string
  readonly confidence: Confidence
}

export interface ParameterDefinition<K extends ParameterKind = ParameterKind> {
  readonly kind: K
  readonly group: ParameterGroup
  /** What the program takes where the organization has said nothing else, earliest first. */
  readonly values: readonly OwnValue<K>[]
}

const of =
  <K extends ParameterKind>(kind: K) =>
  (group: ParameterGroup, ...values: readonly OwnValue<K>[]): ParameterDefinition<K> => ({ kind, group, values })

const days = of('days')
const amounts = of('amounts_by')

/** The day of the insurance ordinance, before which no delay is asked. */
const always = '1995-03-08'
const law = (value: number, basis: string, confidence: Confidence = 'confirmed', from = always) => ({ from, value, basis, confidence })

/**
 * The rates, delays and thresholds of law and market that change with time (docs/decisions/0011-dated-parameters.md). An organization's
 * own values stand in `parameter_value`; of both, the one that began last counts.
 */
export const parameters = {
  DECL_STANDARD: days('claims', law(7, 'Ord. 95-07, art. 15')),
  DECL_VOL: of('working_days')('claims', law(3, 'Ord. 95-07, art. 15')),
  DECL_GRELE: days('claims', law(4, 'Ord. 95-07, art. 15', 'likely')),
  DECL_BETAIL: of('hours')('claims', law(24, 'Ord. 95-07, art. 15', 'likely')),
  DECL_CATNAT: days('claims', law(30, 'Décret exécutif 04-270', 'to_check', '2004-09-01')),
  MISSION_EXPERT: days('claims', law(7, 'Ord. 95-07, art. 13', 'likely')),
  REGLEMENT_AUTO: days('claims', law(21, 'Instruction du ministère des Finances, 2021', 'confirmed', '2021-03-01')),
  REGLEMENT_IDA: days('claims', law(45, 'Convention IDA, 2001', 'confirmed', '2001-01-01')),
  REGLEMENT_CATNAT: days('claims', law(90, 'Ord. 03-12', 'to_check', '2003-08-27')),
  PRESCRIPTION: of('years')('claims', law(3, 'Ord. 95-07, art. 27', 'likely')),
  PROVISIONS_OUVERTURE: amounts('claims', {
    from: always,
    value: { glass: 15_000_00, collision: 45_000_00, comprehensive: 90_000_00, bodily: 800_000_00, water: 60_000_00, other: 50_000_00 },
    basis: 'Choix de la compagnie',
    confidence: 'choice',
  }),
  /** Of the vehicle's market value. */
  PROVISION_VOL: of('percent')('claims', law(90_00, 'Choix de la compagnie', 'choice')),

  PREAVIS_ECHEANCE: of('months')('renewal', law(1, 'Ord. 95-07, art. 16', 'likely')),
  PREAVIS_RESILIATION: days('renewal', law(30, 'Conditions générales types', 'confirmed')),
  A_RENOUVELER: days('renewal', law(45, 'Choix de la compagnie', 'choice')),
  /** Days before expiry at which somebody does something about it. */
  JALONS_RENOUVELLEMENT: of('day_list')('renewal', {
    from: always,
    value: [60, 45, 30, 15, 7],
    basis: 'Choix de la compagnie',
    confidence: 'choice',
  }),

  PAIEMENT_ECHEANCE: days('recovery', law(15, 'Ord. 95-07, art. 16', 'likely')),
  MISE_EN_DEMEURE: days('recovery', law(30, 'Ord. 95-07, art. 16', 'likely')),
  RESILIATION: days('recovery', law(10, 'Ord. 95-07, art. 16', 'likely')),
  /** Days after the bill was due. */
  RELANCES: of('days_by')('recovery', {
    from: always,
    value: { sms: 7, email: 10, call: 12, formal_notice: 15 },
    basis: 'Choix de la compagnie',
    confidence: 'choice',
  }),
  /** Whether the rule against cash for compulsory covers holds; each product says whether it blocks or warns. */
  ESPECES_INTERDITES: of('switch')(
    'recovery',
    { from: always, value: false, basis: 'Avant la LF 2025', confidence: 'confirmed' },
    { from: '2025-01-01', value: true, basis: 'LF 2025 (loi 24-08), art. 207', confidence: 'confirmed' },
  ),

  TVA: of('percent')(
    'taxes',
    law(17_00, 'Code des taxes sur le chiffre d’affaires', 'likely'),
    law(19_00, 'LF 2017', 'confirmed', '2017-01-01'),
  ),
  FGA: of('percent')('taxes', law(3_00, 'Fonds de garantie automobile, décret 04-103', 'confirmed')),
  TIMBRE_DIMENSION: of('amount')('taxes', law(40_00, 'Code du timbre', 'confirmed')),
  TIMBRE_GRADUE: of('graded_stamp')('taxes', {
    from: always,
    value: {
      steps: [
        { up_to_centimes: 2_500_00, base_centimes: 300_00, percent: 0 },
        { up_to_centimes: 10_000_00, base_centimes: 300_00, percent: 5_00 },
        { up_to_centimes: 50_000_00, base_centimes: 675_00, percent: 3_00 },
        { up_to_centimes: null, base_centimes: 1_875_00, percent: 2_00 },
      ],
      doubled_from_power: 11,
    },
    basis: 'Code du timbre',
    confidence: 'confirmed',
  }),
  TAXE_VEHICULE: amounts(
    'taxes',
    { from: always, value: { touring: 0, two_wheels: 0, other: 0 }, basis: 'Avant la LF 2020', confidence: 'confirmed' },
    {
      from: '2020-01-01',
      value: { touring: 1_500_00, two_wheels: 1_500_00, other: 3_000_00 },
      basis: 'LF 2020, art. 84 ; statut actuel à vérifier',
      confidence: 'to_check',
    },
  ),

  RC_AUTO_BAREME: of('motor_grid')('motor', {
    from: always,
    value: motorGrid,
    basis: 'Barème relevé sur le marché, 2020',
    confidence: 'to_check',
  }),
  RC_AUTO_COEFFICIENT: of('factor')('motor', ...motorFactors),
  PLAFOND_REDUCTION: of('percent')('motor', law(50_00, 'Accord de marché', 'confirmed')),

  /** What a person of a role may pay out on one claim without another's approval; null without limit. */
  LIMITES_PAIEMENT: amounts('limits', {
    from: always,
    value: { user: 100_000_00, editor: 100_000_00, supervisor: 1_000_000_00, administrator: null },
    basis: 'Choix de la compagnie',
    confidence: 'choice',
  }),
} as const

export type ParameterCode = keyof typeof parameters
export const parameterCodes = Object.keys(parameters) as ParameterCode[]
/** What a parameter holds: whole numbers in the unit of its kind, or the table that its kind describes. */
export type ParameterOf<C extends ParameterCode> = ValueOfKind<(typeof parameters)[C]['kind']>
/** Every parameter by its code, as it stands on one day. */
export type Parameters = { readonly [C in ParameterCode]: ParameterOf<C> }

/** A value of a parameter that begins on a day. */
export interface DatedValue {
  readonly from: string
  readonly value: unknown
}

/** Of values that begin on days, the one that counts on a day: the last to have begun; of two of the same day the later in the list. Null before the first. */
export const inForceOn = <T extends { readonly from: string }>(values: readonly T[], day: string): T | null =>
  values.reduce<T | null>((best, one) => (one.from <= day && (best === null || one.from >= best.from) ? one : best), null)

/** A parameter on a day, from the organization's own values and the program's; before all of them, the program's first. */
export const parameterIn = <C extends ParameterCode>(code: C, own: readonly DatedValue[], day: string): ParameterOf<C> => {
  const { values } = parameters[code] as ParameterDefinition
  const found = inForceOn<DatedValue>([...values, ...own], day) ?? values[0]
  if (!found) throw new Error(`the parameter ${code} has no value`)
  return found.value as ParameterOf<C>
}
