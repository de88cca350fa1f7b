/** The languages of the product, the source language first. */
export const languages = ['fr', 'ar', 'en'] as const
export type Language = (typeof languages)[number]

/** Text direction of a language, as `<html dir>` wants it. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/**
 * The Intl locale of a language: Algerian French and Arabic (Maghrebi month names), British English (day first); Latin
 * digits and the Gregorian calendar in all.
 */
export const intlLocales: Readonly<Record<Language, string>> = {
  fr: 'fr-DZ-u-ca-gregory-nu-latn',
  ar: 'ar-DZ-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
}
