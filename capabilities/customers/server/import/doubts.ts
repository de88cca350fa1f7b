import type { CellProblem } from '#kernel/server/importable.ts'
import { readEmail } from '#kernel/shared/email.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Checked } from '../../checked.ts'

// Said of many at once by the report of the import; the contact's own page says each in its own sentence.
const sentences = {
  phone_foreign: /*i18n*/ { id: 'exchange.doubt.phone_foreign', message: 'Numéros étrangers, conservés tels quels' },
  phone_unreadable: /*i18n*/ {
    id: 'exchange.doubt.phone_unreadable',
    message: 'Numéros qui ne se lisent pas comme des téléphones, conservés tels quels',
  },
  email_unreadable: /*i18n*/ { id: 'exchange.doubt.email_unreadable', message: 'Adresses e-mail incomplètes, conservées telles quelles' },
  identifier_unusual: /*i18n*/ {
    id: 'exchange.doubt.identifier_unusual',
    message: 'Identifiants dont la forme ou la clé ne convient pas, conservés tels quels',
  },
  commune_unknown: /*i18n*/ { id: 'exchange.doubt.commune_unknown', message: 'Communes inconnues, gardées dans l’adresse' },
  commune_dropped: /*i18n*/ { id: 'exchange.doubt.commune_dropped', message: 'Communes inconnues, laissées vides' },
} satisfies Record<string, Sentence>

/** A value that is kept as it came although something about it is unusual. */
export const doubt = (code: keyof typeof sentences, field: string): CellProblem => ({ field, code, sentence: sentences[code] })

/** A telephone number that is none, or of another country. */
export const phoneDoubt = (field: string, kept: string): CellProblem | null => {
  const phone = readPhone(kept)
  if (phone === null) return doubt('phone_unreadable', field)
  return phone.kind === 'foreign' ? doubt('phone_foreign', field) : null
}

export const emailDoubt = (field: string, kept: string): CellProblem | null =>
  readEmail(kept) === null ? doubt('email_unreadable', field) : null

export const identifierDoubt = (field: string, checked: Checked): CellProblem | null =>
  'severity' in checked ? doubt('identifier_unusual', field) : null
