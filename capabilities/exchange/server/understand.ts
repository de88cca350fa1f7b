import { say } from '#kernel/server/language.ts'
import type { FileImport } from '#kernel/server/file-import.ts'
import type { ImportField, ImportOffer } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { ReadColumn, Survey } from './reader/task.ts'
import { cellOptions, type ColumnProfile } from './reading/columns/column-profile.ts'
import { proposeMapping, type TargetField } from './reading/columns/propose-mapping.ts'
import type { MappedField, ResolvedSettings } from './settings.ts'

/** Why a column fills a field. */
export type MatchBecause = 'preset' | 'name' | 'similar' | 'kind' | 'remembered' | 'chosen'

export interface UnderstoodField extends MappedField {
  readonly confidence: number
  readonly because: MatchBecause
}

/** Something that has to be settled before the rows can be read. */
export interface Question {
  readonly kind: 'mapping' | 'date_order' | 'decimal_mark' | 'match'
  readonly column: number | null
  readonly sentence: Sentence
  readonly examples: readonly string[]
  readonly proposal: string | null
}

/** Who stands in where a file names no agency or owner (docs/decisions.md 2). */
export interface Stand {
  readonly userId: string | null
  readonly agencyId: string | null
}

/** An import ready to run but for its questions. */
export interface Understood {
  readonly mapping: readonly UnderstoodField[]
  readonly preset: string | null
  readonly settings: Required<Omit<ResolvedSettings, 'mapping' | 'date_order' | 'decimal_mark'>>
  readonly questions: readonly Question[]
  /** Groups of fields of which none is filled although one must be. */
  readonly missing: readonly (readonly string[])[]
}

/** A proposal below this is not used without a person's word. */
const usedFrom = 0.65

const knowsOf = (field: ImportField): ((text: string) => boolean) => {
  const words = wordsOf(field)
  return (text) => words[fold(text)] !== undefined || words[text.trim().toLowerCase()] !== undefined
}

const targetFields = (importable: ImportOffer): TargetField[] =>
  importable.fields.map((field) => ({
    key: field.key,
    label: field.label.message,
    synonyms: [say('en', field.label), say('ar', field.label), ...field.synonyms],
    kind: field.kind,
    required: importable.needs.some((group) => group.length === 1 && group[0] === field.key),
    ...(field.choices && { knows: knowsOf(field) }),
  }))

const proposed = (importable: ImportOffer, survey: Survey): { mapping: UnderstoodField[]; preset: string | null } => {
  const proposal = proposeMapping(survey.columns, targetFields(importable), importable.object)
  return {
    mapping: proposal.matches.map(({ field, column, confidence, reason }) => ({ field, column, confidence, because: reason })),
    preset: proposal.preset,
  }
}

const questionSentences = {
  mapping: /*i18n*/ {
    id: 'exchange.question.mapping',
    message: 'Aucune colonne ne remplit un champ nécessaire. Associez les colonnes aux champs.',
  },
  match: /*i18n*/ {
    id: 'exchange.question.match',
    message: 'Pour mettre à jour des enregistrements, il faut dire par quel champ les reconnaître.',
  },
  date_order: /*i18n*/ {
    id: 'exchange.question.date_order',
    message: 'Dans « {column} », rien ne dit si les dates commencent par le jour ou par le mois. Choisissez.',
  },
  date_mixed: /*i18n*/ {
    id: 'exchange.question.date_mixed',
    message: 'Dans « {column} », certaines dates commencent par le jour, d’autres par le mois. Choisissez l’ordre à suivre.',
  },
  decimal_mark: /*i18n*/ {
    id: 'exchange.question.decimal_mark',
    message: 'Dans « {column} », rien ne dit si le signe sépare les décimales ou les milliers. Choisissez.',
  },
} satisfies Record<string, Sentence>

const headerOf = (column: ColumnProfile): string => (column.header === '' ? String(column.index + 1) : column.header)

/** Questions about how the cells of one column read. */
const columnQuestions = (column: ColumnProfile, field: ImportField, settings: ResolvedSettings): Question[] => {
  const values = { column: headerOf(column) }
  const asked: Question[] = []
  if ((field.kind === 'day' || field.kind === 'instant') && column.dateOrder?.ask && !settings.date_order) {
    const sentence = column.dateOrder.because === 'unclear' ? questionSentences.date_order : questionSentences.date_mixed
    const examples = column.notices.find(({ code }) => code.startsWith('dates_'))?.examples.map(({ text }) => text) ?? column.samples
    asked.push({ kind: 'date_order', column: column.index, sentence: { ...sentence, values }, examples, proposal: column.dateOrder.value })
  }
  const isNumber = field.kind === 'money' || field.kind === 'integer'
  if (isNumber && column.decimalMark?.ask && column.decimalMark.because === 'unclear' && !settings.decimal_mark) {
    const sentence = { ...questionSentences.decimal_mark, values }
    const examples = column.notices.find(({ code }) => code.startsWith('numbers_'))?.examples.map(({ text }) => text) ?? column.samples
    asked.push({ kind: 'decimal_mark', column: column.index, sentence, examples, proposal: column.decimalMark.value })
  }
  return asked
}

