import type { Context } from '#kernel/server/context.ts'
import { forbidden } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import type { documentOperations } from '../contract.ts'
import type { Document, DocumentWithVersions } from '../fields.ts'
import { announceDocument, conflict, loadDocument, readDocument } from './load-document.ts'

type Operations = typeof documentOperations

/** The record that a document is closest to, on which the actor may attach: 403 beyond their rights, 422 in the bin. */
const recordOf = (ctx: Context, document: Document): Promise<LoadedSubject> =>
  loadSubject(ctx, document.about_id ?? document.subject_id, 'attach')

const audited = (subject: LoadedSubject) => ({ kind: subject.kind, id: subject.id, title: subject.title })

/** The title or the kind of a document is corrected. */
export const renameDocument = async (ctx: Context, input: ParsedOf<Operations['renameDocument']>): Promise<DocumentWithVersions> => {
  const { record, document } = await loadDocument(ctx, input.id)
  const subject = await recordOf(ctx, document)
  if (!document.can.edit) throw forbidden()
  const wished = { title: input.title ?? document.title, kind: input.kind ?? document.kind }
  if (wished.title === document.title && wished.kind === document.kind) {
    ctx.unchanged()
    return readDocument(ctx, input.id)
  }
  const updated = await ctx.db
    .updateTable('document')
    .set((row) => ({ ...wished, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw conflict((await loadDocument(ctx, input.id)).document)
  ctx.audit({
    subject: audited(subject),
    before: { document_id: input.id, title: document.title, kind: document.kind },
    after: { document_id: input.id, ...wished },
  })
  announceDocument(ctx, 'updated', record)
  return readDocument(ctx, input.id)
}

const setDeleted = async (ctx: Context, id: string, at: string | null): Promise<void> => {
  await ctx.db
    .updateTable('document')
    .set((row) => ({ deleted_at: at, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** A document goes to the bin, from where it comes back for 90 days. */
export const deleteDocument = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const { record, document } = await loadDocument(ctx, input.id)
  const subject = await recordOf(ctx, document)
  if (!document.can.delete) throw forbidden()
  await setDeleted(ctx, input.id, ctx.now)
  ctx.audit({
    subject: audited(subject),
    before: { document_id: input.id, title: document.title, kind: document.kind, number: document.number },
  })
  announceDocument(ctx, 'deleted', record)
  return {}
}

/** A document comes back from the bin, for who may delete it; one that stands stays as it is. */
export const restoreDocument = async (ctx: Context, input: { id: string }): Promise<DocumentWithVersions> => {
  const { record, document } = await loadDocument(ctx, input.id, 'binned or not')
  const subject = await recordOf(ctx, document)
  if (!document.can.delete) throw forbidden()
  if (record.deleted_at === null) {
    ctx.unchanged()
    return readDocument(ctx, input.id)
  }
  await setDeleted(ctx, input.id, null)
  ctx.audit({ subject: audited(subject), after: { document_id: input.id, title: document.title, kind: document.kind } })
  announceDocument(ctx, 'restored', record)
  return readDocument(ctx, input.id)
}
