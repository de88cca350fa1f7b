import { createHash } from 'node:crypto'
import type { ColumnKind } from './column-kind.ts'
import { headerSimilarity } from './header-similarity.ts'
import { headerTokens, normaliseHeader } from './header-words.ts'
import { recognisePreset, type PresetName } from './mapping-presets.ts'

/** A field that an import can fill. */
export interface TargetField {
  readonly key: string
  /** As the person reads it, in any language. */
  readonly label: string
  /** Other words for it, in any language. */
  readonly synonyms: readonly string[]
  readonly kind: Exclude<ColumnKind, 'empty'> | 'choice' | 'relation'
  readonly required: boolean
  /** Whether a cell says one of the values of a choice. */
  readonly knows?: (text: string) => boolean
}

/** What the proposal needs to know of a column; a `ColumnProfile` says it. */
export interface MappedColumn {
  readonly index: number
  readonly header: string
  readonly kind: ColumnKind
  /** A few of its values. */
  readonly samples?: readonly string[]
}

/** Why a column was matched with a field. */
export type MappingReason = 'preset' | 'name' | 'similar' | 'kind'

export interface ProposedMatch {
  readonly field: string
  /** Index of the column. */
  readonly column: number
  /** From 0 to 1; from 0.8 on there is little to check. */
  readonly confidence: number
  readonly reason: MappingReason
}

export interface ProposedMapping {
  /** At most one column per field and one field per column, in the order of the columns. */
  readonly matches: readonly ProposedMatch[]
  readonly unmappedColumns: readonly number[]
  /** Keys of the required fields that no column fills. */
  readonly missingRequired: readonly string[]
  /** The program whose export this is, when its headers show it. */
  readonly preset: PresetName | null
}

const proposedFrom = 0.3
const [fits, neutral, doubtful, contrary] = [1, 0.85, 0.6, 0.25]

/** How well the cells of a column can fill a kind of field. */
const kindFactor = (field: TargetField['kind'], column: ColumnKind): number => {
  if (column === 'empty') return neutral
  switch (field) {
    case 'email':
      return column === 'email' ? fits : column === 'text' ? doubtful : contrary
    case 'phone':
      return column === 'phone' ? fits : column === 'email' || column === 'day' || column === 'instant' ? contrary : doubtful
    case 'day':
    case 'instant':
      return column === 'day' || column === 'instant' ? fits : column === 'integer' || column === 'text' ? doubtful : contrary
    case 'money':
    case 'decimal':
    case 'integer':
      return column === 'integer' || column === 'decimal' || column === 'money' || column === 'boolean'
        ? fits
        : column === 'text'
          ? doubtful
          : contrary
    case 'boolean':
      return column === 'boolean' ? fits : column === 'integer' || column === 'text' ? doubtful : contrary
    case 'code':
      return column === 'code' || column === 'integer' || column === 'text' || column === 'boolean' ? fits : doubtful
    default:
      return column === 'email' || column === 'day' || column === 'instant' ? doubtful : fits
  }
}

/** A column of which no value is known to a choice fills another field, however like its name. */
const choiceFactor = ({ knows }: TargetField, { samples }: MappedColumn): number => {
  if (!knows || !samples || samples.length === 0) return fits
  return samples.some(knows) ? fits : contrary
}

interface Candidate extends ProposedMatch {
  readonly order: number
}

/** A second e-mail or phone (`E-mail 2`) leaves the field to the first. */
const isFurther = (header: string): boolean => headerTokens(header).some((token) => /^[2-9]$/.test(token))

const namesOf = (field: TargetField): string[] => [field.label, field.key.replaceAll('_', ' '), ...field.synonyms]

const candidateFor = (field: TargetField, column: MappedColumn, presetFields: readonly string[], order: number): Candidate | null => {
  const match = (confidence: number, reason: MappingReason) => ({
    field: field.key,
    column: column.index,
    confidence: Math.round(confidence * 100) / 100,
    reason,
    order,
  })
  if (presetFields.includes(field.key)) return match(0.98 - presetFields.indexOf(field.key) * 0.01, 'preset')
  const factor = kindFactor(field.kind, column.kind) * choiceFactor(field, column)
  const likeness = column.header === '' ? 0 : Math.max(...namesOf(field).map((name) => headerSimilarity(column.header, name)))
  const confidence = likeness * factor * (isFurther(column.header) ? 0.8 : 1)
  if (likeness >= 0.5 && confidence >= proposedFrom) return match(confidence, likeness === 1 ? 'name' : 'similar')
  const tellsByKind = field.kind === column.kind && (field.kind === 'email' || field.kind === 'phone')
  return tellsByKind ? match(0.35, 'kind') : null
}

/**
 * Proposes which column fills which field: by the headers of a known program, by name in the three languages, by
 * likeness, and by what the cells are. Never two columns for one field, nor two fields for one column.
 */
export const proposeMapping = (columns: readonly MappedColumn[], fields: readonly TargetField[], object = ''): ProposedMapping => {
  const preset = recognisePreset(
    columns.map(({ header }) => header),
    object,
  )
  const keys = new Set(fields.map(({ key }) => key))
  const candidates = columns.flatMap((column, at) => {
    const meant = preset?.fieldsOf[at] ?? []
    const presetFields = meant.filter((key) => keys.has(key))
    // What the program means by this header is known, and the object has no field for it.
    if (meant.length > 0 && presetFields.length === 0) return []
    return fields.flatMap((field, order) => candidateFor(field, column, presetFields, order) ?? [])
  })
  const [takenFields, takenColumns] = [new Set<string>(), new Set<number>()]
  const matches: ProposedMatch[] = []
  for (const { order: _, ...match } of candidates.toSorted(
    (a, b) => b.confidence - a.confidence || a.column - b.column || a.order - b.order,
  )) {
    if (takenFields.has(match.field) || takenColumns.has(match.column)) continue
    takenFields.add(match.field)
    takenColumns.add(match.column)
    matches.push(match)
  }
  return {
    matches: matches.sort((a, b) => a.column - b.column),
    unmappedColumns: columns.filter(({ index }) => !takenColumns.has(index)).map(({ index }) => index),
    missingRequired: fields.filter(({ key, required }) => required && !takenFields.has(key)).map(({ key }) => key),
    preset: preset?.name ?? null,
  }
}

/** The same text for files with the same headers in the same order: under it a mapping is remembered. */
export const headerFingerprint = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(normaliseHeader).join('\n')).digest('base64url').slice(0, 22)
