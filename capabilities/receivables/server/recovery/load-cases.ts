import { sql, type Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import type { Tables } from '#kernel/server/tables.ts'
import type { TakenStep } from '../../recovery-rules.ts'
import './tables.ts'

/** A case with the steps taken and whose its bill is. */
export interface CaseRecord extends Selectable<Tables['dunning_case']> {
  readonly steps: readonly TakenStep[]
  readonly owner_id: string | null
  readonly created_by: string | null
  readonly balance_centimes: number
  readonly receivable_number: string
  readonly policy_number: string
}

/** Cases by identifier in the order given, locked in a fixed one; whoever asks. */
export const readCases = async (ctx: Context, ids: readonly string[]): Promise<CaseRecord[]> => {
  if (ids.length === 0) return []
  // Locked first: what is read in the same statement may be older than the lock.
  await sql`select 1 from dunning_case where organization_id = ${ctx.organizationId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    ctx.db,
  )
  const { rows } = await sql<CaseRecord>`
    select d.*, r.owner_id, r.created_by, r.balance_centimes, r.number as receivable_number, p.number as policy_number,
      coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'done_on', s.done_on, 'deadline', s.deadline) order by s.created_at)
        from dunning_step s where s.organization_id = d.organization_id and s.case_id = d.id), '[]'::jsonb) as steps
    from dunning_case d
    join receivable r on r.organization_id = d.organization_id and r.id = d.receivable_id
    join policy_card p on p.organization_id = d.organization_id and p.id = d.policy_id
    where d.organization_id = ${ctx.organizationId}::uuid and d.id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** True when the reader may do this with the bill of a case. */
export const mayOnCase = (ctx: Context, found: CaseRecord, action: 'view' | 'edit'): boolean =>
  covers(ctx.actor, actorCan(ctx.actor, `receivable.${action}`), found)

/** One case within reach for an action. */
export const loadCase = async (ctx: Context, id: string, action: 'view' | 'edit'): Promise<CaseRecord> => {
  const [found] = await readCases(ctx, [id])
  if (!found || !mayOnCase(ctx, found, 'view')) throw notFound()
  if (!mayOnCase(ctx, found, action)) throw forbidden()
  return found
}
