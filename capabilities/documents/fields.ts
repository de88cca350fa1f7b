import { z } from 'zod'
import { id, instant } from '#kernel/shared/paging.ts'

/** Bytes of the largest file that can be attached: 25 MB. */
export const mostDocumentBytes = 25 * 1024 * 1024

/** How a document came: a file that somebody attached, or a letter written from a template. */
export const origins = ['upload', 'template'] as const

/** What the screen can show of a document without another program. */
export const previews = ['image', 'pdf', 'text'] as const
export type Preview = (typeof previews)[number]

export const documentTitle = z.string().trim().min(1).max(160)
/** A word of the capability that asks for it: `attachment`, `renewal_notice`, `police_report`. */
export const documentKind = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)

/** A document as lists show it. */
export const document = z
  .object({
    id,
    /** Whose profile shows it: the customer. */
    subject_id: id,
    subject_kind: z.string(),
    subject_title: z.string(),
    /** What it is about, when that is not the subject itself: a policy, a claim, a bill. */
    about_id: id.nullable(),
    about_kind: z.string().nullable(),
    about_title: z.string().nullable(),
    kind: z.string(),
    title: z.string(),
    origin: z.enum(origins),
    /** Of letters: the number that stands on them. */
    number: z.string().nullable(),
    batch_id: id.nullable(),
    current_version: z.int(),
    /** How it is saved: the title with the ending of its type. */
    file_name: z.string(),
    media_type: z.string(),
    /** Null for a letter that nobody has opened or printed yet. */
    bytes: z.int().nullable(),
    preview: z.enum(previews).nullable(),
    created_by: id.nullable(),
    created_by_name: z.string(),
    created_at: instant,
    updated_at: instant,
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: 'Document' })
export type Document = z.output<typeof document>

/** One set of bytes of a document; they never change. */
export const documentVersion = z.object({
  number: z.int(),
  name: z.string(),
  media_type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  preview: z.enum(previews).nullable(),
  created_by_name: z.string(),
  created_at: instant,
})
export type DocumentVersion = z.output<typeof documentVersion>

export const documentWithVersions = document.extend({
  /** Newest first; empty for a letter that nobody has opened or printed yet. */
  versions: z.array(documentVersion),
})
export type DocumentWithVersions = z.output<typeof documentWithVersions>

/** Documents of one customer as the profile shows them: how many, and the newest. */
export const documentsOfSubject = z.object({ total: z.int(), data: z.array(document) })
export type DocumentsOfSubject = z.output<typeof documentsOfSubject>

export const batchStates = ['waiting', 'running', 'done', 'failed'] as const

/** Letters made together, printed one behind the other in files of `letters_per_file`. */
export const documentBatch = z
  .object({
    id,
    kind: z.string(),
    title: z.string(),
    state: z.enum(batchStates),
    /** Letters that belong to it. */
    wanted: z.int(),
    /** Letters written so far. */
    made: z.int(),
    /** Letters in the files so far. */
    printed: z.int(),
    /** From 0 to 1. */
    progress: z.number(),
    letters_per_file: z.int(),
    files: z.array(z.object({ number: z.int(), name: z.string(), bytes: z.int() })),
    failure: z.string().nullable(),
    created_by_name: z.string(),
    created_at: instant,
    updated_at: instant,
    can: z.object({ retry: z.boolean() }),
  })
  .meta({ id: 'DocumentBatch' })
export type DocumentBatch = z.output<typeof documentBatch>
