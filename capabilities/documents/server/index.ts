import type { Capability } from '#kernel/server/capability.ts'
import './tables.ts'

export { addToBatch, closeBatch, openBatch } from './batches/open-batch.ts'
export { documentsOf } from './document-list.ts'
export { makeLetter, makeLetters, type LetterToMake, type MadeLetter } from './letters/make-letters.ts'

export const documentsServer: Capability = {
  name: 'documents',
  implementations: [],
  attachments: ['document', { table: 'document', columns: ['about_id'] }],
}
