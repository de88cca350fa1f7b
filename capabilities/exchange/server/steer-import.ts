import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { exchangeOperations, ImportRun, ImportState } from '../contract.ts'
import { withoutUndefined } from './begin-import.ts'
import { checkPlacement } from './check-placement.ts'
import { importAnswer, loadImport, statesFor } from './import-answer.ts'
import { importableOf, type Offers } from './offers.ts'
import { rememberMapping } from './remember-mapping.ts'
import { checkFields, givenFields, resolveMapping } from './resolve-mapping.ts'
import { announceImport, readImport, writeImport, type ImportRecord } from './run/import-record.ts'
import { importJob } from './run/run-import.ts'
import { recallMapping } from './remember-mapping.ts'
import { readingChoiceKeys, readingChoices, type ImportSettings } from './settings.ts'
import { understand } from './understand.ts'

type Changes = Parameters<typeof writeImport>[2]

const wrongMoment = () =>
  new Problem(
    409,
    'exchange.wrong_moment',
    /*i18n*/ { id: 'exchange.wrong_moment', message: 'L’import a avancé entre-temps ; ce n’est plus possible.' },
  )

const move = async (
  ctx: Context,
  offers: Offers,
  record: ImportRecord,
  from: readonly ImportState[],
  changes: Changes,
  work: boolean,
): Promise<ImportRun> => {
  if (!(await writeImport(ctx, record.id, changes, from))) throw wrongMoment()
  if (work) {
    await ctx.db
      .insertInto('exchange_work')
      .values({
        id: record.id,
        organization_id: ctx.organizationId,
        kind: changes.state === 'reverting' ? 'revert' : 'import',
        since: ctx.now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await ctx.jobs.send(importJob, { organization_id: ctx.organizationId, import_id: record.id })
  }
  if (changes.state !== undefined) announceImport(ctx, record.id, changes.state)
  const now = await readImport(ctx, record.id)
  if (now === null) throw wrongMoment()
  return importAnswer(ctx, offers, now)
}

/**
 * A person says how the file is read, which column fills which field, and how its rows are treated. Another way of reading looks at the file
 * anew; otherwise the questions that are left are told at once.
 */
export const changeImport = async (
  ctx: Context,
  input: ParsedOf<typeof exchangeOperations.changeImport>,
  offers: Offers,
): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id, { ownOnly: true })
  const { id: _, object = record.object, mapping, encoding, separator, quote, sheet, header_line, ...rest } = input
  const importable = importableOf(offers, object)
  await checkPlacement(ctx, rest)
  const fields = mapping === undefined ? undefined : givenFields(mapping, importable)
  if (fields) checkFields(fields, importable)
  const { mapping: _former, ...kept } = record.settings
  const settings: ImportSettings = {
    ...(object === record.object ? record.settings : kept),
    ...withoutUndefined(rest),
    ...(fields !== undefined && { mapping: fields }),
  }
  const reads = readingChoiceKeys.some((key) => input[key] !== undefined) || record.survey === null
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name }, after: { object, ...withoutUndefined(rest) } })
  if (reads) {
    const given = { encoding, separator, quote, sheet, header_line }
    const choices = { ...dropped(record.choices, given), ...readingChoices(given) }
    return move(
      ctx,
      offers,
      record,
      statesFor.edit,
      { object, settings, choices, state: 'reading', intent: 'wait', questions: [], failure: null, report: null },
      true,
    )
  }
  const survey = record.survey
  if (survey === null) throw wrongMoment()
  const resolved = resolveMapping(settings, survey)
  const remembered = record.fingerprint === null ? null : await recallMapping(ctx, object, record.fingerprint)
  const { questions } = understand(importable, survey, resolved, remembered, { userId: ctx.actor.userId, agencyId: ctx.actor.agencyId })
  if (resolved.mapping !== undefined && record.fingerprint !== null && fields !== undefined)
    await rememberMapping(ctx, object, record.fingerprint, resolved.mapping)
  const state = questions.length > 0 ? 'needs_answer' : 'ready'
  return move(ctx, offers, record, statesFor.edit, { object, settings, questions, state, failure: null, report: null }, false)
}

/** Choices that are given anew, null for «detect», no longer stand. */
const dropped = (choices: ImportRecord['choices'], given: Readonly<Record<string, unknown>>): ImportRecord['choices'] => {
  const { headerLine, ...others } = choices
  const left = Object.fromEntries(Object.entries(others).filter(([key]) => given[key] === undefined))
  return { ...left, ...(headerLine !== undefined && given['header_line'] === undefined && { headerLine }) }
}

const unanswered = (record: ImportRecord): void => {
  if (record.questions.length > 0)
    throw new Problem(
      422,
      'exchange.needs_answer',
      /*i18n*/ { id: 'exchange.needs_answer', message: 'Répondez d’abord aux questions sur ce fichier.' },
    )
}

/** All rows are gone through without changing anything. */
export const checkImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id)
  unanswered(record)
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name } })
  return move(ctx, offers, record, statesFor.start, { state: 'checking', intent: 'check', progress: 0, report: null, failure: null }, true)
}

/** The import starts; the rows that a dry run has read are used as they are. */
export const startImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id)
  unanswered(record)
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name } })
  return move(
    ctx,
    offers,
    record,
    statesFor.start,
    { state: 'queued', intent: 'run', progress: 0, started_at: ctx.now, finished_at: null, failure: null },
    true,
  )
}

/** The import stops between two chunks. What is done stays or is taken back; a trial that is stopped is ready to be set anew. */
export const cancelImport = async (ctx: Context, input: { id: string; revert: boolean }, offers: Offers): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id)
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name }, after: { revert: input.revert } })
  const trying = record.state === 'checking' || (record.state === 'queued' && record.intent === 'check')
  const intent = trying ? 'check' : record.intent === 'check' ? 'wait' : record.intent
  return move(ctx, offers, record, statesFor.cancel, { state: 'cancelling', intent, stop: input.revert ? 'revert' : 'keep' }, true)
}

/** An import that was stopped or failed goes on where it stood; one that was given up before it started waits again to be started. */
export const resumeImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id)
  if (record.state === 'cancelled' && record.survey === null) throw wrongMoment()
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name } })
  if (record.state === 'cancelled' && record.survey !== null && (record.started_at === null || record.intent === 'wait')) {
    const state = record.questions.length > 0 ? 'needs_answer' : 'ready'
    return move(ctx, offers, record, statesFor.resume, { state, stop: null, failure: null, finished_at: null, progress: 0 }, false)
  }
  const state = record.survey === null ? 'reading' : record.reverted === null ? 'queued' : 'reverting'
  return move(ctx, offers, record, statesFor.resume, { state, stop: null, failure: null, finished_at: null }, true)
}

/** A whole import is taken back: what it made goes away, what it changed returns unless it was edited since. */
export const revertImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportRun> => {
  const record = await loadImport(ctx, offers, input.id)
  if (record.plan === null || record.reverted !== null) throw wrongMoment()
  ctx.audit({ subject: { kind: 'import', id: record.id, title: record.file_name } })
  return move(ctx, offers, record, statesFor.revert, { state: 'reverting', progress: 0, failure: null }, true)
}
