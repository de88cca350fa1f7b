import type { Language } from '#kernel/shared/language.ts'
import { readNumber } from '#kernel/shared/read-number.ts'

/** What a figure is written in: amounts are kept in centimes, per cents in hundredths, per milles in millionths, factors in ten-thousandths. */
export type FigureUnit = 'amount' | 'percent' | 'per_mille' | 'factor' | 'whole' | 'text' | 'switch' | 'choice'

/** One value to enter, by its key in the whole. */
export interface Figure {
  readonly key: string
  readonly label: string
  readonly unit: FigureUnit
  /** What stands after the number, when the unit does not say it («jours», «m²»). */
  readonly suffix?: string
  readonly optional?: boolean
  readonly hint?: string
  readonly options?: ReadonlyArray<{ readonly value: string; readonly label: string }>
}

/** Figures in rows: of fixed names, or as many as the person adds. */
export interface FigureTable {
  readonly key: string
  readonly title: string
  /** What a row is, above the fixed names; the words for «add one» where rows are open. */
  readonly rowLabel: string
  readonly rows: ReadonlyArray<{ readonly key: string; readonly label: string }> | 'open'
  readonly columns: readonly Figure[]
  /** Whether open rows may be none at all; one at least otherwise. */
  readonly mayBeEmpty?: boolean
  /** Where the whole keeps columns outside and rows inside them. */
  readonly columnsFirst?: boolean
}

/** How a value of many figures is entered and shown. `fixed` are parts that nobody enters; a `scalar` is one figure alone. */
export interface FigureShape {
  readonly figures: readonly Figure[]
  readonly tables: readonly FigureTable[]
  readonly fixed?: Readonly<Record<string, unknown>>
  readonly scalar?: boolean
}

/** What a person typed, by path in the whole. Rows that may be added are counted under `key#`. */
export type FigureTexts = Readonly<Record<string, string>>

const places: Readonly<Partial<Record<FigureUnit, number>>> = { amount: 2, percent: 2, per_mille: 3, factor: 4, whole: 0 }

/** Under which name the count of a table's rows stands. */
export const countKey = (table: FigureTable): string => `${table.key}#`

const path = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('.')

/** Where a figure of a table stands in the whole. */
export const cellPath = (table: FigureTable, row: string, column: Figure): string =>
  table.columnsFirst ? path(table.key, column.key, row) : path(table.key, row, column.key)

const at = (whole: unknown, where: string): unknown => {
  let value = whole
  for (const part of where === '' ? [] : where.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part]
  return value
}

const grouped = (digits: string, language: Language): string => digits.replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : '\u202f')

/** A figure as a person would type it: 30 000 in amounts → «300», 1 550 in per cents → «15,5». */
export const figureText = (value: unknown, unit: FigureUnit, language: Language): string => {
  if (value === null || value === undefined) return ''
  if (unit === 'switch') return value === true ? 'yes' : ''
  const count = places[unit]
  if (typeof value === 'string') return value
  if (count === undefined || typeof value !== 'number') return ''
  const digits = String(Math.abs(value)).padStart(count + 1, '0')
  const decimals = count === 0 ? '' : digits.slice(-count)
  const kept = unit === 'amount' ? (decimals === '00' ? '' : decimals) : decimals.replace(/0+$/, '')
  const whole = grouped(count === 0 ? digits : digits.slice(0, -count), language)
  return `${value < 0 ? '-' : ''}${whole}${kept === '' ? '' : `${language === 'en' ? '.' : ','}${kept}`}`
}

/** The number that a text means in a unit; null when it is none, or has more decimals than the unit keeps. */
export const readFigure = (text: string, unit: FigureUnit): number | null => {
  const count = places[unit]
  const read = readNumber(text.replace(/[%‰×]/g, ''))
  if (read === null || count === undefined || read.decimals.replace(/0+$/, '').length > count) return null
  const value = Number(read.integer + read.decimals.slice(0, count).padEnd(count, '0'))
  return Number.isSafeInteger(value) ? (read.negative && value !== 0 ? -value : value) : null
}

