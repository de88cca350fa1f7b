import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import { nextDeadline } from '../../clocks.ts'
import type { ClaimStatus } from '../../rules.ts'
import type { Nature } from '../../natures.ts'
import { claimFrame, daysOfClaim } from '../claim-frame.ts'
import { todayOf } from '../load-claim.ts'
import { claimSearchText } from '../search-text.ts'
import { movementsTo, noSums } from './claim-money.ts'

interface Given {
  readonly id: string
  readonly number: string
  readonly holder: string
  readonly branch: string
  readonly status: ClaimStatus
  readonly nature: Nature
  readonly occurred_on: string
  readonly declared_on: string
  readonly expert_assigned_on: string | null
  readonly settled_on: string | null
  readonly closed_on: string | null
  readonly guarantees: string | null
  readonly third_party_plate: string | null
  readonly reserve: number
  readonly paid: number
  readonly fees: number
  readonly recovered: number
}

const given = [
  'number',
  'cause',
  'circumstances',
  'place',
  'wilaya',
  'liability_rate',
  'expert_name',
  'expert_assigned_on',
  'expertise_on',
  'expertise_centimes',
  'deductible_centimes',
  'granted_centimes',
  'granted_on',
  'settled_on',
  'closed_on',
  'rejection_reason',
  'external_id',
  'external_source',
  'agency_id',
  'owner_id',
  'policy_id',
]

/** `RC, BDG ; DASC` as codes. */
const codesOf = (guarantees: string | null): string[] =>
  [...new Set((guarantees ?? '').split(/[,;/|+]/).map((code) => fold(code).toUpperCase().replaceAll(' ', '_').slice(0, 30)))].filter(
    (code) => code !== '',
  )

/** New claims with all that a claim declared by hand has: card, course, opposite party, and the movements by which its money came to what the file says. */
export const makeClaims = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found =
    await sql<Given>`select k.id, k.number, c.name as holder, pr.branch, coalesce(k.status, 'declared') as status, coalesce(k.nature, 'other') as nature,
      coalesce(k.occurred_on, k.declared_on) as occurred_on, coalesce(k.declared_on, k.occurred_on) as declared_on, k.expert_assigned_on, k.settled_on, k.closed_on, k.guarantees, k.third_party_plate,
      coalesce(k.told_reserve_centimes, 0) as reserve, coalesce(k.told_paid_centimes, 0) as paid, coalesce(k.told_fees_centimes, 0) as fees, coalesce(k.told_recovered_centimes, 0) as recovered
    from ${chunk.rows} k join policy_card p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.policy_id
    join contact_window c on c.organization_id = ${ctx.organizationId}::uuid and c.id = p.contact_id
    join product_card pr on pr.organization_id = ${ctx.organizationId}::uuid and pr.id = p.product_id where k.action = 'create' order by k.row_no`.execute(
      ctx.db,
    )
  const frame = await claimFrame(ctx, todayOf(ctx))
  const made = found.rows.map((row) => {
    const due = nextDeadline(
      daysOfClaim({ ...row, convention: null, occurred_at_time: null, declared_at_time: null, details: {} }),
      frame.delays,
      frame.calendar,
    )
    return {
      id: row.id,
      subtitle: row.holder,
      search_text: claimSearchText(row.number, [{ plate: row.third_party_plate }]),
      guarantees: codesOf(row.guarantees),
      due_on: due?.due_on ?? null,
      due_kind: due?.kind ?? null,
      party_id: newId(),
      course_id: newId(),
    }
  })
  const movements = found.rows.flatMap((row) =>
    movementsTo(noSums, row, { opened: row.declared_on, paid: row.settled_on ?? row.closed_on ?? row.declared_on }).map((movement, at) => ({
      ...movement,
      id: newId(),
      claim_id: row.id,
      rank: at + 1,
    })),
  )
  await insertClaims(ctx, chunk, JSON.stringify(made))
  await insertMovements(ctx, movements)
}

const recordset = sql.raw(
  'r(id uuid, subtitle text, search_text text, guarantees text[], due_on date, due_kind text, party_id uuid, course_id uuid)',
)

const insertClaims = async (ctx: Context, chunk: ImportChunk, rows: string): Promise<void> => {
  const from = sql`jsonb_to_recordset(${rows}::jsonb) ${recordset} join ${chunk.rows} k on k.id = r.id`
  await sql`insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, 'claim', k.number, r.subtitle, k.agency_id, k.owner_id, ${ctx.actor.userId}::uuid, r.search_text, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from ${from}`.execute(ctx.db)
  await sql`insert into claim (organization_id, id, ${sql.raw(given.join(', '))}, contact_id, object_id, status, status_since, nature, guarantees, occurred_on, declared_on, channel, injured,
      reserve_centimes, paid_centimes, fees_centimes, recovered_centimes, recovery_company, due_on, due_kind, created_by, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, ${sql.raw(given.map((column) => `k.${column}`).join(', '))}, k.contact_id,
      (select case when count(*) = 1 then (array_agg(o.id))[1] end from insured_object_window o where o.organization_id = ${ctx.organizationId}::uuid and o.policy_id = k.policy_id),
      coalesce(k.status, 'declared'), least(coalesce(k.closed_on, k.settled_on, k.declared_on, k.occurred_on)::timestamptz, ${ctx.now}::timestamptz), coalesce(k.nature, 'other'), r.guarantees,
      coalesce(k.occurred_on, k.declared_on), coalesce(k.declared_on, k.occurred_on), coalesce(k.channel, 'agency'), coalesce(k.injured, 0),
      coalesce(k.told_reserve_centimes, 0), coalesce(k.told_paid_centimes, 0), coalesce(k.told_fees_centimes, 0), coalesce(k.told_recovered_centimes, 0), k.third_party_company,
      r.due_on, r.due_kind, ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${from}`.execute(ctx.db)
  await sql`insert into claim_status_change (organization_id, id, claim_id, from_status, to_status, note, made_by, made_by_name, made_at)
    select ${ctx.organizationId}::uuid, r.course_id, k.id, null, coalesce(k.status, 'declared'), null, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz from ${from}`.execute(
    ctx.db,
  )
  await sql`insert into claim_party (organization_id, id, claim_id, role, name, plate, company, created_at)
    select ${ctx.organizationId}::uuid, r.party_id, k.id, 'third_party', coalesce(k.third_party, k.third_party_plate, k.third_party_company), k.third_party_plate, k.third_party_company, ${ctx.now}::timestamptz
    from ${from} where coalesce(k.third_party, k.third_party_plate, k.third_party_company) is not null`.execute(ctx.db)
}

/** A movement as a row to be written. */
export interface MovementRow {
  readonly id: string
  readonly claim_id: string
  readonly rank: number
  readonly kind: string
  readonly amount: number
  readonly made_on: string
  readonly reserve_after: number
}

export const insertMovements = async (ctx: Context, movements: readonly MovementRow[]): Promise<void> => {
  if (movements.length === 0) return
  await sql`insert into claim_movement (organization_id, id, claim_id, rank, kind, made_on, amount_centimes, reserve_after_centimes, made_by, made_by_name, made_at)
    select ${ctx.organizationId}::uuid, m.id, m.claim_id, m.rank, m.kind, m.made_on, m.amount, m.reserve_after, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(movements)}::jsonb) m(id uuid, claim_id uuid, rank integer, kind text, made_on date, amount bigint, reserve_after bigint)`.execute(
    ctx.db,
  )
}
