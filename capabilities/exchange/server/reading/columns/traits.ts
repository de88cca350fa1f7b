/** What the writing of one cell shows; a cell has several, so they are bits of one number. */
export const trait = {
  blank: 1,
  /** `NULL`, `N/A`, `-`. */
  placeholder: 1 << 1,
  excelError: 1 << 2,
  integer: 1 << 3,
  decimal: 1 << 4,
  /** Digits only, the first a zero that a number would lose. */
  leadingZero: 1 << 5,
  /** Digits only, 16 or more: no number holds them. */
  longDigits: 1 << 6,
  /** `1,23E+12`: the spreadsheet has thrown digits away. */
  scientific: 1 << 7,
  dinars: 1 << 8,
  otherCurrency: 1 << 9,
  percent: 1 << 10,
  /** Exactly two decimals. */
  twoDecimals: 1 << 11,
  /** The comma (or the point) can only stand before decimals. */
  commaDecimal: 1 << 12,
  pointDecimal: 1 << 13,
  /** The comma (or the point) stands before decimals or between thousands: `1,234`. */
  commaUnclear: 1 << 14,
  pointUnclear: 1 << 15,
  date: 1 << 16,
  timed: 1 << 17,
  /** A time other than midnight. */
  withinDay: 1 << 18,
  shortYear: 1 << 19,
  /** `31/12/2026`. */
  dayFirst: 1 << 20,
  /** `12/31/2026`. */
  monthFirst: 1 << 21,
  /** `05/04/2026`, which does not say. */
  orderUnclear: 1 << 22,
  /** `20261231`, which may be a number. */
  compactDate: 1 << 23,
  email: 1 << 24,
  phone: 1 << 25,
  boolean: 1 << 26,
  /** Holds the mark that stands for bytes which the encoding could not read. */
  unreadable: 1 << 27,
  text: 1 << 28,
} as const

/** The traits of a cell that is more than words: a number, a date, an address, a yes or no. */
export const typedTraits =
  trait.integer | trait.decimal | trait.longDigits | trait.scientific | trait.otherCurrency | trait.date | trait.email | trait.phone