/** Why a column fills its field once a person chose: a column left as it was proposed keeps the reason of the proposal. */
const becauseOf = ({ column, field, by }: MappedField, proposal: readonly UnderstoodField[]): MatchBecause =>
  proposal.find((one) => one.column === column && one.field === field && one.by === by && one.confidence >= usedFrom)?.because ?? 'chosen'

/** External identifiers mean something only within their source. */
const bringsIdentifiers = (offer: ImportOffer, mapped: ReadonlySet<string>): boolean =>
  mapped.has('external_id') || ('parts' in offer && (offer as FileImport).parts.some(({ derives }) => derives?.includes('external_id')))

const hasKey = (columnsOfKey: readonly string[], mapped: ReadonlySet<string>): boolean => columnsOfKey.every((column) => mapped.has(column))

/**
 * What an import will do with a file, from what was seen of it and what a person chose; what they left open is proposed, and what
 * cannot be is asked. `remembered` is the mapping of the last file of the same shape.
 */
export const understand = (
  importable: ImportOffer,
  survey: Survey,
  given: ResolvedSettings,
  remembered: readonly MappedField[] | null,
  stand: Stand,
): Understood => {
  const proposal = proposed(importable, survey)
  const fields = new Map(importable.fields.map((field) => [field.key, field]))
  const fits = ({ column, field }: MappedField) => column < survey.columns.length && fields.has(field)
  const all: UnderstoodField[] =
    given.mapping !== undefined
      ? given.mapping.filter(fits).map((field) => ({ ...field, confidence: 1, because: becauseOf(field, proposal.mapping) }))
      : remembered !== null
        ? remembered.filter(fits).map((field) => ({ ...field, confidence: 1, because: 'remembered' }))
        : proposal.mapping
  const mapping = all.filter(({ confidence }) => confidence >= usedFrom)
  const mapped = new Set(mapping.map(({ field }) => field))
  const mode = given.mode ?? 'create'
  const keys = importable.matchKeys.filter((key) => hasKey(key.fields, mapped))
  const matchOn = given.match_on !== undefined ? given.match_on : (keys.find((key) => key.usual)?.key ?? null)
  const missing = mode === 'update' ? [] : importable.needs.filter((group) => !group.some((field) => mapped.has(field)))
  const questions: Question[] = mapping.flatMap(({ column, field }) => {
    const [profile, target] = [survey.columns[column], fields.get(field)]
    return profile && target ? columnQuestions(profile, target, given) : []
  })
  if (missing.length > 0 || mapping.length === 0) {
    questions.push({ kind: 'mapping', column: null, sentence: questionSentences.mapping, examples: [], proposal: null })
  }
  if (mode !== 'create' && !keys.some(({ key }) => key === matchOn))
    questions.push({ kind: 'match', column: null, sentence: questionSentences.match, examples: [], proposal: keys[0]?.key ?? null })
  return {
    mapping,
    preset: proposal.preset,
    questions,
    missing,
    settings: {
      mode,
      match_on: matchOn,
      empty_cells: given.empty_cells ?? 'keep',
      bad_cells: given.bad_cells ?? 'reject',
      source: given.source ?? proposal.preset ?? (bringsIdentifiers(importable, mapped) ? 'import' : null),
      agency_id: given.agency_id ?? stand.agencyId,
      owner_id: given.owner_id === undefined ? stand.userId : given.owner_id,
      role: given.role ?? null,
      product_id: given.product_id ?? null,
      bills: given.bills ?? 'due',
    },
  }
}

const wordsOf = (field: ImportField): Record<string, string> =>
  Object.fromEntries(
    (field.choices ?? []).flatMap((choice) =>
      [choice.value, choice.label.message, say('en', choice.label), say('ar', choice.label), ...choice.words].flatMap((word) => [
        [fold(word), choice.value] as const,
        [word.toLowerCase(), choice.value] as const,
      ]),
    ),
  )

/** How each mapped column is read: by the kind of its field, as its profile found or a person chose. */
export const readColumns = (importable: ImportOffer, survey: Survey, understood: Understood, given: ResolvedSettings): ReadColumn[] =>
  understood.mapping.flatMap(({ column, field: key }) => {
    const [profile, field] = [survey.columns[column], importable.fields.find((one) => one.key === key)]
    if (!profile || !field) return []
    const { order, decimalMark, ...options } = cellOptions(profile)
    const dateOrder = profile.dateOrder?.ask ? (given.date_order ?? undefined) : order
    const mark = profile.decimalMark?.ask
      ? (given.decimal_mark ?? (profile.decimalMark.because === 'contradictory' ? 'either' : undefined))
      : decimalMark
    return [
      {
        index: column,
        field: key,
        kind: field.kind,
        options: { ...options, ...(dateOrder && { order: dateOrder }), ...(mark && { decimalMark: mark }) },
        digits: profile.digits,
        words: field.choices ? wordsOf(field) : null,
        longest: field.longest ?? null,
      },
    ]
  })
