import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { newId } from '#kernel/shared/ids.ts'
import { daysMoved } from '#capabilities/activities/server/index.ts'
import { nextDeadline } from '../../clocks.ts'
import { claimFrame, daysOfClaim } from '../claim-frame.ts'
import { todayOf } from '../load-claim.ts'
import { claimSearchText } from '../search-text.ts'
import type { ClaimTable } from '../tables.ts'
import { movementsTo, type ClaimSums } from './claim-money.ts'
import { insertMovements, type MovementRow } from './make-claims.ts'

interface Told extends ClaimSums {
  readonly id: string
  readonly last: number
  readonly paid_on: string
  readonly told_reserve: number | null
  readonly told_paid: number | null
  readonly told_fees: number | null
  readonly told_recovered: number | null
}

const sumColumns = { reserve: 'reserve_centimes', paid: 'paid_centimes', fees: 'fees_centimes', recovered: 'recovered_centimes' } as const

/** The money that a file tells of claims that exist counts as changes: the movements that lead to it, so that they can be taken back. */
export const compareClaims = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const told = Object.values(sumColumns).map((column) => `told_${column}`)
  if (!told.some((column) => chunk.staged.has(column))) return
  const found =
    await sql<Told>`select t.id, t.reserve_centimes as reserve, t.paid_centimes as paid, t.fees_centimes as fees, t.recovered_centimes as recovered,
      coalesce((select max(m.rank) from claim_movement m where m.organization_id = ${ctx.organizationId}::uuid and m.claim_id = t.id), 0) as last,
      coalesce(k.settled_on, k.closed_on, app_today()) as paid_on, k.told_reserve_centimes as told_reserve, k.told_paid_centimes as told_paid, k.told_fees_centimes as told_fees,
      k.told_recovered_centimes as told_recovered
    from ${chunk.rows} k join claim t on t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id where k.action = 'update'`.execute(
      ctx.db,
    )
  const noted = found.rows.flatMap((row) => {
    const to: ClaimSums = {
      reserve: row.told_reserve ?? row.reserve,
      paid: row.told_paid ?? row.paid,
      fees: row.told_fees ?? row.fees,
      recovered: row.told_recovered ?? row.recovered,
    }
    const movements = movementsTo(row, to, { opened: row.paid_on, paid: row.paid_on }).map((movement, at): MovementRow => ({
      ...movement,
      id: newId(),
      claim_id: row.id,
      rank: row.last + at + 1,
    }))
    const { reserve, paid, fees, recovered } = row
    return movements.length === 0
      ? []
      : [{ id: row.id, before: { sums: { reserve, paid, fees, recovered } }, after: { sums: to, movements } }]
  })
  if (noted.length === 0) return
  await sql`update ${chunk.rows} k set before = k.before || r.before, after = k.after || r.after
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) r(id uuid, before jsonb, after jsonb) where r.id = k.id`.execute(ctx.db)
}

const writeSums = async (ctx: Context, chunk: ImportChunk, side: 'before' | 'after'): Promise<void> => {
  const sums = sql`${sql.ref(`k.${side}`)} -> 'sums'`
  await sql`update claim t set reserve_centimes = (${sums} ->> 'reserve')::bigint, paid_centimes = (${sums} ->> 'paid')::bigint, fees_centimes = (${sums} ->> 'fees')::bigint,
      recovered_centimes = (${sums} ->> 'recovered')::bigint from ${chunk.rows} k where t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id and k.after ? 'movements'`.execute(
    ctx.db,
  )
}

/** What else follows once claims were changed: their money, their course, their next deadline and their cards. */
export const followClaims = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  // A row of a taking back tells no money of its own.
  const fresh = await sql<{ movements: MovementRow[] }>`select k.after -> 'movements' as movements from ${chunk.rows} k
    where k.action = 'update' and k.after ? 'movements' and coalesce(k.told_reserve_centimes, k.told_paid_centimes, k.told_fees_centimes, k.told_recovered_centimes) is not null`.execute(
    ctx.db,
  )
  if (fresh.rows.length > 0) {
    await insertMovements(
      ctx,
      fresh.rows.flatMap(({ movements }) => movements),
    )
    await writeSums(ctx, chunk, 'after')
  }
  await noteCourses(ctx, chunk)
  await keepDeadlines(ctx, chunk)
}

