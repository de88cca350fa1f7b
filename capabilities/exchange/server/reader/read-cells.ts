import type { CellProblem, CellValue } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { CellResult } from '../reading/cells/cell-result.ts'
import { parseBoolean } from '../reading/cells/parse-boolean.ts'
import { parseDay } from '../reading/cells/parse-day.ts'
import { parseInstant } from '../reading/cells/parse-instant.ts'
import { parseDecimalToCentimes, parseInteger } from '../reading/cells/parse-number.ts'
import { restoreZeros } from '../reading/cells/restore-zeros.ts'
import { isExcelError, tidy, tidyText } from '../reading/cells/tidy.ts'
import type { ReadColumn } from './task.ts'

/** The value of a cell, or why it can't be taken. */
type Read = { readonly value: CellValue } | { readonly problem: CellProblem }

const sentences = {
  excel_error: /*i18n*/ { id: 'exchange.cell.excel_error', message: 'La cellule contient l’erreur Excel « {text} »' },
  unknown_choice: /*i18n*/ { id: 'exchange.cell.unknown_choice', message: '« {text} » n’est pas une des valeurs prévues' },
  too_long: /*i18n*/ { id: 'exchange.cell.too_long', message: 'Ce texte compte {length} caractères ; {most} au plus sont permis' },
  digits_lost: /*i18n*/ {
    id: 'exchange.cell.digits_lost',
    message: 'Le tableur n’a gardé que 15 chiffres de cette valeur : mettez la colonne au format Texte et exportez de nouveau',
  },
} satisfies Record<string, Sentence>

/** A cell that cannot be taken because its digits are lost. */
export const digitsLost = (field: string): CellProblem => ({ field, code: 'digits_lost', sentence: sentences.digits_lost })

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

// In free text only what no person writes counts as nothing: «Na» and «Nil» are names.
const nothing = new Set(['null', '(null)', '\\n', '#n/a', '#n/d'])
// What a masked value looks like: it is never written back over the real one.
const masked = /•{2,}/

const readText = (column: ReadColumn, text: string): Read => {
  const value = column.kind === 'text' ? tidyText(text) : tidy(text)
  if (value === '' || nothing.has(value.toLowerCase()) || masked.test(value)) return { value: null }
  if (isExcelError(value))
    return { problem: { field: column.field, code: 'excel_error', sentence: { ...sentences.excel_error, values: { text: value } } } }
  const restored =
    column.kind === 'phone'
      ? restoreZeros(value, 'phone', 10)
      : column.digits !== null && column.kind === 'code'
        ? restoreZeros(value, 'code', column.digits)
        : value
  if (column.longest !== null && restored.length > column.longest) {
    const values = { length: restored.length, most: column.longest }
    return { problem: { field: column.field, code: 'too_long', sentence: { ...sentences.too_long, values } } }
  }
  return { value: restored }
}

const fromResult = (column: ReadColumn, result: CellResult<CellValue & {}>): Read =>
  result.ok ? { value: result.value } : { problem: { field: column.field, code: result.code, sentence: result.sentence } }

const readChoice = (column: ReadColumn, text: string): Read => {
  const value = tidy(text)
  if (value === '' || nothing.has(value.toLowerCase())) return { value: null }
  const chosen = column.words?.[fold(value)] ?? column.words?.[value.toLowerCase()]
  if (chosen !== undefined) return { value: chosen }
  const sentence = { ...sentences.unknown_choice, values: { text: shortened(value) } }
  return { problem: { field: column.field, code: 'unknown_choice', sentence } }
}

/** Reads one cell as the field that its column fills asks. */
export const readCell = (column: ReadColumn, text: string): Read => {
  switch (column.kind) {
    case 'day':
      return fromResult(column, parseDay(text, column.options))
    case 'instant':
      return fromResult(column, parseInstant(text, column.options))
    case 'integer':
      return fromResult(column, parseInteger(text, column.options))
    case 'money':
      return fromResult(column, parseDecimalToCentimes(text, column.options))
    case 'boolean':
      return fromResult(column, parseBoolean(text))
    case 'choice':
      return readChoice(column, text)
    default:
      return readText(column, text)
  }
}
