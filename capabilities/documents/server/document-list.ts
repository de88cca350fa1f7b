import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { covers } from '#kernel/server/scope.ts'
import { searchSubjects } from '#kernel/server/search.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { Document, DocumentsOfSubject } from '../fields.ts'
import { fileNameOf, previewOf } from './files/file-kinds.ts'
import { viewableSubject } from './reach.ts'

/** A row of the list's query, before what the reader may do with it is known. */
export interface DocumentRecord extends Omit<Document, 'file_name' | 'media_type' | 'preview' | 'can'> {
  readonly media_type: string | null
  readonly deleted_at: string | null
  readonly agency_id: string
  readonly owner_id: string | null
  readonly subject_created_by: string | null
  readonly subject_deleted_at: string | null
  readonly about_agency_id: string | null
  readonly about_owner_id: string | null
  readonly about_created_by: string | null
  readonly about_deleted_at: string | null
}

/** The one row of documents: with its customer, what it is about and its current bytes. */
export const documentFrom = sql`document_window d
  join subject_window s on s.organization_id = d.organization_id and s.id = d.subject_id
  left join subject_window b on b.organization_id = d.organization_id and b.id = d.about_id
  left join document_version v on v.organization_id = d.organization_id and v.document_id = d.id and v.number = d.current_version`

export const documentSelect = sql`d.id, d.subject_id, s.kind as subject_kind, s.title as subject_title, d.about_id, b.kind as about_kind, b.title as about_title,
  d.kind, d.title, d.origin, d.number, d.batch_id, d.current_version, v.media_type, v.bytes, d.created_by, d.created_by_name, d.created_at, d.updated_at, d.version, d.deleted_at,
  s.agency_id, s.owner_id, s.created_by as subject_created_by, s.deleted_at as subject_deleted_at,
  b.agency_id as about_agency_id, b.owner_id as about_owner_id, b.created_by as about_created_by, b.deleted_at as about_deleted_at`

