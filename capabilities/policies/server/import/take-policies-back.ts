import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { TakenBack } from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { dropUnnamedProduct, unnamedProductId } from '#capabilities/products/server/index.ts'
import { leaveHolders } from './holders-cover.ts'

const sentences = {
  held: /*i18n*/ {
    id: 'policy.kept_held',
    message: 'Conservée : des quittances, des sinistres ou des rappels y sont rattachés depuis l’import',
  },
  touched: /*i18n*/ { id: 'policy.kept_touched', message: 'Conservée : modifiée depuis l’import' },
} as const

/**
 * Policies that an import had made go away as if never made, and their holders are what they were; those that somebody changed since, or on
 * which something hangs, stay.
 */
export const takePoliciesBack = async (
  ctx: Context,
  ids: readonly string[],
  attached: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Promise<TakenBack> => {
  const org = ctx.organizationId
  const found = await sql<{
    id: string
    contact_id: string
    touched: boolean
  }>`select p.id, p.contact_id, ${touchedByPeople(ctx, 'p')} as touched from policy p
    where p.organization_id = ${org}::uuid and p.id = any(${[...ids]}::uuid[]) order by p.id for update`.execute(ctx.db)
  const kept = found.rows.flatMap(({ id, touched }): { id: string; sentence: Sentence }[] => {
    if (held.has(id) || attached.has(id)) return [{ id, sentence: sentences.held }]
    return touched ? [{ id, sentence: sentences.touched }] : []
  })
  const staying = new Set(kept.map(({ id }) => id))
  const gone = found.rows.filter(({ id }) => !staying.has(id))
  const removed = gone.map(({ id }) => id)
  if (removed.length === 0) return { removed, binned: [], kept }
  await sql`delete from policy where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject_agency where organization_id = ${org}::uuid and subject_id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  await leaveHolders(ctx, [...new Set(gone.map(({ contact_id }) => contact_id))].sort())
  await dropStandIn(ctx)
  return { removed, binned: [], kept }
}

/** The product that stood in for products that the file did not name goes with the last policy under it. */
const dropStandIn = async (ctx: Context): Promise<void> => {
  const id = await unnamedProductId(ctx)
  if (id === null) return
  const used = await sql<{
    used: boolean
  }>`select exists (select 1 from policy where organization_id = ${ctx.organizationId}::uuid and product_id = ${id}::uuid) as used`.execute(
    ctx.db,
  )
  if (used.rows[0]?.used === false) await dropUnnamedProduct(ctx)
}
