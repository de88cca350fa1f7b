import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, id, listOf, listQuery } from '#kernel/shared/paging.ts'
import { document, documentBatch, documentKind, documentTitle, documentWithVersions } from './fields.ts'

export * from './fields.ts'

const versionNumber = z.coerce.number<number | string>().int().min(1).max(10_000)
const flag = z.stringbool().or(z.boolean())

/** The operations of documents. */
export const documentOperations = {
  listDocuments: operation({
    name: 'document.list',
    method: 'GET',
    path: '/documents',
    access: 'document.view',
    summary: 'Documents within reach, newest first; of one customer by the filter `subject_id`, of one policy or claim by `about_id`.',
    input: listQuery,
    output: listOf(document),
  }),
  getDocument: operation({
    name: 'document.get',
    method: 'GET',
    path: '/documents/:id',
    access: 'document.view',
    summary: 'One document with its versions.',
    input: byId,
    output: documentWithVersions,
  }),
  attachDocument: operation({
    name: 'document.attach',
    method: 'POST',
    path: '/documents',
    access: 'document.attach',
    status: 201,
    body: 'multipart',
    summary: 'Attach a file (25 MB at most: PDF, image, Word, Excel or text) to a record. Its type is read from its content.',
    input: z.object({
      subject_id: id,
      about_id: id.optional(),
      /** The name of the file, without its ending, unless given. */
      title: documentTitle.optional(),
      kind: documentKind.default('attachment'),
    }),
    output: documentWithVersions,
  }),
  addVersion: operation({
    name: 'document.add_version',
    method: 'POST',
    path: '/documents/:id/versions',
    access: 'document.attach',
    status: 201,
    body: 'multipart',
    summary: 'Put a newer file in place of the one shown; earlier ones are kept.',
    input: byId,
    output: documentWithVersions,
  }),
  renameDocument: operation({
    name: 'document.rename',
    method: 'PATCH',
    path: '/documents/:id',
    access: 'document.attach',
    summary: 'Correct the title or the kind of a document.',
    input: z.object({ id, version: z.int(), title: documentTitle.optional(), kind: documentKind.optional() }),
    output: documentWithVersions,
  }),
  deleteDocument: operation({
    name: 'document.delete',
    method: 'DELETE',
    path: '/documents/:id',
    access: 'document.delete',
    summary: 'Put a document in the bin, for 90 days.',
    input: byId,
    output: z.object({}),
  }),
  restoreDocument: operation({
    name: 'document.restore',
    method: 'POST',
    path: '/documents/:id/restore',
    access: 'document.delete',
    summary: 'Take a document out of the bin.',
    input: byId,
    output: documentWithVersions,
  }),
  readFile: operation({
    name: 'document.read_file',
    method: 'GET',
    path: '/documents/:id/file',
    access: 'document.view',
    answer: 'file',
    summary: 'The bytes of a document: its current version unless asked, as a download unless `inline` and of a type that can be shown.',
    input: z.object({ id, version: versionNumber.optional(), inline: flag.default(false) }),
    output: z.unknown(),
  }),
  readThumbnail: operation({
    name: 'document.read_thumbnail',
    method: 'GET',
    path: '/documents/:id/thumbnail',
    access: 'document.view',
    answer: 'file',
    summary: 'A small picture of an image, at most 320 pixels a side.',
    input: z.object({ id, version: versionNumber.optional() }),
    output: z.unknown(),
  }),
  listBatches: operation({
    name: 'document_batch.list',
    method: 'GET',
    path: '/document-batches',
    access: 'document.view',
    summary: 'Letters made together: one’s own batches, or all for who sees the whole organization.',
    input: listQuery,
    output: listOf(documentBatch),
  }),
  getBatch: operation({
    name: 'document_batch.get',
    method: 'GET',
    path: '/document-batches/:id',
    access: 'document.view',
    summary: 'How far a batch of letters is, and its printed files.',
    input: byId,
    output: documentBatch,
  }),
  readBatchFile: operation({
    name: 'document_batch.read_file',
    method: 'GET',
    path: '/document-batches/:id/files/:number',
    access: 'document.view',
    answer: 'file',
    summary: 'One file of a batch, letters one behind the other, ready to print.',
    input: z.object({ id, number: versionNumber, inline: flag.default(false) }),
    output: z.unknown(),
  }),
  retryBatch: operation({
    name: 'document_batch.retry',
    method: 'POST',
    path: '/document-batches/:id/retry',
    access: 'document.create',
    summary: 'Go on with a batch that stopped, from the last file that is complete.',
    input: byId,
    output: documentBatch,
  }),
} as const
