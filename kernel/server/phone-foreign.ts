import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readPhone, type Phone } from '#kernel/shared/phone.ts'

/**
 * Reads a number of any country: Algerian ones by `readPhone`, the others against the numbering plan of their country,
 * which is that of the prefix or, for a national writing, `country` (ISO 3166, two letters). Null when no such number
 * can exist. On the server only: the plans weigh as much as a page.
 */
export const readAnyPhone = (text: string, country = 'DZ'): Phone | null => {
  const read = readPhone(text, country)
  if (read?.kind === 'mobile' || read?.kind === 'fixed') return read
  if (read === null && country === 'DZ') return null
  const parsed = parsePhoneNumberFromString(read?.e164 ?? text, isSupportedCountry(country) ? country : 'DZ')
  if (!parsed?.isValid()) return null
  return parsed.countryCallingCode === '213' ? readPhone(parsed.number) : { e164: parsed.number, kind: 'foreign' }
}

/** A telephone number of any country as E.164, or the text as it came, cut to `longest`, when it is none: kept, never refused. */
export const keptPhone = (text: string | null, longest = 60): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : (readAnyPhone(trimmed)?.e164 ?? trimmed.slice(0, longest))
}

/** The same values with these fields, where they are given, as `keptPhone` keeps them. */
export const withKeptPhones = <T extends object>(values: T, fields: ReadonlyArray<keyof T>): T => {
  const kept = { ...values }
  for (const field of fields) {
    const text = kept[field]
    if (typeof text === 'string') kept[field] = keptPhone(text) as T[typeof field]
  }
  return kept
}
