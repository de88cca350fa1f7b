import { isEmail } from '#kernel/shared/email.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { checkRib } from '../bank-accounts.ts'
import type { Checked } from '#kernel/shared/checked.ts'
import { checkNif, checkNin, checkNis, checkTaxArticle, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { checkDocumentNumber } from '../identifiers.ts'
import type { ContactValues } from './normalise-contact.ts'

/** A value that is kept but does not look right. */
export interface DataIssue {
  readonly field: string
  readonly code: string
  readonly sentence: Sentence
}

const checks: readonly ['nin' | 'nif' | 'nis' | 'rc' | 'ai' | 'rib', (text: string) => Checked][] = [
  ['nin', checkNin],
  ['nif', checkNif],
  ['nis', checkNis],
  ['rc', checkTradeRegister],
  ['ai', checkTaxArticle],
  ['rib', checkRib],
]

type Looked = Pick<
  ContactValues,
  | 'mobile'
  | 'phone'
  | 'other_phone'
  | 'email'
  | 'other_email'
  | 'nin'
  | 'nif'
  | 'nis'
  | 'rc'
  | 'ai'
  | 'rib'
  | 'document_kind'
  | 'document_number'
  | 'birth_date'
>

/** What is worth a second look on a contact: foreign or broken phones, addresses, identifiers with a wrong key. Nothing is refused for it. */
export const contactIssues = (contact: Looked): DataIssue[] => {
  const issues: DataIssue[] = []
  for (const field of ['mobile', 'phone', 'other_phone'] as const) {
    const value = contact[field]
    if (value !== null && !/^\+\d{8,15}$/.test(value))
      issues.push({
        field,
        code: 'phone.unreadable',
        sentence: /*i18n*/ { id: 'issue.phone', message: 'Ce numéro n’est pas reconnu ; il est gardé tel quel.' },
      })
  }
  for (const field of ['email', 'other_email'] as const) {
    const value = contact[field]
    if (value !== null && !isEmail(value))
      issues.push({
        field,
        code: 'email.unreadable',
        sentence: /*i18n*/ { id: 'issue.email', message: 'Cette adresse e-mail n’est pas complète.' },
      })
  }
  for (const [field, check] of checks) {
    const value = contact[field]
    if (typeof value !== 'string') continue
    const answer = check(value)
    if ('severity' in answer) issues.push({ field, code: answer.code, sentence: answer.sentence })
  }
  if (contact.document_number !== null && contact.document_kind !== null) {
    const answer = checkDocumentNumber(contact.document_number, contact.document_kind)
    if ('severity' in answer) issues.push({ field: 'document_number', code: answer.code, sentence: answer.sentence })
  }
  return issues
}
