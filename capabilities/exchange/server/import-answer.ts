import type { Context } from '#kernel/server/context.ts'
import { isFileImport } from '#kernel/server/file-import.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { ImportCounts, ImportMoney, ImportRun, ImportState } from '../contract.ts'
import { importableOf, permissionsOf, type Offers } from './offers.ts'
import { readImport, type ImportRecord, type KeptReason } from './run/import-record.ts'
import { addMoney, type MoneyOfKind } from './run/money.ts'
import { sumCounts, sumObjects } from './run/sum-chunks.ts'

const mayStart: readonly ImportState[] = ['ready', 'needs_answer', 'checked']
const mayEdit: readonly ImportState[] = ['ready', 'needs_answer', 'checked', 'failed']
const mayCancel: readonly ImportState[] = [
  'reading',
  'needs_answer',
  'ready',
  'checked',
  'queued',
  'checking',
  'staging',
  'applying',
  'reverting',
]
const mayResume: readonly ImportState[] = ['failed', 'cancelled']
const mayRevert: readonly ImportState[] = ['done', 'cancelled', 'failed']

/** True when the actor may bring in such records, which every act on an import asks besides its own permission. */
export const mayImport = (ctx: Context, offers: Offers, object: string): boolean => {
  const importable = offers.importables.find((one) => one.object === object)
  return importable !== undefined && permissionsOf(importable).every((permission) => ctx.can(`${permission}.import`) !== null)
}

/** An import that the actor may act upon; not found in another organization. The file's contents are for whoever sent it. */
export const loadImport = async (ctx: Context, offers: Offers, id: string, options: { ownOnly?: boolean } = {}): Promise<ImportRecord> => {
  const record = await readImport(ctx, id)
  if (record === null) throw notFound()
  if (!mayImport(ctx, offers, record.object)) throw forbidden()
  if (options.ownOnly && record.made_by !== ctx.actor.userId) throw forbidden()
  return record
}

/** The field and column that a reason is about, in the reader's language. */
export const namesOf = (ctx: Context, offers: Offers, record: Pick<ImportRecord, 'object' | 'plan' | 'survey'>) => {
  const fields = new Map(offers.importables.find((one) => one.object === record.object)?.fields.map((field) => [field.key, field]))
  return {
    field: (key: string | null): string | null => {
      const field = key === null ? undefined : fields.get(key)
      return field ? ctx.say(field.label) : key
    },
    column: (key: string | null): string | null => {
      const at = record.plan?.mapping.find(({ field }) => field === key)?.column
      return at === undefined ? null : (record.survey?.columns[at]?.header ?? null)
    },
  }
}

