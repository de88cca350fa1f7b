import type { Sentence } from '#kernel/shared/problem.ts'

/** Why a cell was refused; stable, for counting and for programs. */
export type CellErrorCode =
  | 'excel_error'
  | 'not_a_number'
  | 'ambiguous_number'
  | 'scientific'
  | 'other_currency'
  | 'too_large'
  | 'not_an_integer'
  | 'not_a_date'
  | 'no_such_day'
  | 'ambiguous_date'
  | 'wrong_order'
  | 'no_such_time'
  | 'not_a_boolean'

/** What a cell says: a value, null for a blank cell, or the reason why it was refused. */
export type CellResult<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly code: CellErrorCode; readonly sentence: Sentence }

/** The result of every blank cell. */
export const blankCell = { ok: true, value: null } as const

/** A value that was read. */
export const cell = <T>(value: T): CellResult<T> => ({ ok: true, value })

const sentences: Record<CellErrorCode, { id: string; message: string }> = {
  excel_error: /*i18n*/ { id: 'exchange.cell.excel_error', message: 'La cellule contient l’erreur Excel « {text} »' },
  not_a_number: /*i18n*/ { id: 'exchange.cell.not_a_number', message: '« {text} » n’est pas un nombre' },
  ambiguous_number: /*i18n*/ {
    id: 'exchange.cell.ambiguous_number',
    message: '« {text} » peut se lire de deux façons : précisez le séparateur décimal de la colonne',
  },
  scientific: /*i18n*/ {
    id: 'exchange.cell.scientific',
    message: '« {text} » a perdu des chiffres dans le tableur : mettez la colonne au format Texte et exportez de nouveau',
  },
  other_currency: /*i18n*/ { id: 'exchange.cell.other_currency', message: '« {text} » n’est pas un montant en dinars' },
  too_large: /*i18n*/ { id: 'exchange.cell.too_large', message: '« {text} » est un nombre trop grand' },
  not_an_integer: /*i18n*/ { id: 'exchange.cell.not_an_integer', message: '« {text} » n’est pas un nombre entier' },
  not_a_date: /*i18n*/ { id: 'exchange.cell.not_a_date', message: '« {text} » n’est pas une date' },
  no_such_day: /*i18n*/ { id: 'exchange.cell.no_such_day', message: '« {text} » : ce jour n’existe pas' },
  ambiguous_date: /*i18n*/ {
    id: 'exchange.cell.ambiguous_date',
    message: '« {text} » peut se lire de deux façons : précisez l’ordre du jour et du mois dans la colonne',
  },
  wrong_order: /*i18n*/ {
    id: 'exchange.cell.wrong_order',
    message: '« {text} » ne suit pas l’ordre du jour et du mois choisi pour la colonne',
  },
  no_such_time: /*i18n*/ { id: 'exchange.cell.no_such_time', message: '« {text} » : cette heure n’existe pas' },
  not_a_boolean: /*i18n*/ { id: 'exchange.cell.not_a_boolean', message: '« {text} » ne veut dire ni oui ni non' },
}

/** A refusal; the sentence quotes at most 60 characters of the cell. */
export const refusedCell = (code: CellErrorCode, text: string): CellResult<never> => ({
  ok: false,
  code,
  sentence: { ...sentences[code], values: { text: text.length > 60 ? `${text.slice(0, 59)}…` : text } },
})
