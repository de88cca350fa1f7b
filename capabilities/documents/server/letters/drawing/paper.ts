import type { LetterLanguage } from '#kernel/server/letters.ts'

/** Inks of a letter; the accent is the company's. */
export const inks = { text: '#1b1f27', soft: '#5d6675', line: '#d7dbe2', ground: '#f4f5f7' }

/** A4 in points: its margins, and where the window of an envelope shows the address. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  side: 56,
  /** Top of the first line, and of further pages below their reminder. */
  top: 42,
  next: 58,
  /** Nothing of the body stands below. */
  bottom: 841.89 - 70,
  /** 45 mm from the top and 110 mm from the side: the window of an envelope folded in three. */
  address: 128,
  addressWidth: 227,
}
export const bodyWidth = sheet.width - 2 * sheet.side

/** How one letter is laid out: what depends on its language and on the company. */
export interface Paper {
  readonly language: LetterLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly accent: string
  /** Size of the body in points, and the height of its lines as a part of it: Arabic looks smaller and reaches further up and down. */
  readonly size: number
  readonly leading: number
  /** How much of the usual space is between blocks and in rows, 1 for all of it. */
  readonly air: number
}

/** How a letter may be set closer, in steps, so that a few lines do not cost a second sheet. */
export const settings = [
  { size: 1, leading: 1, air: 1 },
  { size: 0.985, leading: 0.97, air: 0.88 },
  { size: 0.97, leading: 0.94, air: 0.76 },
  { size: 0.955, leading: 0.92, air: 0.65 },
  { size: 0.94, leading: 0.9, air: 0.55 },
] as const

export const paperOf = (language: LetterLanguage, accent: string, setting: (typeof settings)[number] = settings[0]): Paper => {
  const usual = language === 'ar' ? { size: 10.5, leading: 1.62 } : { size: 9.75, leading: 1.5 }
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    accent,
    size: usual.size * setting.size,
    leading: usual.leading * setting.leading,
    air: setting.air,
  }
}

/** Words that stand on every letter, whatever it says. */
export const fixedWords = {
  fr: { references: 'Nos références', object: 'Objet : ', phone: 'Tél.', agency: 'Agence', rc: 'RC', nif: 'NIF' },
  ar: { references: 'مراجعنا', object: 'الموضوع: ', phone: 'الهاتف', agency: 'وكالة', rc: 'س.ت', nif: 'ر.ت.ج' },
} as const
