import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { PaymentRecord } from '../ledger/locked.ts'
import { paymentReach } from '../reading/rights-of.ts'

/** A payment within reach for an action of its permission: not found out of view, forbidden when only seen. Not locked. */
export const loadPayment = async (ctx: Context, id: string, action: string): Promise<PaymentRecord> => {
  const row = await ctx.db
    .selectFrom('payment')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || !paymentReach(ctx, 'view', row)) throw notFound()
  if (action !== 'view' && !paymentReach(ctx, action, row)) throw forbidden()
  return row
}

/** Refuses (422) what can only be done with a payment that counts. */
export const demandCounts = (payment: PaymentRecord): void => {
  if (payment.state !== 'recorded')
    throw new Problem(
      422,
      'payment.ended',
      /*i18n*/ { id: 'payment.ended', message: 'Ce paiement est annulé ou impayé : il ne change plus.' },
    )
}

/** Refuses (409) a change of a payment that somebody else changed meanwhile. */
export const demandVersion = (payment: PaymentRecord, version: number): void => {
  if (payment.version !== version)
    throw new Problem(
      409,
      'version_conflict',
      /*i18n*/ { id: 'payment.conflict', message: 'Ce paiement vient de changer : reprenez avec son affectation actuelle.' },
    )
}
