import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { sqlState } from '#kernel/server/database.ts'
import { runAs } from '#kernel/server/door.ts'
import { takeRunLock } from '#kernel/server/run-lock.ts'
import type { Services } from '#kernel/server/services.ts'
import { fileNameOf } from '../files/file-kinds.ts'
import { filePath } from '../files/kept-file.ts'
import type { LetterToDraw } from '../letters/drawing/frame.ts'
import { letterToDraw, type FrozenLetter, type Templates } from '../letters/letter-to-draw.ts'
import { openPress, type Press } from '../letters/press.ts'
import type { Printed } from '../letters/press-messages.ts'
import { announceBatch, type BatchRecord } from './batch-record.ts'

/** Letters read and sent to the press at a time. */
const chunk = 50

interface Frame {
  readonly services: Services
  readonly templates: Templates
  readonly organizationId: string
  readonly batchId: string
  readonly signal: AbortSignal
}

const actor = systemActor('ASSURA-CRM')

const within = <T>(frame: Frame, readOnly: boolean, work: (ctx: Context) => Promise<T>): Promise<T> =>
  runAs(frame.services, { actor, organizationId: frame.organizationId, operation: 'document_batch.print', readOnly }, work)

/**
 * Prints what a batch still lacks, file after file; each file is settled before the next begins, so that a batch that was cut off goes
 * on with the file that was in hand. One process at a time; may be asked for again at any moment.
 */
export const printBatch = async (
  services: Services,
  templates: Templates,
  of: { readonly organization_id: string; readonly batch_id: string },
  signal: AbortSignal,
): Promise<void> => {
  const lock = await takeRunLock(services.importConnection, of.batch_id)
  if (lock === null) return
  const frame: Frame = {
    services,
    templates,
    organizationId: of.organization_id,
    batchId: of.batch_id,
    signal: AbortSignal.any([signal, lock.lost]),
  }
  const press = openPress()
  try {
    while (await printNextFile(frame, press));
  } catch (error) {
    // The process stops: whoever starts next goes on here. A database that is away comes back, and the queue tries again.
    if (frame.signal.aborted) return
    if (isPassing(error)) throw error
    services.log.error({ err: error, batch: of.batch_id }, 'printing of a batch failed')
    await fail(frame)
  } finally {
    await press.close()
    await lock.release()
  }
}

const isPassing = (error: unknown): boolean => /^(08|57P|53300)/.test(sqlState(error) ?? '')

const read = async (ctx: Context, frame: Frame): Promise<BatchRecord | null> => {
  const { rows } = await sql<BatchRecord>`
    select id, kind, title, state, wanted, made, printed, letters_per_file, files, failure, created_by, created_by_name, created_at, updated_at
    from document_batch where organization_id = ${frame.organizationId}::uuid and id = ${frame.batchId}::uuid`.execute(ctx.db)
  return rows[0] ?? null
}

/** One more file; false when none is left to print. */
const printNextFile = async (frame: Frame, press: Press): Promise<boolean> => {
  const batch = await within(frame, true, (ctx) => read(ctx, frame))
  if (batch === null || batch.state !== 'running') return false
  if (batch.printed >= batch.wanted) {
    await finish(frame, batch)
    return false
  }
  const from = batch.printed
  const end = Math.min(batch.wanted, from + batch.letters_per_file)
  const number = Math.floor(from / batch.letters_per_file) + 1
  // The same name after a crash: the file that was in hand is written over.
  const fileId = idOf(`${batch.id} ${number}`)
  const title = `${batch.title} ${from + 1}-${end}`
  const printed = await press.print(
    { path: filePath(frame.services, frame.organizationId, fileId), title, day: batch.created_at.slice(0, 10) },
    { next: letterReader(frame, from, end), signal: frame.signal },
  )
  await settleFile(frame, batch, { from, end, fileId, name: fileNameOf(title, 'application/pdf'), printed })
  return true
}

