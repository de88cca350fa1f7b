import { percentOf } from '#kernel/shared/money.ts'

/** Which part of the loss is answered for: all of it (own damage), what the insured caused (liability), or what the party opposite caused (recourse). */
export const liabilityParts = ['whole', 'own_share', 'other_share'] as const
export type LiabilityPart = (typeof liabilityParts)[number]

/** A deductible: an amount in centimes, or a rate in hundredths of a per cent with the amount as its least. */
export interface Deductible {
  readonly amount: number | null
  readonly rate: number | null
}

/** One step of the grid of deductibles that motor contracts print: hundredths of a per cent of the loss, and the least amount. */
export interface GridStep {
  readonly percent: number
  readonly minimum_centimes: number
}
/** For the first, second, third … claim of a term, with a known third party and without; a dated rate of the product. */
export interface DeductibleGrid {
  readonly with_third_party: readonly GridStep[]
  readonly alone: readonly GridStep[]
}

/** The step of the grid for the `rank`-th claim of a term (1 for the first). */
export const gridStep = (grid: DeductibleGrid, thirdParty: boolean, rank: number): Deductible => {
  const steps = thirdParty ? grid.with_third_party : grid.alone
  const step = steps[Math.min(Math.max(rank, 1), steps.length) - 1]
  return step === undefined ? { amount: null, rate: null } : { amount: step.minimum_centimes, rate: step.percent }
}

/** What a deductible takes from a loss, in centimes, never more than the loss. */
export const deductibleOn = (deductible: Deductible, loss: number): number => {
  const byRate = deductible.rate === null ? 0 : percentOf(loss, deductible.rate / 100)
  return Math.max(0, Math.min(loss, Math.max(byRate, deductible.amount ?? 0)))
}

export const indemnityLines = ['evaluation', 'wear', 'deductible', 'liability', 'limit', 'indemnity'] as const

/** One line of the computation, as it is shown: what it takes is negative, `indemnity` is the sum of those above. */
export interface IndemnityLine {
  readonly code: (typeof indemnityLines)[number]
  readonly amount_centimes: number
  /** Per cent that counts, on the line of the liability. */
  readonly rate: number | null
}

/** The indemnity, line by line: (evaluation − wear − deductible) × the part answered for, at most the limit of the guarantee. In centimes. */
export const computeIndemnity = (file: {
  readonly evaluation: number
  readonly wear: number
  readonly deductible: number
  readonly liabilityRate: number | null
  readonly part: LiabilityPart
  readonly limit: number | null
}): { lines: IndemnityLine[]; indemnity: number } => {
  const wear = Math.min(file.wear, file.evaluation)
  const afterWear = file.evaluation - wear
  const deductible = Math.min(file.deductible, afterWear)
  const loss = afterWear - deductible
  const rate = partRate(file.part, file.liabilityRate)
  const answered = rate === null ? loss : percentOf(loss, rate)
  const indemnity = file.limit === null ? answered : Math.min(answered, file.limit)
  const lines: IndemnityLine[] = [{ code: 'evaluation', amount_centimes: file.evaluation, rate: null }]
  if (wear !== 0) lines.push({ code: 'wear', amount_centimes: -wear, rate: null })
  if (deductible !== 0) lines.push({ code: 'deductible', amount_centimes: -deductible, rate: null })
  if (rate !== null) lines.push({ code: 'liability', amount_centimes: answered - loss, rate })
  if (indemnity !== answered) lines.push({ code: 'limit', amount_centimes: indemnity - answered, rate: null })
  lines.push({ code: 'indemnity', amount_centimes: indemnity, rate: null })
  return { lines, indemnity }
}

const partRate = (part: LiabilityPart, liability: number | null): number | null => {
  if (part === 'whole' || liability === null) return null
  return part === 'own_share' ? liability : 100 - liability
}

/** The part that guarantees answer for: liability covers what the insured caused, defence and recourse what the other did, the others all. */
export const partOf = (guarantees: readonly string[]): LiabilityPart => {
  const own = guarantees.filter((code) => code !== 'RC' && code !== 'DR' && !code.startsWith('RC'))
  if (own.length > 0 || guarantees.length === 0) return 'whole'
  return guarantees.includes('DR') ? 'other_share' : 'own_share'
}
