import { z } from 'zod'

/** The background work of one batch: its letters, drawn and put one behind the other. */
export const printBatchJob = {
  name: 'documents.print_batch',
  input: z.object({ organization_id: z.uuid(), batch_id: z.uuid() }),
} as const