/** A document is at the place of its customer; who made it counts as an owner beside whoever owns the customer. */
export const documentScope = { subjectId: sql`s.id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`d.created_by` }

const definition: Omit<ListDefinition<Document>, 'from' | 'countFrom'> = {
  name: 'document',
  permission: 'document.view',
  select: documentSelect,
  id: sql`d.id`,
  organization: sql`d.organization_id`,
  scope: documentScope,
  hidden: { field: 'deleted', present: sql`d.deleted_at is null`, binned: sql`d.deleted_at is not null` },
  columns: {
    subject_id: { kind: 'reference', value: sql`d.subject_id`, sort: false },
    about_id: { kind: 'reference', value: sql`d.about_id`, sort: false, nullable: true },
    batch_id: { kind: 'reference', value: sql`d.batch_id`, sort: false, nullable: true },
    created_by: { kind: 'reference', value: sql`d.created_by`, sort: false, nullable: true },
    kind: { kind: 'choice', value: sql`d.kind`, sort: false },
    origin: { kind: 'choice', value: sql`d.origin`, sort: false },
    title: { kind: 'text', value: sql`d.title`, folded: sql`app_fold(d.title)`, sort: false },
    number: { kind: 'text', value: sql`d.number`, sort: false, nullable: true },
    created_at: { kind: 'instant', value: sql`d.created_at` },
  },
  defaultSort: '-created_at',
  search: async (ctx, q) => {
    const found = await searchSubjects(ctx, q, [{ kind: 'contact', permission: 'contact.view' }], 1000)
    return sql`(d.number = ${q.toUpperCase()} or d.subject_id = any(${found.subjects.map(({ id }) => id)}::uuid[]))`
  },
  finish: (ctx, rows) => showDocuments(ctx, rows as unknown as DocumentRecord[]),
}

/** Documents on what the reader sees: the record itself, and what the document is about. */
const listFor = (ctx: Context): ListDefinition<Document> => {
  const seen = sql`document_window d
    join subject_window s on s.organization_id = d.organization_id and s.id = d.subject_id and ${viewableSubject(ctx, 's')}
    left join subject_window b on b.organization_id = d.organization_id and b.id = d.about_id`
  // Nothing about a policy or a claim out of reach, though its customer is seen.
  const within = sql`(d.about_id is null or ${viewableSubject(ctx, 'b')})`
  return {
    ...definition,
    from: sql`${seen} left join document_version v on v.organization_id = d.organization_id and v.document_id = d.id and v.number = d.current_version`,
    countFrom: seen,
    hidden: {
      field: 'deleted',
      present: sql`d.deleted_at is null and ${within}`,
      binned: sql`d.deleted_at is not null and ${within}`,
    },
  }
}

/** Adds to each document how it is saved and shown, and what the actor may do with it. */
export const showDocuments = async (ctx: Context, rows: readonly DocumentRecord[]): Promise<Document[]> => {
  const places = await furtherAgencies(ctx, rows)
  return rows.map((row) => {
    const mediaType = row.media_type ?? letterType
    const may = mayChange(ctx, row, places)
    return {
      ...shownFields(row),
      media_type: mediaType,
      file_name: fileNameOf(row.title, mediaType),
      preview: previewOf(mediaType),
      can: { edit: may('attach'), delete: may('delete') },
    }
  })
}

/** Letters that nobody has opened yet have no bytes; they will be of this type. */
const letterType = 'application/pdf'

const shownFields = (row: DocumentRecord): Omit<Document, 'file_name' | 'media_type' | 'preview' | 'can'> => ({
  id: row.id,
  subject_id: row.subject_id,
  subject_kind: row.subject_kind,
  subject_title: row.subject_title,
  about_id: row.about_id,
  about_kind: row.about_kind,
  about_title: row.about_title,
  kind: row.kind,
  title: row.title,
  origin: row.origin,
  number: row.number,
  batch_id: row.batch_id,
  current_version: row.current_version,
  bytes: row.bytes,
  created_by: row.created_by,
  created_by_name: row.created_by_name,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
})

/** Attaching needs `attach` on the record itself besides the right on documents; what is deleted must be one's own where the right says so. */
const mayChange = (ctx: Context, row: DocumentRecord, places: ReadonlyMap<string, readonly string[]>) => {
  const customer = { agency_id: row.agency_id, owner_id: row.owner_id, created_by: row.subject_created_by }
  const atCustomer = places.get(row.subject_id) ?? []
  const onRecord =
    row.about_id === null
      ? row.subject_deleted_at === null && covers(ctx.actor, ctx.can(`${row.subject_kind}.attach`), customer, atCustomer)
      : row.about_deleted_at === null &&
        covers(
          ctx.actor,
          ctx.can(`${row.about_kind}.attach`),
          { agency_id: row.about_agency_id, owner_id: row.about_owner_id, created_by: row.about_created_by },
          places.get(row.about_id) ?? [],
        )
  const whose = { attach: customer, delete: { agency_id: row.agency_id, owner_id: row.created_by } }
  return (action: 'attach' | 'delete'): boolean => onRecord && covers(ctx.actor, ctx.can(`document.${action}`), whose[action], atCustomer)
}

/** The agencies besides their own from which records are visible. */
const furtherAgencies = async (ctx: Context, rows: readonly DocumentRecord[]): Promise<ReadonlyMap<string, string[]>> => {
  if (rows.length === 0 || ctx.can('document.attach') === 'organization' || ctx.can('document.attach') === null) return new Map()
  const ids = [...new Set(rows.flatMap(({ subject_id, about_id }) => [subject_id, about_id ?? subject_id]))]
  const further = await ctx.db
    .selectFrom('subject_agency')
    .select(['subject_id', 'agency_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', 'in', ids)
    .execute()
  return new Map([...Map.groupBy(further, (one) => one.subject_id)].map(([id, of]) => [id, of.map((one) => one.agency_id)]))
}

/** Documents within reach, by any filter of the list. */
export const listDocuments = (ctx: Context, query: ListQuery): Promise<Page<Document>> => runList(ctx, listFor(ctx), query)

/**
 * The documents of one customer for the profile: how many (up to 10,000), and the newest `most`. Empty for who may not view documents;
 * the caller has checked the reach of the customer.
 */
export const documentsOf = async (ctx: Context, subjectId: string, most = 50): Promise<DocumentsOfSubject> => {
  if (ctx.can('document.view') === null) return { total: 0, data: [] }
  const filter = JSON.stringify({ subject_id: subjectId })
  const page = await runList(ctx, listFor(ctx), { filter, limit: most, total: 'capped' })
  return { total: page.total ?? 10_000, data: page.data }
}