/** A stable identifier in the form of a UUID v8. */
const idOf = (text: string): string => {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Gives the letters of these ranks (`end` excluded) in order, some at a time; those that were deleted meanwhile are left out. */
const letterReader = (frame: Frame, from: number, end: number) => {
  let at = from
  return async (): Promise<readonly LetterToDraw[]> => {
    while (at < end) {
      const to = Math.min(end, at + chunk)
      const letters = await within(frame, true, (ctx) => readLetters(ctx, frame, at, to))
      at = to
      if (letters.length > 0) return letters.map((letter) => letterToDraw(frame.templates, letter, frame.services.dataDir))
    }
    return []
  }
}

const readLetters = async (ctx: Context, frame: Frame, from: number, end: number): Promise<FrozenLetter[]> => {
  const { rows } = await sql<FrozenLetter>`
    select d.template, d.template_version, d.language, d.data, h.content as head, d.number, d.title
    from document d join letter_head h on h.organization_id = d.organization_id and h.id = d.head_id
    where d.organization_id = ${frame.organizationId}::uuid and d.batch_id = ${frame.batchId}::uuid
      and d.batch_rank >= ${from} and d.batch_rank < ${end} and d.deleted_at is null
    order by d.batch_rank`.execute(ctx.db)
  return rows
}

interface Settled {
  readonly from: number
  readonly end: number
  readonly fileId: string
  readonly name: string
  readonly printed: Printed
}

const settleFile = (frame: Frame, batch: BatchRecord, file: Settled): Promise<void> =>
  within(frame, false, async (ctx) => {
    ctx.unchanged()
    const added = JSON.stringify([{ id: file.fileId, name: file.name, bytes: file.printed.bytes }])
    const written = await sql`
      update document_batch set printed = ${file.end}, files = files || ${added}::jsonb, updated_at = ${ctx.now}::timestamptz
      where organization_id = ${frame.organizationId}::uuid and id = ${frame.batchId}::uuid and state = 'running' and printed = ${file.from}`.execute(
      ctx.db,
    )
    if (written.numAffectedRows === 0n) return
    await sql`insert into stored_file (organization_id, id, purpose, name, media_type, bytes, sha256, created_by, created_at)
      values (${frame.organizationId}::uuid, ${file.fileId}::uuid, 'document_batch', ${file.name}, 'application/pdf', ${file.printed.bytes}, ${file.printed.sha256},
        ${batch.created_by}::uuid, ${ctx.now}::timestamptz)
      on conflict (organization_id, id) do update set bytes = excluded.bytes, sha256 = excluded.sha256`.execute(ctx.db)
    announceBatch(ctx, batch, { printed: file.end, wanted: batch.wanted })
  })

const settle = async (ctx: Context, frame: Frame, state: 'done' | 'failed', failure: string | null): Promise<void> => {
  await sql`update document_batch set state = ${state}, failure = ${failure}, updated_at = ${ctx.now}::timestamptz
    where organization_id = ${frame.organizationId}::uuid and id = ${frame.batchId}::uuid and state = 'running'`.execute(ctx.db)
  await ctx.db.deleteFrom('document_batch_work').where('id', '=', frame.batchId).execute()
}

const finish = (frame: Frame, batch: BatchRecord): Promise<void> =>
  within(frame, false, async (ctx) => {
    await settle(ctx, frame, 'done', null)
    ctx.audit({
      operation: 'document_batch.printed',
      subject: { kind: 'document_batch', id: batch.id, title: batch.title },
      after: { printed: batch.printed, files: batch.files.length },
    })
    announceBatch(ctx, batch, { state: 'done', printed: batch.printed, wanted: batch.wanted })
  })

/** A letter cannot be drawn, or the disk is full: what is printed is kept, and printing goes on from there when asked. */
const fail = (frame: Frame): Promise<void> =>
  within(frame, false, async (ctx) => {
    const batch = await read(ctx, frame)
    if (batch === null) return ctx.unchanged()
    await settle(ctx, frame, 'failed', 'fault')
    ctx.audit({
      operation: 'document_batch.failed',
      subject: { kind: 'document_batch', id: batch.id, title: batch.title },
      after: { printed: batch.printed, wanted: batch.wanted },
    })
    announceBatch(ctx, batch, { state: 'failed', printed: batch.printed, wanted: batch.wanted })
  })