/** Rows of a table: the fixed names, or the numbers of those that were added. */
export const rowsOf = (table: FigureTable, texts: FigureTexts): readonly string[] =>
  table.rows === 'open'
    ? Array.from({ length: Number(texts[countKey(table)] ?? 0) }, (_, row) => String(row))
    : table.rows.map((row) => row.key)

/** The texts of a value; of nothing, empty ones with one row in each table that may grow. */
export const textsOf = (shape: FigureShape, value: unknown, language: Language): FigureTexts => {
  const texts: Record<string, string> = {}
  for (const figure of shape.figures) texts[figure.key] = figureText(shape.scalar ? value : at(value, figure.key), figure.unit, language)
  for (const table of shape.tables) {
    const list = at(value, table.key)
    if (table.rows === 'open') texts[countKey(table)] = String(Array.isArray(list) ? list.length : table.mayBeEmpty ? 0 : 1)
    for (const row of rowsOf(table, texts))
      for (const column of table.columns) {
        const where = cellPath(table, row, column)
        texts[where] = figureText(at(value, where), column.unit, language)
      }
  }
  return texts
}

export type FigureFault = 'missing' | 'number'

const readOne = (figure: Figure, text: string): { value: unknown } | { fault: FigureFault } => {
  const said = text.trim()
  if (figure.unit === 'switch') return { value: said === 'yes' }
  if (said === '') return figure.optional ? { value: null } : { fault: 'missing' }
  if (figure.unit === 'text' || figure.unit === 'choice') return { value: said }
  const number = readFigure(said, figure.unit)
  return number === null ? { fault: 'number' } : { value: number }
}

type Node = { [key: string]: unknown }

const put = (whole: Node, where: string, value: unknown): void => {
  const parts = where.split('.')
  let node = whole
  for (const part of parts.slice(0, -1)) node = (node[part] ??= {}) as Node
  node[parts.at(-1) ?? ''] = value
}

/** Objects whose keys are 0, 1, 2 … are lists. */
const withLists = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  return entries.length > 0 && entries.every(([key], index) => key === String(index))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries)
}

/** The value that the texts mean, or what is wrong with which of them. */
export const readFigures = (
  shape: FigureShape,
  texts: FigureTexts,
):
  | { readonly value: unknown; readonly faults: null }
  | { readonly value: null; readonly faults: Readonly<Record<string, FigureFault>> } => {
  const whole: Node = { ...shape.fixed }
  const faults: Record<string, FigureFault> = {}
  const take = (figure: Figure, where: string) => {
    const read = readOne(figure, texts[where] ?? '')
    if ('fault' in read) faults[where] = read.fault
    else put(whole, where, read.value)
  }
  for (const figure of shape.figures) take(figure, figure.key)
  for (const table of shape.tables)
    for (const row of rowsOf(table, texts)) for (const column of table.columns) take(column, cellPath(table, row, column))
  if (Object.keys(faults).length > 0) return { value: null, faults }
  const first = shape.figures[0]
  return { value: shape.scalar && first ? whole[first.key] : withLists(whole), faults: null }
}

/** The texts without one row of a table that may grow: those below it move up. */
export const withoutRow = (table: FigureTable, texts: FigureTexts, row: number): FigureTexts => {
  const kept: Record<string, string> = { ...texts }
  const last = Number(texts[countKey(table)] ?? 0) - 1
  for (const column of table.columns) {
    for (let to = row; to < last; to += 1) kept[cellPath(table, String(to), column)] = texts[cellPath(table, String(to + 1), column)] ?? ''
    delete kept[cellPath(table, String(last), column)]
  }
  kept[countKey(table)] = String(last)
  return kept
}

/** The texts with an empty row more. */
export const withRow = (table: FigureTable, texts: FigureTexts): FigureTexts => {
  const row = texts[countKey(table)] ?? '0'
  return {
    ...texts,
    ...Object.fromEntries(table.columns.map((column) => [cellPath(table, row, column), ''])),
    [countKey(table)]: String(Number(row) + 1),
  }
}
