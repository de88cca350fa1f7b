import { readEmail } from '#kernel/shared/email.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { compact, isFiller } from '#kernel/shared/checked.ts'
import { compareCompanies } from './company-name.ts'
import { comparePersons, type PersonLikeness, type PersonNames } from './compare-names.ts'
import { taxpayerOf, tradeRegisterKey } from '#kernel/shared/national-identifiers.ts'
import { similarReasons, type SimilarReason } from './similar-reasons.ts'

type Text = string | null | undefined

/** What a contact is recognised by, under the names of its fields; what is missing says nothing. */
export interface Identity extends PersonNames {
  readonly company_name?: Text
  readonly birth_date?: Text
  readonly email?: Text
  readonly other_email?: Text
  readonly mobile?: Text
  readonly phone?: Text
  readonly other_phone?: Text
  readonly nin?: Text
  readonly document_number?: Text
  readonly nif?: Text
  readonly nis?: Text
  readonly rc?: Text
}

export type Certainty = 'certain' | 'probable' | 'possible'

/** Why two contacts may be one, and how sure that is; `score` from 1 to 100 orders them. */
export interface Likeness {
  readonly certainty: Certainty
  readonly score: number
  readonly reasons: readonly Sentence[]
}

type Verdict = readonly [Certainty, ...SimilarReason[]] | null
type Compared = 'equal' | 'differ' | 'unknown'

const identifier = (text: Text): string => {
  const value = compact(text ?? '')
  return /\d/.test(value) && !isFiller(value) ? value : ''
}

const compared = (one: Text, other: Text, normal: (text: Text) => string = identifier): Compared => {
  const [a, b] = [normal(one), normal(other)]
  return a === '' || b === '' ? 'unknown' : a === b ? 'equal' : 'differ'
}

// A number that could not be read is compared by its digits.
const phoneKey = (text: Text): string | [] => {
  const digits = (text ?? '').replace(/\D/g, '')
  return readPhone(text ?? '')?.e164 ?? (digits.length > 5 ? digits : [])
}
const phonesOf = ({ mobile, phone, other_phone }: Identity): string[] => [mobile, phone, other_phone].flatMap(phoneKey)
const emailsOf = ({ email, other_email }: Identity): string[] => [email, other_email].flatMap((text) => readEmail(text ?? '') ?? [])
const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((value) => other.includes(value))

/** Days of birth: `presumed` when equal but the first of January, by which registers write an unknown day; `near` for a slip. */
const compareBirths = (one: Text, other: Text): 'equal' | 'presumed' | 'near' | 'differ' | 'unknown' => {
  if (!one || !other) return 'unknown'
  if (one === other) return one.endsWith('-01-01') ? 'presumed' : 'equal'
  const exchanged = `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}`
  const wrong = [...one.matchAll(/\d/g)].filter(({ 0: digit, index }) => other.charAt(index) !== digit).length
  return exchanged === other || wrong === 1 ? 'near' : 'differ'
}

interface Evidence {
  readonly names: PersonLikeness
  readonly company: ReturnType<typeof compareCompanies> | 'unknown'
  readonly birth: ReturnType<typeof compareBirths>
  readonly phone: boolean
  readonly email: boolean
  readonly nin: Compared
  readonly document: Compared
  readonly taxpayer: Compared
  readonly nif: Compared
  readonly nis: Compared
  readonly rc: Compared
}

const weigh = (one: Identity, other: Identity): Evidence => ({
  names: comparePersons(one, other),
  company: one.company_name && other.company_name ? compareCompanies(one.company_name, other.company_name) : 'unknown',
  birth: compareBirths(one.birth_date, other.birth_date),
  phone: shares(phonesOf(one), phonesOf(other)),
  email: shares(emailsOf(one), emailsOf(other)),
  nin: compared(one.nin, other.nin),
  document: compared(one.document_number, other.document_number),
  taxpayer: compared(one.nif, other.nif, (text) => taxpayerOf(identifier(text))),
  nif: compared(one.nif, other.nif),
  nis: compared(one.nis, other.nis),
  rc: compared(one.rc, other.rc, (text) => (identifier(text) === '' ? '' : tradeRegisterKey(text ?? ''))),
})

const nameReasons: Partial<Record<PersonLikeness, SimilarReason>> = {
  same: 'same_name',
  alike: 'alike_name',
  swapped: 'swapped_names',
  maiden: 'maiden_name',
  part: 'part_of_name',
  near: 'near_name',
}
const companyReasons = { same: 'same_company', alike: 'alike_company', part: 'part_of_company' } as const
const isWhole = (names: PersonLikeness): boolean => ['same', 'alike', 'swapped', 'maiden'].includes(names)

const contactReasons = ({ phone, email }: Evidence): SimilarReason[] => [
  ...(phone ? (['same_phone'] as const) : []),
  ...(email ? (['same_email'] as const) : []),
]
const birthReasons = ({ birth }: Evidence): SimilarReason[] =>
  birth === 'equal' || birth === 'presumed'
    ? ['same_birth_date']
    : birth === 'near'
      ? ['near_birth_date']
      : birth === 'differ'
        ? ['birth_dates_differ']
        : []

