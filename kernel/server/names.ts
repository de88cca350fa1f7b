import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Says what records of a capability are called, by identifier, in one query; it leaves out those that it does not know. */
export type Namer = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every identifier of a record within a value, however deep. */
export const identifiersIn = (value: unknown): string[] => {
  if (typeof value === 'string') return identifier.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(identifiersIn)
}

/** A namer over one query that gives `id` and `name`. */
export const namerOf =
  (query: (ctx: Context, ids: readonly string[]) => ReturnType<typeof sql>): Namer =>
  async (ctx, ids) => {
    const found = (await query(ctx, ids).execute(ctx.db)) as { rows: { id: string; name: string }[] }
    return new Map(found.rows.map(({ id, name }) => [id, name]))
  }

/** What all these records are called, by whoever knows them. */
export const namesOf = async (ctx: Context, namers: readonly Namer[], ids: Iterable<string>): Promise<ReadonlyMap<string, string>> => {
  const asked = [...new Set(ids)]
  const names = new Map<string, string>()
  if (asked.length === 0) return names
  // One after the other: they share the transaction's one connection.
  for (const namer of namers) for (const [id, name] of await namer(ctx, asked)) names.set(id, name)
  return names
}
