import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'

interface Changed {
  id: string
  code: string
  name: string
  agency_id: string
  owner_id: string | null
  was: string
  status: string
  version: number
}

/** More than this many at once are told to nobody one by one: a nightly chunk is one entry of the journal. */
const toldOneByOne = 20

/**
 * Brings contacts to what their contracts make of them: «date de validité» (the latest expiry in force) and status. Whoever is covered is
 * active; who was active and no longer is becomes inactive; what a person decided (watch, litigation, deceased) stays. `facts` is a query
 * of `contact_id, valid_until, covered`. Returns how many changed.
 */
export const keepCover = async (ctx: Context, facts: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<Changed>`
    with fact as materialized (${facts}),
    wanted as (
      select c.id, c.status as was, f.valid_until,
        case when f.covered and c.status in ('prospect', 'inactive', 'cancelled') then 'active' when not f.covered and c.status = 'active' then 'inactive' else c.status end as status
      from fact f join contact c on c.organization_id = ${ctx.organizationId}::uuid and c.id = f.contact_id
      order by c.id for update of c
    )
    update contact c set valid_until = w.valid_until, status = w.status, updated_at = ${ctx.now}::timestamptz, version = c.version + (w.status <> w.was)::int
    from wanted w where c.organization_id = ${ctx.organizationId}::uuid and c.id = w.id and (c.status <> w.status or c.valid_until is distinct from w.valid_until)
    returning c.id, c.code, c.name, c.agency_id, c.owner_id, w.was, c.status, c.version`.execute(ctx.db)
  const moved = rows.filter((row) => row.was !== row.status)
  if (moved.length > toldOneByOne) {
    ctx.audit({ operation: 'contact.keep_cover', after: { contacts: moved.length } })
    return rows.length
  }
  for (const row of moved)
    ctx.audit({
      operation: 'contact.keep_cover',
      subject: { kind: 'contact', id: row.id, title: `${row.code} ${row.name}` },
      before: { status: row.was },
      after: { status: row.status, version: row.version },
    })
  if (rows.length <= toldOneByOne)
    for (const row of rows) ctx.emit({ name: 'contact.updated', subjectId: row.id, agencyId: row.agency_id, ownerId: row.owner_id })
  return rows.length
}
