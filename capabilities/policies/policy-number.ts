/** The parts of a policy number made here: agency, last two digits of the year, branch. */
export interface NumberSeries {
  /** Five digits. */
  readonly agency: string
  /** Four digits; the last two stand in the number. */
  readonly year: string
  /** Two digits. */
  readonly branch: string
}

const mostInSeries = 999_999

/** What the numbers of a series begin with: `AAAAA YY BB`, nine digits. */
export const numberPrefix = ({ agency, year, branch }: NumberSeries): string => `${agency}${year.slice(-2)}${branch}`

/** The name under which the series of a prefix is kept. */
export const seriesName = (prefix: string): string => `policy:${prefix}`

/** A policy number: `AAAAA YY BB NNNNNN`, fifteen digits. Throws a RangeError past 999 999 contracts of an agency, year and branch. */
export const policyNumber = (series: NumberSeries, sequence: number): string => {
  if (sequence < 1 || sequence > mostInSeries) throw new RangeError('a series of policies has six digits')
  return numberPrefix(series) + String(sequence).padStart(6, '0')
}

/** Prefix and sequence of a number made here; null for any other text. */
export const readPolicyNumber = (text: string): { readonly prefix: string; readonly sequence: number } | null =>
  /^\d{15}$/.test(text) ? { prefix: text.slice(0, 9), sequence: Number(text.slice(9)) } : null

/** An amendment is told by the policy and its own number: `160832611000044/001`; 000 is the new business. */
export const amendmentNumber = (policy: string, amendment: number): string => `${policy}/${String(amendment).padStart(3, '0')}`
