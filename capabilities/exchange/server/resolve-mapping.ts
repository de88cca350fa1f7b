import type { ImportKindOffer } from '#kernel/server/file-import.ts'
import { fold } from '#kernel/shared/fold.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { MappingInput } from '../contract.ts'
import { relationOf } from './offers.ts'
import type { Survey } from './reader/task.ts'
import { normaliseHeader } from './reading/columns/header-words.ts'
import type { GivenField, ImportSettings, MappedField, ResolvedSettings } from './settings.ts'

/** The given mapping as a list; `{ header: field }` and `{ field: header }` are both understood. */
export const givenFields = (input: MappingInput, importable: ImportKindOffer): GivenField[] => {
  if (Array.isArray(input)) return input
  const isField = (text: string) => importable.fields.some(({ key }) => key === text.split('.')[0])
  return Object.entries(input).flatMap(([left, right]) => {
    if (right === null || right === '') return []
    return isField(right) || !isField(left) ? [{ column: left, field: right }] : [{ column: right, field: left }]
  })
}

const unknown = (path: string, text: string) =>
  refuse(
    'exchange.mapping_unknown',
    {
      .../*i18n*/ { id: 'exchange.mapping_unknown', message: 'L’association nomme « {text} », qui n’est ni une colonne ni un champ.' },
      values: { text },
    },
    path,
  )

/** Checks the fields that a mapping names; columns are checked once the file is read. */
export const checkFields = (fields: readonly GivenField[], importable: ImportKindOffer): void => {
  for (const { field } of fields) {
    const [key = '', by] = field.split('.')
    const found = importable.fields.find((one) => one.key === key)
    const relation = relationOf(importable, key)
    if (!found || (by !== undefined && !relation?.lookups.some((lookup) => lookup.by === by))) throw unknown('mapping', field)
  }
}

const columnAt = (survey: Survey, column: number | string): number => {
  if (typeof column === 'number') return column
  const exact = survey.columns.findIndex(({ header }) => header === column)
  if (exact >= 0) return exact
  const alike = survey.columns.findIndex(({ header }) => normaliseHeader(header) === normaliseHeader(column) && fold(column) !== '')
  if (alike >= 0) return alike
  return /^\d+$/.test(column) ? Number(column) : -1
}

/** The settings with their columns found in the file; a 422 for a header that the file does not have. */
export const resolveMapping = ({ mapping: given, ...settings }: ImportSettings, survey: Survey): ResolvedSettings => {
  if (given === undefined) return settings
  const mapping = given.map(({ column, field }): MappedField => {
    const at = columnAt(survey, column)
    if (at < 0 || at >= survey.columns.length) throw unknown('mapping', String(column))
    const [key = '', by] = field.split('.')
    return { column: at, field: key, ...(by !== undefined && { by }) }
  })
  return { ...settings, mapping }
}
