import type { Sentence } from '#kernel/shared/problem.ts'

interface Reason {
  /** What it adds to the score, of about a hundred. */
  readonly weight: number
  readonly sentence: Sentence
}

/** Why two contacts look like one, in the words of the panel «Clients semblables». */
export const similarReasons = {
  same_nin: { weight: 60, sentence: /*i18n*/ { id: 'similar.same_nin', message: 'même NIN' } },
  same_nif: { weight: 55, sentence: /*i18n*/ { id: 'similar.same_nif', message: 'même NIF' } },
  same_nis: { weight: 50, sentence: /*i18n*/ { id: 'similar.same_nis', message: 'même NIS' } },
  same_rc: { weight: 55, sentence: /*i18n*/ { id: 'similar.same_rc', message: 'même registre de commerce' } },
  same_document: { weight: 40, sentence: /*i18n*/ { id: 'similar.same_document', message: 'même pièce d’identité' } },
  same_taxpayer: { weight: 25, sentence: /*i18n*/ { id: 'similar.same_taxpayer', message: 'même contribuable, autre établissement' } },
  same_name: { weight: 30, sentence: /*i18n*/ { id: 'similar.same_name', message: 'mêmes nom et prénom' } },
  alike_name: { weight: 26, sentence: /*i18n*/ { id: 'similar.alike_name', message: 'nom et prénom écrits autrement' } },
  swapped_names: { weight: 25, sentence: /*i18n*/ { id: 'similar.swapped_names', message: 'nom et prénom inversés' } },
  maiden_name: { weight: 22, sentence: /*i18n*/ { id: 'similar.maiden_name', message: 'nom de jeune fille' } },
  part_of_name: { weight: 18, sentence: /*i18n*/ { id: 'similar.part_of_name', message: 'nom ou prénom plus court' } },
  near_name: { weight: 14, sentence: /*i18n*/ { id: 'similar.near_name', message: 'nom à une lettre près' } },
  same_company: { weight: 30, sentence: /*i18n*/ { id: 'similar.same_company', message: 'même raison sociale' } },
  alike_company: { weight: 24, sentence: /*i18n*/ { id: 'similar.alike_company', message: 'raison sociale écrite autrement' } },
  part_of_company: { weight: 15, sentence: /*i18n*/ { id: 'similar.part_of_company', message: 'raison sociale plus courte' } },
  same_birth_date: { weight: 25, sentence: /*i18n*/ { id: 'similar.same_birth_date', message: 'même date de naissance' } },
  near_birth_date: { weight: 12, sentence: /*i18n*/ { id: 'similar.near_birth_date', message: 'date de naissance à un chiffre près' } },
  same_phone: { weight: 20, sentence: /*i18n*/ { id: 'similar.same_phone', message: 'même téléphone' } },
  same_email: { weight: 25, sentence: /*i18n*/ { id: 'similar.same_email', message: 'même adresse e-mail' } },
  household: { weight: 8, sentence: /*i18n*/ { id: 'similar.household', message: 'autre prénom : peut-être de la même famille' } },
  names_differ: { weight: -15, sentence: /*i18n*/ { id: 'similar.names_differ', message: 'mais un autre nom' } },
  birth_dates_differ: { weight: -20, sentence: /*i18n*/ { id: 'similar.birth_dates_differ', message: 'mais une autre date de naissance' } },
  nins_differ: { weight: -30, sentence: /*i18n*/ { id: 'similar.nins_differ', message: 'mais un autre NIN' } },
  identifiers_differ: {
    weight: -20,
    sentence: /*i18n*/ { id: 'similar.identifiers_differ', message: 'mais un autre NIF ou registre de commerce' },
  },
} as const satisfies Record<string, Reason>

export type SimilarReason = keyof typeof similarReasons
