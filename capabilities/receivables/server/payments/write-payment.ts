import type { Context } from '#kernel/server/context.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { agenciesWithin } from '#kernel/server/scope.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { PaymentMode } from '../../fields.ts'
import type { PaymentRecord } from '../ledger/locked.ts'

/** The agency that receives or gives the money: within reach of `payment.create`, the actor's own unless said. */
export const tillOf = async (ctx: Context, wanted: string | undefined): Promise<{ id: string; number: string }> => {
  const agencyId = wanted ?? ctx.actor.agencyId ?? ''
  const reach = ctx.can('payment.create')
  const allowed = reach === null ? [] : agenciesWithin(ctx.actor, reach === 'own' ? 'agency' : reach)
  const found =
    allowed === null || allowed.includes(agencyId)
      ? await ctx.db
          .selectFrom('agency_card')
          .select(['id', 'number'])
          .where('organization_id', '=', ctx.organizationId)
          .where('id', '=', agencyId)
          .executeTakeFirst()
      : undefined
  if (!found)
    throw refuse(
      'agency.unknown',
      /*i18n*/ { id: 'payment.unknown_agency', message: 'Cette agence n’existe pas ou n’est pas dans votre périmètre.' },
      'agency_id',
    )
  return found
}

interface NewPayment {
  readonly customer: { readonly id: string; readonly owner_id: string | null }
  readonly till: { readonly id: string; readonly number: string }
  readonly paidOn: string
  readonly mode: PaymentMode
  readonly reference: string | null
  readonly bank: string | null
  readonly note: string | null
  readonly amount: number
  readonly refundOf?: string
}

/** Writes a payment with its number, `AAAAA-YYYY-NNNNNN` by agency and year; nothing is allocated yet. */
export const writePayment = async (ctx: Context, made: NewPayment): Promise<PaymentRecord> => {
  const year = made.paidOn.slice(0, 4)
  const at = await takeNumbers(ctx, `payment:${made.till.id}:${year}`, 1)
  return ctx.db
    .insertInto('payment')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      number: `${made.till.number}-${year}-${String(at).padStart(6, '0')}`,
      contact_id: made.customer.id,
      agency_id: made.till.id,
      owner_id: made.customer.owner_id,
      paid_on: made.paidOn,
      mode: made.mode,
      reference: made.reference === '' ? null : made.reference,
      bank: made.bank === '' ? null : made.bank,
      amount_centimes: made.amount,
      refund_of: made.refundOf ?? null,
      void_reason: null,
      note: made.note === '' ? null : made.note,
      external_id: null,
      external_source: null,
      created_by: ctx.actor.userId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What the journal says of a payment. */
export const paymentSubject = (payment: { id: string; number: string }) => ({ kind: 'payment', id: payment.id, title: payment.number })

/** Tells those who see the agency that a payment came or changed. */
export const tellPayment = (
  ctx: Context,
  name: 'created' | 'updated',
  payment: Pick<PaymentRecord, 'id' | 'agency_id' | 'owner_id'>,
): void => ctx.emit({ name: `payment.${name}`, subjectId: payment.id, agencyId: payment.agency_id, ownerId: payment.owner_id })
