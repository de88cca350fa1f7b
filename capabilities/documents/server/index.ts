import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { documentOperations as operations } from '../contract.ts'
import { addVersion, attachDocument, prepareFile } from './attach-document.ts'
import { batchAnswer, listBatches, loadBatch } from './batches/batch-record.ts'
import { printBatch } from './batches/print-batch.ts'
import { printBatchJob } from './batches/print-job.ts'
import { readBatchFile } from './batches/read-batch-file.ts'
import { resumeBatches, sweepBatches } from './batches/resume-batches.ts'
import { retryBatch } from './batches/retry-batch.ts'
import { deleteDocument, renameDocument, restoreDocument } from './change-document.ts'
import { cleanUp } from './clean-up.ts'
import { listDocuments } from './document-list.ts'
import { templatesOf, type Templates } from './letters/letter-to-draw.ts'
import { readDocument } from './load-document.ts'
import { prepareLetter, prepareThumbnail, readDocumentFile } from './read-file.ts'
import './tables.ts'

export { addToBatch, closeBatch, openBatch } from './batches/open-batch.ts'
export { documentsOf } from './document-list.ts'
export { makeLetter, makeLetters, type LetterToMake, type MadeLetter } from './letters/make-letters.ts'

const withServices = { prepare: async (services: Services): Promise<Services> => services }

/** Files of any record, and the letters that `capabilities` write; they are asked when the first letter is drawn. */
export const documentsServer = (capabilities: () => readonly Capability[]): Capability => {
  let known: Templates | null = null
  const templates = (): Templates => (known ??= templatesOf(capabilities().flatMap((capability) => capability.templates ?? [])))
  return {
    name: 'documents',
    implementations: [
      implement(operations.listDocuments, listDocuments),
      implement(operations.getDocument, (ctx, { id }) => readDocument(ctx, id)),
      implement(operations.attachDocument, attachDocument, { prepare: prepareFile }),
      implement(operations.addVersion, addVersion, { prepare: prepareFile }),
      implement(operations.renameDocument, renameDocument),
      implement(operations.deleteDocument, deleteDocument),
      implement(operations.restoreDocument, restoreDocument),
      implement(operations.readFile, readDocumentFile, { prepare: prepareLetter(templates) }),
      implement(operations.readThumbnail, async (_ctx, _input, picture: FileAnswer) => picture, { prepare: prepareThumbnail }),
      implement(operations.listBatches, listBatches),
      implement(operations.getBatch, async (ctx, { id }) => batchAnswer(ctx, await loadBatch(ctx, id))),
      implement(operations.readBatchFile, readBatchFile, withServices),
      implement(operations.retryBatch, retryBatch),
    ],
    attachments: ['document'],
    jobs: [
      job({ ...printBatchJob, expireSeconds: 6 * 3600, run: (services, of, { signal }) => printBatch(services, templates(), of, signal) }),
      sweepBatches,
      cleanUp,
    ],
    resume: resumeBatches,
  }
}
