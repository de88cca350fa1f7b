import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { TakenBack } from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { toldSource } from './settle-told-bills.ts'

const sentences = {
  held: /*i18n*/ {
    id: 'receivable.kept_held',
    message: 'Conservée : un paiement, une promesse ou un recouvrement s’y rattache depuis l’import',
  },
  touched: /*i18n*/ { id: 'receivable.kept_touched', message: 'Conservée : modifiée depuis l’import' },
} as const

/**
 * Bills that an import had made go away as if never made, with the payments that only said what the file said and recoveries that no one has
 * begun; those that somebody changed since, or on which something hangs, stay.
 */
export const takeBillsBack = async (
  ctx: Context,
  ids: readonly string[],
  attached: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Promise<TakenBack> => {
  const org = ctx.organizationId
  const found = await sql<{ id: string; touched: boolean; used: boolean }>`select r.id, ${touchedByPeople(ctx, 'r')} as touched,
      exists (select 1 from payment_allocation pa join payment p on p.organization_id = pa.organization_id and p.id = pa.payment_id
        where pa.organization_id = ${org}::uuid and pa.receivable_id = r.id and (p.external_source is distinct from ${toldSource} or p.external_id <> r.id::text or p.version > 1))
      or exists (select 1 from payment_promise pp where pp.organization_id = ${org}::uuid and pp.receivable_id = r.id)
      or exists (select 1 from dunning_case d join dunning_step s on s.organization_id = d.organization_id and s.case_id = d.id where d.organization_id = ${org}::uuid and d.receivable_id = r.id)
      as used
    from receivable r where r.organization_id = ${org}::uuid and r.id = any(${[...ids]}::uuid[]) order by r.id for update of r`.execute(
    ctx.db,
  )
  const kept = found.rows.flatMap(({ id, touched, used }): { id: string; sentence: Sentence }[] => {
    if (used || held.has(id) || attached.has(id)) return [{ id, sentence: sentences.held }]
    return touched ? [{ id, sentence: sentences.touched }] : []
  })
  const staying = new Set(kept.map(({ id }) => id))
  const removed = found.rows.map(({ id }) => id).filter((id) => !staying.has(id))
  if (removed.length === 0) return { removed, binned: [], kept }
  await sql`delete from dunning_case where organization_id = ${org}::uuid and receivable_id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from payment where organization_id = ${org}::uuid and external_source = ${toldSource} and external_id = any(${removed}::text[])`.execute(
    ctx.db,
  )
  await sql`delete from receivable where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject_agency where organization_id = ${org}::uuid and subject_id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  return { removed, binned: [], kept }
}