/** A line in the course of each claim whose state changed: from the one that it no longer is. */
const noteCourses = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const moved = await sql<{
    id: string
    was: string
    now: string
  }>`select t.id, t.status as now, case when t.status = k.after ->> 'status' then k.before ->> 'status' else k.after ->> 'status' end as was
    from ${chunk.rows} k join claim t on t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id where k.action = 'update' and k.before ? 'status'`.execute(
    ctx.db,
  )
  if (moved.rows.length === 0) return
  const rows = moved.rows.map((row) => ({ id: newId(), claim_id: row.id, former: row.was, present: row.now }))
  await sql`insert into claim_status_change (organization_id, id, claim_id, from_status, to_status, note, made_by, made_by_name, made_at)
    select ${ctx.organizationId}::uuid, r.id, r.claim_id, r.former, r.present, null, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, claim_id uuid, former text, present text)`.execute(ctx.db)
  await sql`update claim t set status_since = ${ctx.now}::timestamptz where t.organization_id = ${ctx.organizationId}::uuid and t.id = any(${moved.rows.map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  )
}

type Changed = Pick<
  ClaimTable,
  | 'id'
  | 'number'
  | 'status'
  | 'nature'
  | 'convention'
  | 'occurred_on'
  | 'occurred_at_time'
  | 'declared_on'
  | 'declared_at_time'
  | 'expert_assigned_on'
  | 'settled_on'
  | 'closed_on'
> & { readonly details: Record<string, never>; readonly branch: string; readonly plates: readonly string[]; readonly moved: boolean }

const keepDeadlines = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found =
    await sql<Changed>`select t.id, t.number, t.status, t.nature, t.convention, t.occurred_on, t.occurred_at_time, t.declared_on, t.declared_at_time, t.expert_assigned_on, t.settled_on,
      t.closed_on, t.details, pr.branch, k.before ? 'declared_on' as moved,
      array(select cp.plate from claim_party cp where cp.organization_id = ${ctx.organizationId}::uuid and cp.claim_id = t.id and cp.plate is not null) as plates
    from ${chunk.rows} k join claim t on t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id
    join policy_card p on p.organization_id = ${ctx.organizationId}::uuid and p.id = t.policy_id
    join product_card pr on pr.organization_id = ${ctx.organizationId}::uuid and pr.id = p.product_id where k.action = 'update'`.execute(
      ctx.db,
    )
  if (found.rows.length === 0) return
  const frame = await claimFrame(ctx, todayOf(ctx))
  const kept = found.rows.map((row) => {
    const due = nextDeadline(daysOfClaim(row as never), frame.delays, frame.calendar)
    return {
      id: row.id,
      due_on: due?.due_on ?? null,
      due_kind: due?.kind ?? null,
      search_text: claimSearchText(
        row.number,
        row.plates.map((plate) => ({ plate })),
      ),
    }
  })
  const listed = sql`jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) r(id uuid, due_on date, due_kind text, search_text text)`
  await sql`update claim t set due_on = r.due_on, due_kind = r.due_kind from ${listed} where t.organization_id = ${ctx.organizationId}::uuid and t.id = r.id`.execute(
    ctx.db,
  )
  await sql`update subject s set title = t.number, owner_id = t.owner_id, agency_id = t.agency_id, search_text = r.search_text, updated_at = ${ctx.now}::timestamptz
    from ${listed} join claim t on t.organization_id = ${ctx.organizationId}::uuid and t.id = r.id where s.organization_id = ${ctx.organizationId}::uuid and s.id = r.id`.execute(
    ctx.db,
  )
  await daysMoved(
    ctx,
    found.rows.flatMap((row) => (row.moved ? [{ aboutId: row.id, anchor: 'claim.declared' as const, day: row.declared_on }] : [])),
  )
}

/** Movements that the import had made go, and the sums are what they were; unless more was moved since. */
export const restoreClaims = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set after = k.after - 'movements' from claim t where k.after ? 'movements' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id
    and (k.after -> 'sums') <> jsonb_build_object('reserve', t.reserve_centimes, 'paid', t.paid_centimes, 'fees', t.fees_centimes, 'recovered', t.recovered_centimes)`.execute(
    ctx.db,
  )
  await sql`delete from claim_movement m using ${chunk.rows} k cross join lateral jsonb_array_elements(k.after -> 'movements') added
    where m.organization_id = ${ctx.organizationId}::uuid and m.claim_id = k.id and k.after ? 'movements' and m.id = (added ->> 'id')::uuid`.execute(
    ctx.db,
  )
  await writeSums(ctx, chunk, 'before')
}