/** Sentences of one code whose value differs from row to row, said of many rows at once. */
const ofMany: Readonly<Record<string, Sentence>> = {
  not_a_date: /*i18n*/ { id: 'exchange.many.not_a_date', message: 'Ce n’est pas une date' },
  no_such_day: /*i18n*/ { id: 'exchange.many.no_such_day', message: 'Ce jour n’existe pas' },
  ambiguous_date: /*i18n*/ { id: 'exchange.many.ambiguous_date', message: 'La date peut se lire de deux façons' },
  wrong_order: /*i18n*/ { id: 'exchange.many.wrong_order', message: 'La date ne suit pas l’ordre choisi' },
  not_a_number: /*i18n*/ { id: 'exchange.many.not_a_number', message: 'Ce n’est pas un nombre' },
  not_an_integer: /*i18n*/ { id: 'exchange.many.not_an_integer', message: 'Ce n’est pas un nombre entier' },
  ambiguous_number: /*i18n*/ { id: 'exchange.many.ambiguous_number', message: 'Le nombre peut se lire de deux façons' },
  scientific: /*i18n*/ { id: 'exchange.many.scientific', message: 'Le tableur a perdu des chiffres' },
  other_currency: /*i18n*/ { id: 'exchange.many.other_currency', message: 'Le montant n’est pas en dinars' },
  too_large: /*i18n*/ { id: 'exchange.many.too_large', message: 'Le nombre est trop grand' },
  not_a_boolean: /*i18n*/ { id: 'exchange.many.not_a_boolean', message: 'La valeur ne veut dire ni oui ni non' },
  unknown_choice: /*i18n*/ { id: 'exchange.many.unknown_choice', message: 'Ce n’est pas une des valeurs prévues' },
  too_long: /*i18n*/ { id: 'exchange.many.too_long', message: 'Le texte est trop long' },
  excel_error: /*i18n*/ { id: 'exchange.many.excel_error', message: 'La cellule contient une erreur Excel' },
  relation_unknown: /*i18n*/ { id: 'exchange.many.relation_unknown', message: 'Ne correspond à rien de connu' },
  relation_ambiguous: /*i18n*/ { id: 'exchange.many.relation_ambiguous', message: 'Peut désigner plusieurs enregistrements' },
  ambiguous: /*i18n*/ { id: 'exchange.many.ambiguous', message: 'Plusieurs enregistrements correspondent' },
  identifier_taken: /*i18n*/ { id: 'exchange.many.identifier_taken', message: 'Identifiant d’un autre enregistrement' },
  repeated_row: /*i18n*/ { id: 'exchange.many.repeated_row', message: 'Répète une ligne plus haut dans le fichier' },
  duplicate_in_file: /*i18n*/ { id: 'exchange.many.duplicate_in_file', message: 'Même enregistrement que plus haut dans le fichier' },
}

const reasonAnswer = (ctx: Context, names: ReturnType<typeof namesOf>, reason: KeptReason, own: boolean): ImportRun['reasons'][number] => ({
  outcome: reason.outcome,
  code: reason.code,
  field: names.field(reason.field),
  column: names.column(reason.field),
  message: ctx.say(reason.outcome === 'flagged' ? reason.sentence : (ofMany[reason.code] ?? reason.sentence)),
  count: reason.count,
  examples: own ? [...reason.examples] : [],
})

const running: readonly ImportState[] = ['staging', 'applying', 'cancelling']

/** What chunks in the watermark add up to, for imports that are not settled. */
const countsOf = async (ctx: Context, record: ImportRecord): Promise<ImportCounts> => {
  const { created, updated, skipped, rejected, rows_read } = record
  if (!running.includes(record.state) && record.state !== 'failed') return { rows_read, created, updated, skipped, rejected }
  return sumCounts(ctx, record.id)
}

/** Records made and changed by kind: as the report or the trial found them, or what the chunks so far add up to. */
const objectsMade = async (
  ctx: Context,
  offers: Offers,
  record: ImportRecord,
  counts: ImportCounts,
): Promise<ImportRun['per_object'][number][]> => {
  const offer = importableOf(offers, record.object)
  const parts = isFileImport(offer) ? offer.parts.map((part) => part.importable) : [offer]
  const summed = isFileImport(offer)
    ? running.includes(record.state)
      ? await sumObjects(ctx, record.id)
      : (record.report?.objects ?? {})
    : record.state === 'checked'
      ? (record.report?.objects ?? {})
      : { [record.object]: { created: counts.created, updated: counts.updated } }
  return parts.map(({ object, label }) => ({
    object,
    label: ctx.say(label),
    created: summed[object]?.created ?? 0,
    updated: summed[object]?.updated ?? 0,
  }))
}

const moneyAnswer = ({ rows, read, imported, skipped, rejected }: MoneyOfKind): ImportMoney => ({
  rows,
  read_centimes: read,
  imported_centimes: imported,
  skipped_centimes: skipped,
  rejected_centimes: rejected,
})

