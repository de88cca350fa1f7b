import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk, MatchKey } from '#kernel/server/importable.ts'
import { runAs } from '#kernel/server/door.ts'
import { countActions, decideRows, dropProblemRows } from './decide-rows.ts'
import { matchPart, matchRows } from './match-rows.ts'
import { deriveRows, dropUnchanged, mergeRows, writeMerged } from './merge-rows.ts'
import { recordChanges } from './record-chunk.ts'
import { resolveRelations } from './resolve-relations.ts'
import { agenciesOf, chunkTable, type ImportWork } from './work.ts'
import { newId } from '#kernel/shared/ids.ts'

/** The door through which background work of an import enters. */
export const bound = (work: Pick<ImportWork, 'actor' | 'organizationId'>, operation: string) => ({
  actor: work.actor,
  organizationId: work.organizationId,
  operation,
})

/** What an object sees of the chunk. */
export const chunkOf = (work: ImportWork): ImportChunk => ({
  rows: chunkTable(work.importable),
  staged: new Set(work.plan.staged),
  source: work.plan.settings.source,
  agencies: work.reach === 'organization' ? null : agenciesOf(work),
  defaults: work.plan.settings,
  apart: (action) =>
    runAs(work.services, bound(work, 'import.apart'), async (ctx) => {
      ctx.unchanged()
      return action(ctx)
    }),
})

/** How the rows of a chunk are looked at: locked until they are written, by the chosen key or by several. */
interface Examining {
  readonly lock: boolean
  readonly keys?: readonly MatchKey[]
  readonly yield?: (ctx: Context, chunk: ImportChunk) => Promise<void>
}

/** Finds out what each row in the chunk's table does; nothing is written but to that table. */
export const examineRows = async (ctx: Context, work: ImportWork, how: Examining): Promise<{ creates: number; updates: number }> => {
  const { target } = work.importable
  await resolveRelations(ctx, work)
  if (how.keys) await matchPart(ctx, work, how.keys)
  else await matchRows(ctx, work)
  await decideRows(ctx, work)
  await target.check?.(ctx, chunkOf(work))
  if (target.check) await dropProblemRows(ctx, work)
  const counted = await countActions(ctx, work)
  if (counted.updates === 0) return counted
  await how.yield?.(ctx, chunkOf(work))
  await mergeRows(ctx, work, how.lock)
  await target.compare?.(ctx, chunkOf(work))
  await dropUnchanged(ctx, work)
  return countActions(ctx, work)
}

/** Makes and changes the records of the rows; the set of what was changed, or null. */
export const writeRows = async (ctx: Context, work: ImportWork, has: { creates: number; updates: number }): Promise<string | null> => {
  const { target } = work.importable
  if (has.creates > 0) await target.create(ctx, chunkOf(work))
  if (has.updates === 0) return null
  await deriveRows(ctx, work)
  await writeMerged(ctx, work)
  await target.updated?.(ctx, chunkOf(work))
  return recordChanges(ctx, work, newId())
}
