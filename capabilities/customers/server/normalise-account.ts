import { keptPhone } from '#kernel/server/phone-foreign.ts'
import { fold } from '#kernel/shared/fold.ts'
import { searchPhone } from '#kernel/shared/phone.ts'
import { keptEmail, keptTradeRegister } from './normalise-contact.ts'

/** Written fields of an account in the form in which they are kept; only those given. Used by the form's verb and the import alike. */
export const cleanAccountFields = <T extends Readonly<Record<string, unknown>>>(fields: T): T => {
  const clean: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    const text = typeof value === 'string' ? value.replaceAll('\0', '').normalize('NFC').trim() : value
    clean[key] = text === '' ? null : text
  }
  if (clean['phone'] !== undefined) clean['phone'] = keptPhone(clean['phone'] as string | null)
  if (clean['email'] !== undefined) clean['email'] = keptEmail(clean['email'] as string | null)
  if (typeof clean['rc'] === 'string') clean['rc'] = keptTradeRegister(clean['rc'])
  return clean as T
}

/** All by which an account is found, folded. */
export const accountSearchText = (
  account: { name: string; phone: string | null; email: string | null; website: string | null; nif: string | null; rc: string | null },
  code: string,
): string =>
  [
    fold(account.name),
    fold(code),
    searchPhone(account.phone),
    fold(account.email ?? ''),
    fold(account.website ?? ''),
    account.nif ?? '',
    fold(account.rc ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' ')

/** The words of its name, for mending a misspelt search. */
export const accountWords = (name: string): string[] =>
  [...new Set(fold(name).split(' '))].filter((word) => word.length >= 3 && word.length <= 40 && !/\d/.test(word))