/** An identifier that only one can bear settles it, unless the names say otherwise: then somebody mistyped. */
const byIdentifier = (found: Evidence): Verdict => {
  const reasons: SimilarReason[] = []
  if (found.nin === 'equal') reasons.push('same_nin')
  if (found.nif === 'equal') reasons.push('same_nif')
  if (found.nis === 'equal') reasons.push('same_nis')
  if (found.rc === 'equal') reasons.push('same_rc')
  if (found.document === 'equal' && isWhole(found.names)) reasons.push('same_document')
  if (reasons.length === 0) return null
  const named = nameReasons[found.names]
  const company = found.company === 'unknown' || found.company === 'different' ? undefined : companyReasons[found.company]
  const contradicted =
    found.nin === 'differ' ||
    (!company && (found.names === 'different' || found.names === 'family')) ||
    (found.company === 'different' && !isWhole(found.names))
  const rest = [...(named ? [named] : []), ...(company ? [company] : []), ...birthReasons(found), ...contactReasons(found)]
  return contradicted ? ['probable', ...reasons, ...rest, 'names_differ'] : ['certain', ...reasons, ...rest]
}

const byPerson = (found: Evidence): Verdict => {
  const { names, birth, phone, email } = found
  const contact = phone || email
  const named = nameReasons[names]
  const reasons = [...(named ? [named] : []), ...birthReasons(found), ...contactReasons(found)]
  const born = birth === 'equal' || birth === 'presumed'
  if (found.nin === 'differ') return isWhole(names) && born ? ['possible', ...reasons, 'nins_differ'] : null
  if (isWhole(names)) {
    if (birth === 'differ') return contact ? ['possible', ...reasons] : null
    if (born && contact) return ['certain', ...reasons]
    if (email) return [birth === 'near' ? 'probable' : 'certain', ...reasons]
    if (phone || birth === 'equal') return ['probable', ...reasons]
    return ['possible', ...reasons]
  }
  if (names === 'part' || names === 'near') {
    if (birth === 'differ' || names === 'near') return contact || born ? [contact && born ? 'probable' : 'possible', ...reasons] : null
    return contact || birth === 'equal' ? ['probable', ...reasons] : null
  }
  if (!contact) return null
  // Twins, and father and son: one household, not one person.
  if (names === 'family') return ['possible', 'household', ...contactReasons(found)]
  if (names === 'unknown' && found.company === 'unknown') return [email || (phone && born) ? 'probable' : 'possible', ...reasons]
  return ['possible', ...contactReasons(found), 'names_differ']
}

const byCompany = (found: Evidence): Verdict => {
  if (found.company === 'unknown') return null
  const contact = contactReasons(found)
  if (found.company === 'different') return null
  const reasons: SimilarReason[] = [companyReasons[found.company], ...contact]
  if (found.taxpayer === 'equal') return ['possible', 'same_taxpayer', ...reasons]
  // Two taxpayers, two registers: two companies, were they namesakes.
  if (found.taxpayer === 'differ' || found.rc === 'differ')
    return contact.length > 0 ? ['possible', ...reasons, 'identifiers_differ'] : null
  if (found.company === 'same') return [found.email || (found.phone && found.names !== 'different') ? 'certain' : 'probable', ...reasons]
  return contact.length > 0 ? ['probable', ...reasons] : found.company === 'alike' ? ['possible', ...reasons] : null
}

const bands: Readonly<Record<Certainty, readonly [number, number]>> = { certain: [85, 100], probable: [50, 84], possible: [1, 49] }
const order: readonly Certainty[] = ['certain', 'probable', 'possible']

const likeness = ([certainty, ...reasons]: NonNullable<Verdict>): Likeness => {
  const [low, high] = bands[certainty]
  const weight = reasons.reduce((sum, reason) => sum + similarReasons[reason].weight, 0)
  return {
    certainty,
    score: Math.round(low + (high - low) * Math.min(1, Math.max(0, weight / 100))),
    reasons: reasons.map((reason) => similarReasons[reason].sentence),
  }
}

/**
 * Whether two contacts may be the same one, or null. `certain`: an identifier, or name with birth and contact; `probable`:
 * worth asking; `possible`: namesakes and households, shown but never merged unasked. The order of the two does not matter.
 */
export const compareContacts = (one: Identity, other: Identity): Likeness | null => {
  const found = weigh(one, other)
  const verdicts = [
    byIdentifier(found),
    byCompany(found),
    byPerson(found),
    found.taxpayer === 'equal' && found.nif !== 'equal' ? (['possible', 'same_taxpayer'] as const) : null,
  ]
  const best = verdicts.filter((verdict) => verdict !== null).sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))[0]
  return best ? likeness(best) : null
}

/** Of the rows found by key, phone, e-mail or identifier, those that may be the candidate, the likeliest first. */
export const rankSimilar = <T extends Identity>(
  candidate: Identity,
  rows: readonly T[],
): { readonly row: T; readonly likeness: Likeness }[] =>
  rows
    .flatMap((row) => {
      const found = compareContacts(candidate, row)
      return found ? [{ row, likeness: found }] : []
    })
    .sort((a, b) => b.likeness.score - a.likeness.score)
