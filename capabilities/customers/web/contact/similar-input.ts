import type { InputOf } from '#kernel/shared/contract.ts'
import type { Contact, customerOperations } from '../../contract.ts'

type SimilarInput = InputOf<typeof customerOperations.findSimilar>

/** What a contact is compared by; sensitive fields are masked here and can't serve. Null when nothing identifies it. */
export const similarInput = (contact: Contact): SimilarInput | null => {
  const { kind, last_name, first_name, company_name, birth_date, email, mobile, phone, nif, rc } = contact
  const known = { last_name, first_name, company_name, birth_date, email, mobile, phone, nif, rc }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
  return Object.keys(given).length === 0 ? null : { kind, ...given, except: contact.id }
}
