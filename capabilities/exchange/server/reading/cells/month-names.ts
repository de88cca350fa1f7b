/** Beginnings of month names in French, English and Arabic (of Algeria, of Egypt and of the Levant), without accents. */
const beginnings: readonly (readonly string[])[] = [
  ['janv', 'jan', 'جانفي', 'يناير', 'كانون الثاني'],
  ['fevr', 'fev', 'feb', 'فيفري', 'فبراير', 'شباط'],
  ['mars', 'mar', 'march', 'مارس', 'اذار'],
  ['avr', 'apr', 'افريل', 'ابريل', 'نيسان'],
  ['mai', 'may', 'ماي', 'مايو', 'ايار'],
  ['juin', 'jun', 'جوان', 'يونيو', 'حزيران'],
  ['juil', 'jul', 'جويلية', 'يوليو', 'تموز'],
  ['aout', 'aug', 'اوت', 'اغسطس', 'اب'],
  ['sept', 'sep', 'سبتمبر', 'ايلول'],
  ['oct', 'اكتوبر', 'تشرين الاول'],
  ['nov', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'ديسمبر', 'كانون الاول'],
]

const wholeNames: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
]

const months = new Map([...beginnings, ...wholeNames].flatMap((names, at) => names.map((name) => [name, (at % 12) + 1] as const)))

const bare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0655.ـ]/g, '')
    .replace(/[أإآ]/g, 'ا')

/** The number (1 to 12) of a month named in full or shortened (`déc.`, `Apr`, `جويلية`); undefined for any other word. */
export const monthNumber = (word: string): number | undefined => months.get(bare(word))
