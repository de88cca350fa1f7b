import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound, withinReach } from '#kernel/server/scope.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Document, DocumentVersion, DocumentWithVersions } from '../fields.ts'
import { documentFrom, documentScope, documentSelect, showDocuments, type DocumentRecord } from './document-list.ts'
import { previewOf } from './files/file-kinds.ts'
import { viewableSubject } from './reach.ts'

/** A document as its row says and as the actor sees it. */
export interface LoadedDocument {
  readonly record: DocumentRecord
  readonly document: Document
}

/** One document on a record that the actor sees; not found out of view, nor in the bin unless asked for. */
export const loadDocument = async (ctx: Context, id: string, which: 'standing' | 'binned or not' = 'standing'): Promise<LoadedDocument> => {
  const { rows } = await sql<Record<string, unknown>>`select ${documentSelect} from ${documentFrom}
    where d.organization_id = ${ctx.organizationId}::uuid and d.id = ${id}::uuid and ${which === 'standing' ? sql`d.deleted_at is null` : sql`true`}
      and ${viewableSubject(ctx, 's')} and (d.about_id is null or ${viewableSubject(ctx, 'b')})
      and ${withinReach(ctx, ctx.can('document.view'), documentScope)}`.execute(ctx.db)
  const record = rows[0] as unknown as DocumentRecord | undefined
  if (!record) throw notFound()
  const [document] = await showDocuments(ctx, [record])
  if (!document) throw notFound()
  return { record, document }
}

/** The document with its versions, newest first: what verbs answer. */
export const readDocument = async (ctx: Context, id: string): Promise<DocumentWithVersions> => {
  const { document } = await loadDocument(ctx, id)
  return { ...document, versions: await versionsOf(ctx, id) }
}

const versionsOf = async (ctx: Context, id: string): Promise<DocumentVersion[]> => {
  const rows = await ctx.db
    .selectFrom('document_version')
    .select(['number', 'name', 'media_type', 'bytes', 'sha256', 'created_by_name', 'created_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('document_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, preview: previewOf(row.media_type) }))
}

/** Open pages that show the record learn that its documents changed. */
export const announceDocument = (
  ctx: Context,
  what: 'created' | 'updated' | 'deleted' | 'restored',
  of: Pick<DocumentRecord, 'subject_id' | 'agency_id' | 'owner_id'>,
): void => ctx.emit({ name: `document.${what}`, subjectId: of.subject_id, agencyId: of.agency_id, ownerId: of.owner_id })

export const conflict = (current: Document): Problem =>
  new Problem(409, 'version_conflict', /*i18n*/ { id: 'document.conflict', message: 'Ce document a été modifié entre-temps.' }, [], {
    current,
  })
