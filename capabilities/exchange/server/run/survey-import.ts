import type { Actor } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { importFile } from '../import-file.ts'
import { importableOf, type Offers } from '../offers.ts'
import { readApart } from '../reader/read-apart.ts'
import type { Survey } from '../reader/task.ts'
import { headerFingerprint } from '../reading/columns/propose-mapping.ts'
import { recallMapping } from '../remember-mapping.ts'
import { understand, type Understood } from '../understand.ts'
import { resolveMapping } from '../resolve-mapping.ts'
import { stepImport, type ImportRecord } from './import-record.ts'

/** What every step of an import needs. */
export interface Frame {
  readonly services: Services
  readonly offers: Offers
  readonly actor: Actor
  readonly signal: AbortSignal
}

/** What was understood of an import's file with the choices made so far. */
export const understandImport = async (frame: Omit<Frame, 'signal'>, record: ImportRecord, survey: Survey): Promise<Understood> => {
  const importable = importableOf(frame.offers, record.object)
  const fingerprint = headerFingerprint(survey.columns.map(({ header }) => header))
  const remembered = await runAs(
    frame.services,
    { actor: frame.actor, organizationId: record.organization_id, operation: 'import.recall', readOnly: true },
    (ctx) => recallMapping(ctx, record.object, fingerprint),
  )
  return understand(importable, survey, resolveMapping(record.settings, survey), remembered, {
    userId: frame.actor.userId,
    agencyId: frame.actor.agencyId,
  })
}

/**
 * Looks at the file and says what it is. Goes on by itself when that was asked and nothing is left to ask; then only the beginning is
 * looked at, unless dates or numbers there do not tell how they are written.
 */
export const surveyImport = async (frame: Frame, record: ImportRecord): Promise<void> => {
  const { services, actor, signal } = frame
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const path = importFile(services, record.organization_id, record.id)
  const look = (whole: boolean) => readApart({ kind: 'survey', path, choices: record.choices, whole }, { signal })
  let survey = await look(record.intent === 'wait')
  let understood = await understandImport(frame, record, survey)
  const unclear = understood.questions.some(({ kind }) => kind === 'date_order' || kind === 'decimal_mark')
  if (unclear && survey.rowsTotal === null) {
    survey = await look(true)
    understood = await understandImport(frame, record, survey)
  }
  const { questions } = understood
  const fingerprint = headerFingerprint(survey.columns.map(({ header }) => header))
  const state = questions.length > 0 ? 'needs_answer' : record.intent === 'wait' ? 'ready' : 'queued'
  await stepImport(
    services,
    of,
    { state, survey, questions, fingerprint, rows_total: survey.rowsTotal, progress: 0 },
    { from: ['reading'], settled: state !== 'queued' },
  )
}