/** Where the money went, kinds in the order in which the object names them. */
const moneyOf = (ctx: Context, offers: Offers, record: ImportRecord): ImportRun['money'] => {
  const kinds = importableOf(offers, record.object).money
  const found = record.report?.money
  if (!kinds || !found) return null
  const named = kinds.flatMap(({ value, label }) => {
    const own = found[value]
    return own ? [{ kind: value, label: ctx.say(label), ...moneyAnswer(own) }] : []
  })
  const all = Object.values(found).reduce((sum, own) => addMoney({ all: sum }, { all: own })['all'] ?? sum, {
    rows: 0,
    read: 0,
    imported: 0,
    skipped: 0,
    rejected: 0,
  })
  return { kinds: named, total: moneyAnswer(all) }
}

/** An import as the API shows it to this reader. */
export const importAnswer = async (ctx: Context, offers: Offers, record: ImportRecord): Promise<ImportRun> => {
  const importable = importableOf(offers, record.object)
  const names = namesOf(ctx, offers, record)
  const counts = await countsOf(ctx, record)
  const allowed = mayImport(ctx, offers, record.object)
  // What stands in the file is for whoever sent it.
  const own = record.made_by === ctx.actor.userId
  const within = (states: readonly ImportState[], permission: string) =>
    allowed && ctx.can(permission) !== null && states.includes(record.state)
  const seconds =
    record.state === 'applying' && record.started_at !== null
      ? (Date.parse(ctx.now) - Date.parse(record.started_at)) / 1000
      : (record.report?.seconds ?? null)
  const trial = record.report?.trial ?? null
  return {
    id: record.id,
    object: record.object,
    object_label: ctx.say(importable.label),
    state: record.state,
    file_name: record.file_name,
    file_bytes: record.file_bytes,
    counts,
    per_object: await objectsMade(ctx, offers, record, counts),
    money: moneyOf(ctx, offers, record),
    rows_total: record.rows_total,
    progress: record.state === 'applying' && record.rows_total ? Math.min(1, counts.rows_read / record.rows_total) : record.progress,
    rows_per_second: seconds !== null && seconds > 0 && counts.rows_read > 0 ? Math.round(counts.rows_read / seconds) : null,
    questions: record.questions.map((question) => ({
      kind: question.kind,
      column: question.column === null ? null : (record.survey?.columns[question.column]?.header ?? null),
      message: ctx.say(question.sentence),
      examples: own ? [...question.examples] : [],
      proposal: question.proposal,
    })),
    failure: record.failure === null ? null : { code: record.failure.code, message: ctx.say(record.failure.sentence) },
    reasons: (record.report?.reasons ?? []).map((reason) => reasonAnswer(ctx, names, reason, own)),
    trial: trial === null ? null : { ...trial, rows_read: trial.created + trial.updated + trial.skipped + trial.rejected },
    reverted: record.reverted,
    settings: {
      mode: record.plan?.settings.mode ?? record.settings.mode ?? 'create',
      match_on: record.plan?.settings.match_on ?? record.settings.match_on ?? null,
      source: record.plan?.settings.source ?? record.settings.source ?? null,
    },
    made_by: { id: record.made_by, name: record.made_by_name },
    created_at: record.created_at,
    started_at: record.started_at,
    finished_at: record.finished_at,
    reverted_at: record.reverted_at,
    version: record.version,
    can: {
      edit: within(mayEdit, 'import.edit') && own,
      start: within(mayStart, 'import.create') && record.questions.length === 0,
      cancel: within(mayCancel, 'import.edit'),
      // After a week the file is gone, and its survey with it.
      resume: within(mayResume, 'import.create') && record.reverted === null && !(record.state === 'cancelled' && record.survey === null),
      revert: within(mayRevert, 'import.edit') && record.plan !== null && counts.created + counts.updated > 0,
      see_rows: allowed && own,
    },
  }
}

/** The states in which an act is possible. */
export const statesFor = { start: mayStart, edit: mayEdit, cancel: mayCancel, resume: mayResume, revert: mayRevert }
