import { z } from 'zod'

/** At most this many rows a page. */
export const pageLimit = 200
/** Counts stop here unless `total=exact` is asked for. */
export const countCap = 10_000

/** The query of every list: free search, filter (JSON text), sort, page. */
export const listQuery = z.object({
  q: z.string().trim().max(200).optional(),
  filter: z.string().max(8000).optional(),
  /** A field name, `-` before it for descending. */
  sort: z.string().max(60).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(pageLimit).default(50),
  cursor: z.string().max(600).optional(),
  total: z.enum(['exact', 'capped', 'none']).default('capped'),
})
export type ListQuery = z.output<typeof listQuery>

/**
 * The answer of every list. `total` is exact when asked for, otherwise null past 10,000 or when not asked;
 * `next_cursor` is null on the last page.
 */
export const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ data: z.array(row), next_cursor: z.string().nullable(), total: z.int().nullable() })

export interface Page<T> {
  data: T[]
  next_cursor: string | null
  total: number | null
}

/** An identifier: UUID v7 in lower case. */
export const id = z.uuid()
export const byId = z.object({ id })

// The calendar of ISO 8601 has a year 0; nobody's has, nor the database's.
const hasYear = (text: string): boolean => !text.startsWith('0000')

/** An instant in UTC, ISO 8601 with `Z`. */
export const instant = z.iso.datetime().refine(hasYear)
/** A day in the organization's time zone, `YYYY-MM-DD`. */
export const day = z.iso.date().refine(hasYear)
/** Money, in integer centimes of the organization's currency. */
export const centimes = z.int()
