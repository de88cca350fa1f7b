import type { CellProblem } from '#kernel/server/importable.ts'
import { readEmail } from '#kernel/shared/email.ts'
import { readAnyPhone } from '#kernel/server/phone-foreign.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Checked } from '#kernel/shared/checked.ts'

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

// What nearly all values look like once kept; the full question is asked of the others.
const algerian = /^\+213\d{8,9}$/
const plainEmail = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/

/** A telephone number that is none, or of another country. */
export const phoneDoubt = (field: string, kept: string): CellProblem | null => {
  if (algerian.test(kept)) return null
  const phone = readAnyPhone(kept)
  if (phone === null) return doubt('phone_unreadable', field)
  return phone.kind === 'foreign' ? doubt('phone_foreign', field) : null
}

export const emailDoubt = (field: string, kept: string): CellProblem | null =>
  plainEmail.test(kept) || readEmail(kept) !== null ? null : doubt('email_unreadable', field)

export const identifierDoubt = (field: string, checked: Checked): CellProblem | null =>
  'severity' in checked ? doubt('identifier_unusual', field) : null
