import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { MappedField } from './settings.ts'

/** The mapping last used for files of this shape; null when there was none. */
export const recallMapping = async (ctx: Context, object: string, fingerprint: string): Promise<readonly MappedField[] | null> => {
  const found = await ctx.db
    .selectFrom('import_memory')
    .select('settings')
    .where('organization_id', '=', ctx.organizationId)
    .where('object', '=', object)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return (found?.settings as { mapping: readonly MappedField[] } | undefined)?.mapping ?? null
}

/** Keeps a mapping that a person chose, for the next file of the same shape. */
export const rememberMapping = async (
  ctx: Context,
  object: string,
  fingerprint: string,
  mapping: readonly MappedField[],
): Promise<void> => {
  const kept = { settings: JSON.stringify({ mapping }), used_at: ctx.now }
  await ctx.db
    .insertInto('import_memory')
    .values({ organization_id: ctx.organizationId, id: newId(), object, fingerprint, ...kept })
    .onConflict((conflict) => conflict.columns(['organization_id', 'object', 'fingerprint']).doUpdateSet(kept))
    .execute()
}
