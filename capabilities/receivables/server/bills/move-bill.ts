import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { dayGone } from '#capabilities/activities/server/index.ts'
import type { ReceivableStatus } from '../../fields.ts'
import type { Receivable } from '../../rows.ts'
import { moveNeeds, movesOf, statusOn, type BillMove } from '../../rules.ts'
import { lockPayments, sharesOfBills, type BillRecord } from '../ledger/locked.ts'
import { recountBills, recountPayments, todayOf } from '../ledger/recount.ts'
import { cancelPromises } from '../promises/keep-promises.ts'
import { showBill } from '../reading/show-bill.ts'
import { loadBill, type LoadedBill } from './load-bill.ts'
import { billSubject } from './write-bill.ts'

interface Wanted {
  readonly id: string
  readonly reason: string
}

const notNow = /*i18n*/ { id: 'receivable.move_refused', message: 'L’état de cette quittance ne permet pas cette action.' }

const demandMove = (bill: LoadedBill, move: BillMove): void => {
  if (!movesOf(bill.statusNow).includes(move)) throw new Problem(422, `receivable.cannot_${move}`, notNow)
}

const actionOf = (move: BillMove): string => moveNeeds[move].slice('receivable.'.length)

/** Writes what a person decided of locked bills, of which none is paid in full; the amounts follow. */
const decide = async (
  ctx: Context,
  bills: readonly BillRecord[],
  status: ReceivableStatus | null,
  told: { operation?: string; reason: string },
): Promise<void> => {
  const today = todayOf(ctx)
  for (const bill of bills) {
    const next = status ?? statusOn({ ...bill, status: 'issued' }, today)
    const gone = next === 'void' || next === 'written_off'
    await ctx.db
      .updateTable('receivable')
      .set({
        status: next,
        balance_centimes: gone ? 0 : bill.amount_centimes - bill.paid_centimes,
        ...(next === 'void' && { void_reason: told.reason }),
        version: bill.version + 1,
        updated_at: ctx.now,
      })
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', bill.id)
      .execute()
    ctx.audit({
      ...(told.operation !== undefined && { operation: told.operation }),
      subject: billSubject(bill),
      reason: told.reason,
      before: { status: bill.status, balance_centimes: bill.balance_centimes },
      after: { status: next, balance_centimes: gone ? 0 : bill.amount_centimes - bill.paid_centimes },
    })
    ctx.emit({ name: 'receivable.updated', subjectId: bill.id, agencyId: bill.agency_id, ownerId: bill.owner_id })
    if (gone) await dayGone(ctx, bill.id)
  }
}

/** Bills, locked, become void: what had been paid on them stays with the customer. */
export const voidBills = async (
  ctx: Context,
  bills: readonly BillRecord[],
  told: { operation?: string; reason: string },
): Promise<void> => {
  const ids = bills.map((bill) => bill.id)
  const payments = [...new Set((await sharesOfBills(ctx, ids)).map((share) => share.payment_id))]
  await lockPayments(ctx, payments)
  await ctx.db
    .deleteFrom('payment_allocation')
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`receivable_id = any(${ids}::uuid[])`)
    .execute()
  const emptied = await recountBills(ctx, new Map(bills.map((bill) => [bill.id, bill])), todayOf(ctx))
  await recountPayments(ctx, payments)
  await cancelPromises(ctx, ids)
  await decide(ctx, [...emptied.values()], 'void', told)
}

/** A bill was a mistake, or falls away: nothing is due on it. What had been paid on it stays with the customer («avoir»). */
export const voidReceivable = async (ctx: Context, input: Wanted): Promise<Receivable> => {
  const bill = await loadBill(ctx, input.id, actionOf('void'), { lock: true })
  demandMove(bill, 'void')
  const { statusNow: _, ...record } = bill
  await voidBills(ctx, [record], { reason: input.reason })
  return showBill(ctx, input.id)
}

const moveTo =
  (move: BillMove, status: ReceivableStatus | null) =>
  async (ctx: Context, input: Wanted): Promise<Receivable> => {
    const { statusNow, ...bill } = await loadBill(ctx, input.id, actionOf(move), { lock: true })
    demandMove({ ...bill, statusNow }, move)
    await decide(ctx, [bill], status, { reason: input.reason })
    if (status === 'written_off') await cancelPromises(ctx, [bill.id])
    return showBill(ctx, input.id)
  }

/** What is due on a bill is taken to law («contentieux»): it stays due, and leaves the amicable follow-up. */
export const litigateReceivable = moveTo('litigate', 'litigation')
/** Back from litigation to amicable follow-up. */
export const settleAmicably = moveTo('settle_amicably', null)
/** What is due on a bill is given up («passage en perte»): the books keep it, the customer owes it no more. */
export const writeOffReceivable = moveTo('write_off', 'written_off')
/** A bill that had been given up is due again: the customer pays after all. */
export const reopenReceivable = moveTo('reopen', null)
