import type { Sentence } from '#kernel/shared/problem.ts'

/** What is said of many values of one kind at once; the code is that of a doubt or of a refused cell left empty. */
const sentences: Readonly<Record<string, Sentence>> = {
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
  unclosed_quote: /*i18n*/ { id: 'exchange.row.unclosed_quote', message: 'Un guillemet n’est pas fermé ; la ligne a été lue sans lui' },
}

const leftEmpty: Sentence = /*i18n*/ { id: 'exchange.doubt.left_empty', message: 'Valeurs illisibles, laissées vides' }

export const doubtSentence = (code: string): Sentence => sentences[code] ?? leftEmpty
