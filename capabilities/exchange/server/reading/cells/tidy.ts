/** Marks that show nothing: byte-order mark, zero-width characters, direction marks that Arabic text is copied with. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff]/g
const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g
const untidy = /^\s|\s$|[\u0660-\u0669\u06f0-\u06f9\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/

/** The text without invisible marks nor spaces around it, its Arabic-Indic and Persian digits written 0 to 9. */
export const tidy = (text: string): string =>
  untidy.test(text)
    ? text
        .replace(invisible, '')
        .replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
        .trim()
    : text

/** Free text without invisible marks nor spaces around it; its digits stay in the script that the author chose. */
export const tidyText = (text: string): string => (untidy.test(text) ? text.replace(invisible, '').trim() : text)

/** True when a person would see nothing in the cell. */
export const isBlank = (text: string): boolean =>
  text === '' || ((text.charCodeAt(0) <= 0x20 || text.charCodeAt(0) > 0x7e) && tidy(text) === '')

const placeholders = new Set(['null', '(null)', 'nil', 'none', 'na', 'n/a', 'n.a.', 'nan', 'nd', '-', '--', '.', '(vide)', 'néant', '\\n'])

/** True for the words that programs write in place of nothing (`NULL`, `N/A`, `-`): a typed cell reads them as blank. */
export const isPlaceholder = (text: string): boolean => text.length <= 6 && placeholders.has(text.toLowerCase())

const excelErrors = /^#(?:N\/A|NULL!|DIV\/0!|VALUE!|VALEUR!|REF!|NAME\?|NOM\?|NUM!|NOMBRE!|SPILL!|CALC!|GETTING_DATA)$/i

/** True for a cell in which Excel wrote an error (`#N/A`, `#DIV/0!`, `#REF!`) instead of a value. */
export const isExcelError = (text: string): boolean => text.charCodeAt(0) === 0x23 && excelErrors.test(text)
