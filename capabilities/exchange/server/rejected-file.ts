import { Readable } from 'node:stream'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import type { Services } from '#kernel/server/services.ts'
import { loadImport } from './import-answer.ts'
import type { Offers } from './offers.ts'
import { reasonsSaid } from './read-imports.ts'
import type { ImportRecord } from './run/import-record.ts'
import { csvLine } from './writing/csv-line.ts'

const rowsAtOnce = 1000

const headings = {
  line: /*i18n*/ { id: 'exchange.rejected.line', message: 'Ligne' },
  reasons: /*i18n*/ { id: 'exchange.rejected.reasons', message: 'Motif du refus' },
}

/** The refused rows as they stood in the file, so that they can be mended and sent again; first the line, last the reasons. */
export const rejectedFile = async (ctx: Context, input: { id: string }, offers: Offers, services: Services): Promise<FileAnswer> => {
  const record = await loadImport(ctx, offers, input.id, { ownOnly: true })
  const call = { actor: ctx.actor, organizationId: ctx.organizationId, operation: 'import.rejected', readOnly: true }
  const trial = record.state === 'checked' || record.state === 'checking'
  const lines = async function* (): AsyncGenerator<string> {
    // Excel takes a file for UTF-8 only by its mark.
    yield `\ufeff${csvLine([ctx.say(headings.line), ...(record.survey?.columns.map(({ header }) => header) ?? []), ctx.say(headings.reasons)])}`
    for (let after = 0; ;) {
      const rows = await runAs(services, call, (own) => readRejected(own, record, trial, after))
      if (rows.length === 0) return
      yield rows.map((row) => csvLine([String(row.line), ...(row.cells ?? []), reasonText(ctx, offers, record, row.reasons)])).join('')
      after = rows.at(-1)?.row_no ?? 0
    }
  }
  const name = record.file_name.replace(/\.[^.]*$/, '')
  return { mediaType: 'text/csv; charset=utf-8', content: Readable.from(lines()), downloadAs: `${name}-rejets.csv` }
}

const readRejected = (ctx: Context, record: ImportRecord, trial: boolean, after: number) =>
  ctx.db
    .selectFrom('import_row')
    .select(['row_no', 'line', 'reasons', 'cells'])
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', record.id)
    .where('trial', '=', trial)
    .where('outcome', '=', 'rejected')
    .where('row_no', '>', after)
    .orderBy('row_no')
    .limit(rowsAtOnce)
    .execute()

const reasonText = (ctx: Context, offers: Offers, record: ImportRecord, reasons: unknown): string =>
  reasonsSaid(ctx, offers, record, reasons)
    .map(({ field, message }) => (field === null ? message : `${field}\u00a0: ${message}`))
    .join(' ; ')
