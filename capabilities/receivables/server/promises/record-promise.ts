import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { addDays } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Receivable } from '../../rows.ts'
import { isOpen } from '../../rules.ts'
import { loadBill } from '../bills/load-bill.ts'
import { billSubject } from '../bills/write-bill.ts'
import { todayOf } from '../ledger/recount.ts'
import { billRights } from '../reading/rights-of.ts'
import { showBill } from '../reading/show-bill.ts'

type Operations = typeof receivableOperations

const longestDays = 366
const nothingDue = /*i18n*/ { id: 'promise.nothing_due', message: 'Rien n’est dû sur cette quittance.' }
const pastDay = /*i18n*/ { id: 'promise.past_day', message: 'Le jour promis est déjà passé.' }
const tooFar = /*i18n*/ { id: 'promise.too_far', message: 'Le jour promis est à plus d’un an.' }
const tooMuch = /*i18n*/ { id: 'promise.too_much', message: 'Le client ne doit pas autant sur cette quittance.' }

/** A customer promises to pay so much of a bill by a day; what was promised of it before counts no more. */
export const recordPromise = async (ctx: Context, input: ParsedOf<Operations['recordPromise']>): Promise<Receivable> => {
  const { statusNow, ...bill } = await loadBill(ctx, input.id, 'edit', { lock: true })
  const today = todayOf(ctx)
  if (!isOpen(statusNow) || bill.balance_centimes <= 0) throw refuse('promise.nothing_due', nothingDue)
  if (input.due_on < today) throw refuse('promise.past_day', pastDay, 'due_on')
  if (input.due_on > addDays(today, longestDays)) throw refuse('promise.too_far', tooFar, 'due_on')
  if (input.amount_centimes > bill.balance_centimes) throw refuse('promise.too_much', tooMuch, 'amount_centimes')
  await ctx.db
    .updateTable('payment_promise')
    .set({ state: 'cancelled', updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('receivable_id', '=', bill.id)
    .where('state', '=', 'waiting')
    .execute()
  await ctx.db
    .insertInto('payment_promise')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      contact_id: bill.contact_id,
      receivable_id: bill.id,
      amount_centimes: input.amount_centimes,
      promised_on: today,
      due_on: input.due_on,
      paid_before_centimes: bill.paid_centimes,
      note: input.note === '' ? null : input.note,
      recorded_by: ctx.actor.userId,
      recorded_by_name: ctx.actor.name,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  ctx.audit({ subject: billSubject(bill), after: { promised_centimes: input.amount_centimes, promised_for: input.due_on } })
  ctx.emit({ name: 'receivable.updated', subjectId: bill.id, agencyId: bill.agency_id, ownerId: bill.owner_id })
  return showBill(ctx, bill.id)
}

/** A promise that counts no more: recorded by mistake, or taken back. */
export const cancelPromise = async (ctx: Context, input: { id: string }): Promise<Receivable> => {
  const promise = await ctx.db
    .selectFrom('payment_promise')
    .select(['receivable_id', 'state', 'amount_centimes', 'due_on'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (!promise) throw notFound()
  const bill = await loadBill(ctx, promise.receivable_id, 'view', { lock: true })
  if (!billRights(ctx, { ...bill, status: 'unpaid' }).edit) throw forbidden()
  if (promise.state === 'cancelled') {
    ctx.unchanged()
    return showBill(ctx, bill.id)
  }
  await ctx.db
    .updateTable('payment_promise')
    .set({ state: 'cancelled', updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .execute()
  ctx.audit({
    subject: billSubject(bill),
    before: { promised_centimes: promise.amount_centimes, promised_for: promise.due_on },
    after: { promised_centimes: null, promised_for: null },
  })
  ctx.emit({ name: 'receivable.updated', subjectId: bill.id, agencyId: bill.agency_id, ownerId: bill.owner_id })
  return showBill(ctx, bill.id)
}
