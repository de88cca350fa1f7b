import type { Sentence } from '#kernel/shared/problem.ts'
import type { DateOrder } from '../cells/parse-day.ts'
import type { DecimalMark } from '../cells/parse-number.ts'
import type { ColumnKind, Decided } from './column-kind.ts'
import type { ColumnNotice } from './column-profile.ts'
import type { CellExample, ColumnTally } from './column-tally.ts'
import { trait } from './traits.ts'

/** Stable names of what a column's profile points out. */
export type ColumnNoticeCode = keyof typeof sentences

const sentences = {
  digits_lost: /*i18n*/ {
    id: 'exchange.column.digits_lost',
    message:
      '{count, plural, one {Une valeur a} other {# valeurs ont}} perdu des chiffres dans le tableur : mettez la colonne au format Texte et exportez de nouveau',
  },
  zeros_lost: /*i18n*/ {
    id: 'exchange.column.zeros_lost',
    message: 'Les zéros de tête ont été perdus : ces valeurs devraient avoir {digits} chiffres. Ils seront rétablis',
  },
  excel_errors: /*i18n*/ {
    id: 'exchange.column.excel_errors',
    message: '{count, plural, one {Une cellule contient} other {# cellules contiennent}} une erreur Excel',
  },
  placeholders: /*i18n*/ {
    id: 'exchange.column.placeholders',
    message:
      '{count, plural, one {Une cellule ne contient} other {# cellules ne contiennent}} qu’un mot comme NULL ou N/A : elle compte comme vide',
  },
  dates_contradictory: /*i18n*/ {
    id: 'exchange.column.dates_contradictory',
    message: 'Certaines dates commencent par le jour, d’autres par le mois : choisissez l’ordre à suivre',
  },
  dates_unclear: /*i18n*/ {
    id: 'exchange.column.dates_unclear',
    message: 'Rien ne dit si ces dates commencent par le jour ou par le mois : choisissez',
  },
  short_years: /*i18n*/ {
    id: 'exchange.column.short_years',
    message: 'Les années ont deux chiffres : 39 se lit 2039 et 40 se lit 1940',
  },
  numbers_contradictory: /*i18n*/ {
    id: 'exchange.column.numbers_contradictory',
    message: 'Certains nombres s’écrivent avec une virgule, d’autres avec un point : choisissez le séparateur décimal',
  },
  numbers_unclear: /*i18n*/ {
    id: 'exchange.column.numbers_unclear',
    message: 'Rien ne dit si le signe est un séparateur décimal ou de milliers : choisissez',
  },
  other_currency: /*i18n*/ {
    id: 'exchange.column.other_currency',
    message: '{count, plural, one {Un montant n’est pas} other {# montants ne sont pas}} en dinars',
  },
  unreadable: /*i18n*/ {
    id: 'exchange.column.unreadable',
    message: '{count, plural, one {Une cellule contient} other {# cellules contiennent}} des caractères illisibles : vérifiez l’encodage',
  },
  exceptions: /*i18n*/ {
    id: 'exchange.column.exceptions',
    message: '{count, plural, one {Une valeur n’est pas} other {# valeurs ne sont pas}} du même type que les autres',
  },
} satisfies Record<string, Sentence>

interface Findings {
  readonly kind: ColumnKind
  readonly dateOrder: Decided<DateOrder> | null
  readonly decimalMark: Decided<DecimalMark> | null
  readonly digits: number | null
}

/** The traits that fit each kind; a cell with none of them is an exception. */
const fitting: Readonly<Record<ColumnKind, number>> = {
  empty: 0,
  integer: trait.integer,
  decimal: trait.integer | trait.decimal,
  money: trait.integer | trait.decimal,
  boolean: trait.boolean,
  day: trait.date | trait.compactDate,
  instant: trait.date | trait.compactDate,
  email: trait.email,
  phone: trait.phone | trait.integer,
  code: trait.integer | trait.longDigits,
  text: ~0,
}

const noticedElsewhere = trait.placeholder | trait.excelError | trait.scientific | trait.otherCurrency

/** Everything about a column that is worth a sentence, gravest first. */
export const columnNotices = (tally: ColumnTally, { kind, dateOrder, decimalMark, digits }: Findings): ColumnNotice[] => {
  const notices: ColumnNotice[] = []
  const notice = (code: ColumnNoticeCode, count: number, examples: readonly CellExample[], values: Record<string, number> = {}) => {
    if (count > 0) notices.push({ code, sentence: { ...sentences[code], values: { count, ...values } }, count, examples })
  }
  const withTrait = (code: ColumnNoticeCode, traits: number) =>
    notice(
      code,
      tally.countAny(traits),
      tally.examples((shown) => (shown & traits) !== 0),
    )
  const scientific = tally.count(trait.scientific)
  notice(
    'digits_lost',
    tally.digitsLost + scientific,
    [...tally.lostExamples, ...tally.examples((shown) => (shown & trait.scientific) !== 0)].slice(0, 3),
  )
  withTrait('excel_errors', trait.excelError)
  withTrait('unreadable', trait.unreadable)
  if (dateOrder?.ask)
    withTrait(
      dateOrder.because === 'unclear' ? 'dates_unclear' : 'dates_contradictory',
      trait.dayFirst | trait.monthFirst | trait.orderUnclear,
    )
  if (decimalMark?.ask) {
    const marks = trait.commaDecimal | trait.pointDecimal | trait.commaUnclear | trait.pointUnclear
    withTrait(decimalMark.because === 'unclear' ? 'numbers_unclear' : 'numbers_contradictory', marks)
  }
  if (kind === 'money' || kind === 'decimal' || kind === 'integer') withTrait('other_currency', trait.otherCurrency)
  if (digits !== null)
    notice(
      'zeros_lost',
      kind === 'phone' ? tally.shortPhones : (tally.lengths[4] ?? 0),
      tally.examples((shown) => (shown & trait.integer) !== 0),
      { digits },
    )
  withTrait('short_years', kind === 'day' || kind === 'instant' ? trait.shortYear : 0)
  withTrait('placeholders', trait.placeholder)
  const fits = fitting[kind] | noticedElsewhere | (digits !== null ? trait.integer : 0)
  const isException = (shown: number) => (shown & fits) === 0
  if (kind !== 'text' && !isSerial(kind, tally)) notice('exceptions', tally.filled - tally.countAny(fits), tally.examples(isException))
  return notices
}

const isSerial = (kind: ColumnKind, tally: ColumnTally): boolean => kind === 'day' && tally.countAny(trait.date | trait.compactDate) === 0
