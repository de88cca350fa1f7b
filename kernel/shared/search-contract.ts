import { z } from 'zod'
import { operation } from './contract.ts'
import { id } from './paging.ts'

/** ⌘K: records of every kind by name, code, phone in any format, e-mail; accents, case, one typing error and Arabic variants forgiven. */
export const searchOperations = {
  find: operation({
    name: 'search.find',
    method: 'GET',
    path: '/search',
    access: 'signed-in',
    summary: 'Records of every kind within reach, best first, grouped by kind.',
    input: z.object({
      q: z.string().trim().min(1).max(200),
      kind: z.string().max(40).optional(),
      limit: z.coerce.number<number | string>().int().min(1).max(50).default(8),
    }),
    output: z.object({
      groups: z.array(
        z.object({
          kind: z.string(),
          items: z.array(
            z.object({
              id,
              kind: z.string(),
              title: z.string(),
              subtitle: z.string().nullable(),
              code: z.string().nullable(),
              path: z.string(),
            }),
          ),
        }),
      ),
      /** The words as understood, when a typing error was mended. */
      corrected: z.string().nullable(),
    }),
  }),
} as const
