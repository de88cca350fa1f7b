import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { dayAt } from '#kernel/shared/time-zone.ts'
import type { ReceivableStatus } from '../../fields.ts'
import { isOpen, moveNeeds, movesOf } from '../../rules.ts'

interface Placed {
  readonly agency_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
}

/** What the reader may do with a bill of this status of today. */
export const billRights = (ctx: Context, bill: Placed & { readonly status: ReceivableStatus }) => {
  const reaches = (permission: string) => covers(ctx.actor, actorCan(ctx.actor, permission), bill)
  const moves = movesOf(bill.status)
  return {
    pay: isOpen(bill.status) && reaches('payment.create'),
    edit: isOpen(bill.status) && reaches('receivable.edit'),
    void: moves.includes('void') && reaches(moveNeeds.void),
    write_off: moves.includes('write_off') && reaches(moveNeeds.write_off),
  }
}

interface PaymentPlaced {
  readonly agency_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
  readonly state: string
  readonly available_centimes: number
  readonly created_at: string
}

/** True when the actor may do this with a payment. */
export const paymentReach = (ctx: Context, action: string, payment: Placed): boolean =>
  covers(ctx.actor, actorCan(ctx.actor, `payment.${action}`), payment)

/** True while the day on which it was recorded lasts: its mistakes are still those of the desk. */
export const isOfToday = (ctx: Context, recorded: { readonly created_at: string }): boolean =>
  dayAt(ctx.actor.timeZone, new Date(recorded.created_at)) === dayAt(ctx.actor.timeZone, new Date(ctx.now))

/** What the reader may do with a payment; voiding one of an earlier day is for who may delete. */
export const paymentRights = (ctx: Context, payment: PaymentPlaced) => {
  const counts = payment.state === 'recorded'
  const edit = counts && paymentReach(ctx, 'edit', payment)
  return {
    edit,
    void: (edit && isOfToday(ctx, payment)) || (counts && paymentReach(ctx, 'delete', payment)),
    refund: counts && payment.available_centimes > 0 && paymentReach(ctx, 'create', payment),
  }
}
