import { sql } from 'kysely'
import type { Actor, Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { newId } from '#kernel/shared/ids.ts'
import { fileNameOf } from '../files/file-kinds.ts'
import { dropFile, filePath } from '../files/kept-file.ts'
import { letterToDraw, type FrozenLetter, type Templates } from './letter-to-draw.ts'
import { printLetter } from './press.ts'

interface Undrawn extends FrozenLetter {
  readonly created_by: string | null
  readonly created_by_name: string
}

/** The frozen letter of a document that has no bytes yet; null when it has, or is no letter. */
const undrawn = async (ctx: Context, id: string): Promise<Undrawn | null> => {
  const { rows } = await sql<Undrawn>`
    select d.template, d.template_version, d.language, d.data, h.content as head, d.number, d.title, d.created_by, d.created_by_name
    from document d join letter_head h on h.organization_id = d.organization_id and h.id = d.head_id
    where d.organization_id = ${ctx.organizationId}::uuid and d.id = ${id}::uuid and d.origin = 'template'
      and not exists (select 1 from document_version v where v.organization_id = d.organization_id and v.document_id = d.id)`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

/**
 * Draws a letter the first time that somebody opens it, and keeps the bytes as its only version: from then on they are read. The caller
 * has checked that the actor sees it. Two who open it at once get the same bytes, those that were kept first.
 */
export const drawOnOpening = async (
  services: Services,
  templates: Templates,
  of: { readonly actor: Actor; readonly organizationId: string; readonly id: string; readonly requestId: string },
): Promise<void> => {
  const call = { actor: of.actor, organizationId: of.organizationId, requestId: of.requestId, operation: 'document.draw' }
  const letter = await runAs(services, { ...call, readOnly: true }, (ctx) => undrawn(ctx, of.id))
  if (letter === null) return
  const fileId = newId()
  const drawn = letterToDraw(templates, letter, services.dataDir)
  const printed = await printLetter(
    {
      path: filePath(services, of.organizationId, fileId),
      title: `${letter.title} ${letter.number}`,
      day: drawn.letter.date,
      language: letter.language,
    },
    drawn,
  )
  const kept = await runAs(services, call, async (ctx) => {
    // The letter is not changed by being drawn: the journal has it from when it was written.
    ctx.unchanged()
    const name = fileNameOf(letter.title, 'application/pdf')
    const version = await sql`
      insert into document_version (organization_id, document_id, number, file_id, name, media_type, bytes, sha256, created_by, created_by_name, created_at)
      values (${of.organizationId}::uuid, ${of.id}::uuid, 1, ${fileId}::uuid, ${name}, 'application/pdf', ${printed.bytes}, ${printed.sha256},
        ${letter.created_by}::uuid, ${letter.created_by_name}, ${ctx.now}::timestamptz)
      on conflict (organization_id, document_id, number) do nothing`.execute(ctx.db)
    if (version.numAffectedRows === 0n) return false
    await ctx.db
      .insertInto('stored_file')
      .values({
        organization_id: of.organizationId,
        id: fileId,
        purpose: 'letter',
        name,
        media_type: 'application/pdf',
        bytes: printed.bytes,
        sha256: printed.sha256,
        created_by: letter.created_by,
        created_at: ctx.now,
      })
      .execute()
    return true
  })
  if (!kept) await dropFile(services, of.organizationId, fileId)
}
