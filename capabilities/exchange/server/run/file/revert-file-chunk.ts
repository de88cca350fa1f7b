import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { FileImport } from '#kernel/server/file-import.ts'
import { bound } from '../examine-rows.ts'
import { addToRun, chunkToRevert, endRevert, removeCreated, restoreChanged, type RevertCounts } from '../revert-chunk.ts'
import { workOnPart, type RunWork } from '../work.ts'

interface Made {
  readonly position: number
  readonly created_ids: readonly string[]
  readonly change_set_id: string | null
}

const none: RevertCounts = { removed: 0, binned: 0, restored: 0, kept: 0 }

/**
 * Takes one chunk of a file of several kinds back in its own transaction, the other way round: bills, then policies, then customers. Null
 * when it is taken back already.
 */
export const revertFileChunk = (
  work: RunWork,
  file: FileImport,
  chunkNo: number,
  announce: (ctx: Context, counts: RevertCounts) => void,
): Promise<RevertCounts | null> =>
  runAs(work.services, { ...bound(work, 'import.revert'), role: 'import' }, async (ctx) => {
    if ((await chunkToRevert(ctx, work, chunkNo)) === null) {
      ctx.unchanged()
      return null
    }
    const made = await sql<Made>`select position, created_ids, change_set_id from import_chunk_part
      where organization_id = ${ctx.organizationId}::uuid and import_id = ${work.importId}::uuid and chunk_no = ${chunkNo} order by position desc`.execute(
      ctx.db,
    )
    let counts = none
    for (const { position, created_ids, change_set_id } of made.rows) {
      const part = file.parts[position]
      if (!part) continue
      const of = workOnPart(work, file, part)
      const place = chunkNo * file.parts.length + position
      const restored = change_set_id === null ? { restored: 0, kept: 0 } : await restoreChanged(ctx, of, change_set_id, place)
      const gone = await removeCreated(ctx, of, created_ids, place)
      counts = {
        removed: counts.removed + gone.removed,
        binned: counts.binned + gone.binned,
        restored: counts.restored + restored.restored,
        kept: counts.kept + restored.kept + gone.kept,
      }
    }
    await endRevert(ctx, work, chunkNo, counts)
    announce(ctx, counts)
    await addToRun(ctx, work, counts)
    return counts
  })
