import type { Context } from '#kernel/server/context.ts'
import type { Services } from '#kernel/server/services.ts'
import { forbidden } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { exchangeOperations, ImportRun } from '../contract.ts'
import { checkPlacement } from './check-placement.ts'
import { importAnswer, mayImport } from './import-answer.ts'
import { importFile, keepFile } from './import-file.ts'
import { importableOf, type Offers } from './offers.ts'
import { detect } from './reading/detect.ts'
import { checkFields, givenFields } from './resolve-mapping.ts'
import { announceImport, readImport } from './run/import-record.ts'
import { importJob } from './run/run-import.ts'
import { readingChoices, type ImportSettings } from './settings.ts'

type Input = ParsedOf<typeof exchangeOperations.createImport>

/** Looks at the bytes before anything is kept: what is no table is refused at once, with what it is. */
export const prepareBegin = async (
  services: Services,
  _input: unknown,
  call: { readonly upload?: { readonly path: string } | null },
): Promise<Services> => {
  if (!call.upload)
    throw refuse('exchange.file.missing', /*i18n*/ { id: 'exchange.file.missing', message: 'Choisissez un fichier.' }, 'file')
  await detect(call.upload.path)
  return services
}

/** A file arrives: it is kept, and read in the background. */
export const beginImport = async (ctx: Context, input: Input, offers: Offers, services: Services): Promise<ImportRun> => {
  const importable = importableOf(offers, input.object)
  if (!mayImport(ctx, offers, input.object)) throw forbidden()
  if (!ctx.upload || ctx.actor.userId === null) throw forbidden()
  const { object, mapping, dry_run, start, encoding, separator, quote, sheet, header_line, ...rest } = input
  const fields = mapping === undefined ? undefined : givenFields(mapping, importable)
  if (fields) checkFields(fields, importable)
  await checkPlacement(ctx, rest)
  const settings: ImportSettings = { ...withoutUndefined(rest), ...(fields !== undefined && { mapping: fields }) }
  const id = newId()
  const organization_id = ctx.organizationId
  await ctx.db
    .insertInto('import_run')
    .values({
      organization_id,
      id,
      object,
      state: 'reading',
      file_name: ctx.upload.name,
      file_bytes: ctx.upload.bytes,
      fingerprint: null,
      intent: !start ? 'wait' : dry_run ? 'check' : 'run',
      choices: JSON.stringify(readingChoices({ encoding, separator, quote, sheet, header_line })),
      settings: JSON.stringify(settings),
      survey: null,
      plan: null,
      failure: null,
      rows_total: null,
      staged_as: null,
      report: null,
      reverted: null,
      stop: null,
      made_by: ctx.actor.userId,
      made_by_name: ctx.actor.name,
      created_at: ctx.now,
      started_at: start ? ctx.now : null,
      finished_at: null,
      reverted_at: null,
    })
    .execute()
  await ctx.db.insertInto('exchange_work').values({ id, organization_id, kind: 'import', since: ctx.now }).execute()
  await ctx.jobs.send(importJob, { organization_id, import_id: id })
  ctx.audit({ subject: { kind: 'import', id, title: ctx.upload.name }, after: { object, mode: input.mode ?? null, dry_run } })
  announceImport(ctx, id, 'reading')
  // Last: a refusal leaves no file behind.
  await keepFile(ctx.upload.path, importFile(services, organization_id, id))
  const record = await readImport(ctx, id)
  if (record === null) throw new Error('the import just begun is not there')
  return importAnswer(ctx, offers, record)
}

/** Settings that were given at all; null is one. */
export const withoutUndefined = <T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }
