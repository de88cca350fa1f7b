import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { ActivityKind } from '../../contract.ts'

/** What the reader of exchanges needs beside the row. */
export interface ActivityFrame {
  readonly source: string | null
  /** An exchange is noted once it has taken place. */
  readonly now: string
}

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set([
    ...mapped.flatMap((field) =>
      field === 'external_id'
        ? ['external_id', 'source']
        : field.startsWith('contact')
          ? ['contact']
          : field === 'kind'
            ? ['kind', 'body']
            : [field],
    ),
  ]),
]

const words: Readonly<Record<ActivityKind, readonly string[]>> = {
  note: ['note', 'commentaire', 'comment', 'memo', 'ملاحظه'],
  call: ['call', 'appel', 'appel telephonique', 'telephone', 'tel', 'phone', 'phone call', 'مكالمه'],
  visit: ['visit', 'visite', 'visite agence', 'rendez vous', 'rdv', 'reunion', 'meeting', 'passage', 'زياره'],
}

const sentences = {
  empty: /*i18n*/ { id: 'activity.import.empty', message: 'Une note sans texte ne peut pas être créée' },
  undated: /*i18n*/ { id: 'activity.import.undated', message: 'Sans date, l’échange ne peut pas être créé' },
  to_come: /*i18n*/ { id: 'activity.import.to_come', message: 'Cette date est à venir' },
  negative: /*i18n*/ { id: 'activity.import.duration_bad', message: 'Une durée va de 0 à 1 440 minutes' },
} as const

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The kind that a word means, and what of the word the text must say: an e-mail is kept as a note that says it was one. */
const kindOf = (word: string | null): { kind: ActivityKind | null; said: string | null } => {
  if (word === null) return { kind: null, said: null }
  const folded = fold(word)
  const known = (Object.keys(words) as ActivityKind[]).find((kind) => words[kind].some((one) => one === folded))
  return known === undefined ? { kind: 'note', said: word } : { kind: known, said: null }
}

/** Reads rows of exchanges with customers. */
export const openRowReader: OpenRowReader = (frame) => {
  const { source, now } = frame as ActivityFrame
  return (values) => readActivity(values, source, now)
}

const readActivity = (values: RowValues, source: string | null, now: string): RowReading => {
  const problems: CellProblem[] = []
  const ifCreated: CellProblem[] = []
  const { kind, said } = kindOf(text(values['kind']))
  // Who was called or reached was called, whatever the row calls it.
  const isCall = kind === 'call' || (kind === null && (text(values['direction']) !== null || text(values['outcome']) !== null))
  const written = text(values['body'])
  const body = said === null ? written : written === null ? said : `${said} : ${written}`
  const at = text(values['occurred_at'])
  if (at === null) ifCreated.push({ field: 'occurred_at', code: 'undated', sentence: sentences.undated })
  else if (at > now) problems.push({ field: 'occurred_at', code: 'to_come', sentence: sentences.to_come })
  const minutes = values['duration_minutes']
  if (typeof minutes === 'number' && (minutes < 0 || minutes > 1440))
    problems.push({ field: 'duration_minutes', code: 'negative', sentence: sentences.negative })
  const resolved = isCall ? 'call' : kind
  if (body === null && (resolved ?? 'note') === 'note') ifCreated.push({ field: 'body', code: 'empty', sentence: sentences.empty })
  const external = text(values['external_id'])
  return {
    columns: {
      kind: resolved,
      body,
      occurred_at: at,
      direction: isCall ? text(values['direction']) : null,
      outcome: isCall ? text(values['outcome']) : null,
      duration_minutes: typeof minutes === 'number' && (resolved ?? 'note') !== 'note' ? minutes : null,
      contact: clientOf(values),
      author: text(values['author']),
      external_id: external,
      ...(external !== null && { source }),
    },
    problems,
    ...(ifCreated.length > 0 && { ifCreated }),
  }
}

/** The customer as the row names them: by a code or identifier, or by name and birth date (as `namedAndBorn` of customers writes them). */
const clientOf = (values: RowValues): string | null => {
  const code = text(values['contact'])
  if (code !== null) return code
  const [name, birth] = [text(values['contact_name']), text(values['contact_birth_date'])]
  return name === null ? null : birth === null ? name : `${name}, ${birth}`
}
