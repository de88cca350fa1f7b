import type { Sentence } from '#kernel/shared/problem.ts'
import type { agencyTypes } from './contract.ts'

/** What a rank says about an agency, among the types of the contract. */
export type RankedAgencyType = Extract<
  (typeof agencyTypes)[number],
  'head_office' | 'direct' | 'general_agent' | 'broker' | 'bancassurance'
>

/** Ranks of the three last digits: 000 head office, to 499 direct, to 899 general agents, to 949 brokers, to 999 banks. */
const lastRanks: readonly (readonly [number, RankedAgencyType])[] = [
  [0, 'head_office'],
  [499, 'direct'],
  [899, 'general_agent'],
  [949, 'broker'],
  [999, 'bancassurance'],
]

/** The highest wilaya code in force. */
const lastWilaya = 69

/**
 * Reads an agency number: five digits, wilaya (01–69) then rank; spaces and hyphens are forgiven. The value, or the
 * reason why it is none.
 */
export const checkAgencyNumber = (text: string): { readonly value: string } | { readonly code: string; readonly sentence: Sentence } => {
  const value = text.replace(/[\s\u00a0\u202f-]/g, '')
  if (!/^\d{5}$/.test(value))
    return {
      code: 'agency_number.form',
      sentence: /*i18n*/ {
        id: 'agency_number.form',
        message: 'Un numéro d’agence compte 5 chiffres : deux pour la wilaya, trois pour le rang, par exemple 16083.',
      },
    }
  const wilaya = Number(value.slice(0, 2))
  if (wilaya < 1 || wilaya > lastWilaya)
    return {
      code: 'agency_number.wilaya',
      sentence: /*i18n*/ {
        id: 'agency_number.wilaya',
        message: 'Le numéro commence par {wilaya}, qui n’est le code d’aucune wilaya (01 à 69).',
        values: { wilaya: value.slice(0, 2) },
      },
    }
  return { value }
}

/** The type that the rank of a five-digit number stands for; a proposal, which the company's own practice may overrule. */
export const agencyTypeOf = (number: string): RankedAgencyType => {
  const rank = Number(number.slice(2))
  return lastRanks.find(([last]) => rank <= last)?.[1] ?? 'direct'
}

/** The number of the head office of a wilaya, `16000`. */
export const headOfficeNumber = (wilaya: string): string => `${wilaya}000`
