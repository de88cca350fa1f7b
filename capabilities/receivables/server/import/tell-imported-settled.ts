import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { notePaidTerms } from '#capabilities/policies/server/index.ts'
import { tellReopened, tellSettled } from '../ledger/settled.ts'
import type { BillRecord } from '../ledger/locked.ts'

/** A bill as its balance moved. */
interface Moved {
  readonly id: string
  readonly was: number
  readonly now: number
  readonly policy_id: string | null
  readonly kind: string
  /** The day of the last payment on it. */
  readonly paid_on: string | null
}

/**
 * Whoever waited for these bills hears of it: one by one where a policy waits for its cover or a recovery is under way, which is rare among
 * thousands; for all others it is only noted that their term is paid.
 */
export const tellImportedSettled = async (ctx: Context, moved: readonly Moved[]): Promise<void> => {
  const settled = moved.filter(({ was, now }) => was > 0 && now === 0)
  const reopened = moved.filter(({ was, now }) => was === 0 && now > 0)
  const waiting = await waitedFor(
    ctx,
    [...settled, ...reopened].map(({ id }) => id),
  )
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  for (const bill of settled) {
    const record = waiting.get(bill.id)
    if (record) await tellSettled(ctx, [record], bill.paid_on ?? today)
  }
  for (const bill of reopened) {
    const record = waiting.get(bill.id)
    if (record) await tellReopened(ctx, [record], today)
  }
  const paid = settled.flatMap((bill) =>
    bill.policy_id !== null && (bill.kind === 'cash' || bill.kind === 'term') && !waiting.has(bill.id)
      ? [{ policyId: bill.policy_id, receivableDay: bill.paid_on ?? today }]
      : [],
  )
  await notePaidTerms(
    ctx,
    paid.map(({ policyId, receivableDay }) => ({ policyId, day: receivableDay })),
  )
}

/** Those of the bills whose policy waits for payment or is suspended, or that are being recovered. */
const waitedFor = async (ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, BillRecord>> => {
  if (ids.length === 0) return new Map()
  const found =
    await sql<BillRecord>`select r.* from receivable r left join policy_card p on p.organization_id = r.organization_id and p.id = r.policy_id
    where r.organization_id = ${ctx.organizationId}::uuid and r.id = any(${[...ids]}::uuid[])
      and (p.cover_awaits_payment or p.status in ('awaiting_payment', 'suspended')
        or exists (select 1 from dunning_case d where d.organization_id = ${ctx.organizationId}::uuid and d.receivable_id = r.id))`.execute(
      ctx.db,
    )
  return new Map(found.rows.map((row) => [row.id, row]))
}
