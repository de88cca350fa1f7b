import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { TakenBack } from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'

/** What of the customers' own hangs on a record, besides what other capabilities attach. */
const inUse = {
  contact: () => sql`select null::uuid as id where false`,
  account: (org: string, ids: readonly string[]) => sql`
    select m.account_id as id from account_member m where m.organization_id = ${org}::uuid and m.account_id = any(${[...ids]}::uuid[])
    union all select c.account_id from contact c where c.organization_id = ${org}::uuid and c.account_id = any(${[...ids]}::uuid[]) and c.deleted_at is null
    union all select a.parent_id from account a where a.organization_id = ${org}::uuid and a.parent_id = any(${[...ids]}::uuid[]) and a.deleted_at is null`,
}

const heldSentence = /*i18n*/ {
  id: 'customer.kept_held',
  message: 'Conservé : des polices, des quittances ou des sinistres y sont rattachés depuis l’import',
}

/**
 * Contacts or accounts that an import had made go away as if never made; those that somebody changed since, or to which something is
 * attached, go to the bin, from which they come back whole. Those who are `held`, as holders of a policy are, stay.
 */
export const takeCustomersBack = async (
  ctx: Context,
  table: 'contact' | 'account',
  ids: readonly string[],
  attached: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Promise<TakenBack> => {
  const org = ctx.organizationId
  const records = sql.table(table)
  const found = await sql<{ id: string; touched: boolean; used: boolean }>`
    with used as (${inUse[table](org, ids)})
    select t.id, ${touchedByPeople(ctx, 't')} as touched, t.id in (select id from used) as used
    from ${records} t where t.organization_id = ${org}::uuid and t.id = any(${[...ids]}::uuid[]) order by t.id for update of t`.execute(
    ctx.db,
  )
  const kept = found.rows.filter((row) => held.has(row.id)).map(({ id }) => ({ id, sentence: heldSentence }))
  const binned = found.rows.filter((row) => !held.has(row.id) && (row.touched || row.used || attached.has(row.id))).map((row) => row.id)
  const staying = new Set([...binned, ...kept.map(({ id }) => id)])
  const removed = found.rows.map((row) => row.id).filter((id) => !staying.has(id))
  if (binned.length > 0) {
    await sql`update ${records} t set deleted_at = ${ctx.now}::timestamptz, updated_at = ${ctx.now}::timestamptz, version = t.version + 1
      where t.organization_id = ${org}::uuid and t.id = any(${binned}::uuid[]) and t.deleted_at is null`.execute(ctx.db)
    await sql`update subject s set deleted_at = ${ctx.now}::timestamptz, updated_at = ${ctx.now}::timestamptz
      where s.organization_id = ${org}::uuid and s.id = any(${binned}::uuid[]) and s.deleted_at is null`.execute(ctx.db)
  }
  if (removed.length > 0) {
    await sql`delete from subject_tag where organization_id = ${org}::uuid and subject_id = any(${removed}::uuid[])`.execute(ctx.db)
    await sql`delete from subject_agency where organization_id = ${org}::uuid and subject_id = any(${removed}::uuid[])`.execute(ctx.db)
    if (table === 'contact')
      await sql`delete from account_member where organization_id = ${org}::uuid and contact_id = any(${removed}::uuid[])`.execute(ctx.db)
    await sql`delete from ${records} where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
    await sql`delete from subject where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  }
  return { removed, binned, kept }
}
