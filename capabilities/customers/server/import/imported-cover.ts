import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { keepCover } from '../keep-cover.ts'

const changeKind = 'import.cover'

/** `facts` as `keepCover` takes them. */
type Facts = RawBuilder<unknown>

const standing = (ctx: Context, contactIds: readonly string[]) =>
  sql<{ id: string; status: string; version: number }>`select id, status, version from contact
    where organization_id = ${ctx.organizationId}::uuid and id = any(${[...contactIds]}::uuid[])`
    .execute(ctx.db)
    .then(({ rows }) => new Map(rows.map((row) => [row.id, row])))

/** Brings contacts to what the contracts of an import make of them, and notes whose status changed, so that it can be taken back. */
export const keepImportedCover = async (ctx: Context, contactIds: readonly string[], facts: Facts): Promise<void> => {
  const before = await standing(ctx, contactIds)
  await keepCover(ctx, facts)
  const after = await standing(ctx, contactIds)
  const changed = [...after.values()].flatMap(({ id, status, version }) => {
    const was = before.get(id)?.status
    return was !== undefined && was !== status ? [{ id, former: was, present: status, version }] : []
  })
  if (changed.length === 0) return
  const set = newId()
  await sql`insert into change_set (organization_id, id, kind, made_by, made_at)
    values (${ctx.organizationId}::uuid, ${set}::uuid, ${changeKind}, ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz)`.execute(ctx.db)
  await sql`insert into change_item (organization_id, change_set_id, subject_id, action, before, after, version)
    select ${ctx.organizationId}::uuid, ${set}::uuid, r.id, 'updated', jsonb_build_object('status', r.former), jsonb_build_object('status', r.present), r.version
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) r(id uuid, former text, present text, version integer)`.execute(ctx.db)
}

/**
 * Imported contracts of these contacts are gone. `left` of them have none any more: who became a customer by the import alone, and was not
 * changed since, is again exactly what they were; who was one before stays one. The others are what their other contracts make of them.
 */
export const undoImportedCover = async (ctx: Context, left: readonly string[], facts: Facts): Promise<void> => {
  const latest = sql`select distinct on (i.subject_id) i.change_set_id, i.subject_id, i.before ->> 'status' as former, i.after ->> 'status' as present, i.version
    from change_item i join change_set s on s.organization_id = i.organization_id and s.id = i.change_set_id
    where i.organization_id = ${ctx.organizationId}::uuid and i.subject_id = any(${[...left]}::uuid[]) and s.kind = ${changeKind}
    order by i.subject_id, s.made_at desc`
  await sql`with latest as (${latest}),
    back as (update contact c set status = l.former, version = l.version - 1, valid_until = null, updated_at = ${ctx.now}::timestamptz from latest l
      where c.organization_id = ${ctx.organizationId}::uuid and c.id = l.subject_id and c.status = l.present and c.version = l.version returning c.id)
    delete from change_item i using latest l, back b
    where i.organization_id = ${ctx.organizationId}::uuid and i.change_set_id = l.change_set_id and i.subject_id = l.subject_id and b.id = l.subject_id`.execute(
    ctx.db,
  )
  const changedSince = await sql<{ subject_id: string }>`${latest}`.execute(ctx.db)
  const asBefore = new Set(left)
  for (const { subject_id } of changedSince.rows) asBefore.delete(subject_id)
  await sql`update contact c set valid_until = null where c.organization_id = ${ctx.organizationId}::uuid and c.id = any(${[...asBefore]}::uuid[]) and c.valid_until is not null`.execute(
    ctx.db,
  )
  await keepCover(ctx, sql`select * from (${facts}) f where not f.contact_id = any(${[...asBefore]}::uuid[])`)
}
