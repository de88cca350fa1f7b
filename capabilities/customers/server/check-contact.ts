import type { Context } from '#kernel/server/context.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import { isOrganizationKind } from '../contract.ts'
import type { ContactValues } from './normalise-contact.ts'

interface Refusal {
  readonly path: string
  readonly code: string
  readonly sentence: Sentence
}

/** What a contact must have to be kept at all: a name that fits its kind, dates that can be. */
export const contactRefusals = (contact: ContactValues, today: string): Refusal[] => {
  const refusals: Refusal[] = []
  if (isOrganizationKind(contact.kind)) {
    if (contact.company_name === null)
      refusals.push({
        path: 'company_name',
        code: 'contact.unnamed',
        sentence: /*i18n*/ { id: 'contact.company_unnamed', message: 'Indiquez la raison sociale.' },
      })
  } else if (contact.last_name === null && contact.company_name === null) {
    refusals.push({
      path: 'last_name',
      code: 'contact.unnamed',
      sentence: /*i18n*/ { id: 'contact.person_unnamed', message: 'Indiquez le nom.' },
    })
  }
  if (contact.birth_date !== null && (contact.birth_date > today || contact.birth_date < '1890-01-01')) {
    refusals.push({
      path: 'birth_date',
      code: 'contact.birth_date',
      sentence: /*i18n*/ { id: 'contact.birth_date', message: 'La date de naissance doit se situer entre 1890 et aujourd’hui.' },
    })
  }
  if (contact.document_issued_on !== null && contact.document_issued_on > today) {
    refusals.push({
      path: 'document_issued_on',
      code: 'contact.document_issued_on',
      sentence: /*i18n*/ { id: 'contact.document_issued_on', message: 'La pièce ne peut pas être délivrée dans l’avenir.' },
    })
  }
  return refusals
}

/** Throws one 422 that names every refused field. */
export const checkContact = async (ctx: Context, contact: ContactValues): Promise<void> => {
  const refusals = contactRefusals(contact, todayIn(ctx.actor.timeZone, new Date(ctx.now)))
  if (
    contact.wilaya !== null &&
    !(await ctx.db.selectFrom('wilaya').select('code').where('code', '=', contact.wilaya).executeTakeFirst())
  ) {
    refusals.push({
      path: 'wilaya',
      code: 'contact.wilaya',
      sentence: /*i18n*/ { id: 'contact.wilaya', message: 'Cette wilaya n’existe pas.' },
    })
  }
  if (refusals.length > 0)
    throw new Problem(
      422,
      'contact.invalid',
      /*i18n*/ { id: 'input.check_fields', message: 'Certaines valeurs sont à corriger.' },
      refusals,
    )
}
