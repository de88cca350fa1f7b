/** The edition of the conditions shown on their page; terms-edition.test.ts holds it to what sign-up records. */
export const termsEdition = '2026-11'
