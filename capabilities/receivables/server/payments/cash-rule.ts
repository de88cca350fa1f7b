import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { parameterOn } from '#capabilities/organization/server/index.ts'
import type { PaymentMode } from '../../fields.ts'
import { cashRuleFor, type CashCover } from '../../rules.ts'

/** What the policies of these bills insure, as far as cash is concerned; bills without policy ask nothing. */
export const cashCovers = async (ctx: Context, billIds: readonly string[]): Promise<CashCover[]> => {
  if (billIds.length === 0) return []
  const { rows } = await sql<CashCover>`select distinct pd.compulsory, pd.cash_rule from receivable_window r
    join policy_card pc on pc.organization_id = r.organization_id and pc.id = r.policy_id
    join product_card pd on pd.organization_id = pc.organization_id and pd.id = pc.product_id
    where r.organization_id = ${ctx.organizationId}::uuid and r.id = any(${[...billIds]}::uuid[])`.execute(ctx.db)
  return rows
}

/** True on days on which the law forbids cash for compulsory covers. */
export const cashLawHolds = (ctx: Context, day: string): Promise<boolean> => parameterOn(ctx, 'ESPECES_INTERDITES', day)

/**
 * Refuses cash (422) where the covers that it pays forbid it, and asks first (422 `payment.cash_unconfirmed`) where they only warn. Returns
 * true when it was taken in spite of a warning, which the journal keeps.
 */
export const demandMode = async (
  ctx: Context,
  payment: { mode: PaymentMode; paidOn: string; billIds: readonly string[]; confirmed: boolean },
): Promise<boolean> => {
  if (payment.mode !== 'cash') return false
  const rule = cashRuleFor(payment.mode, await cashCovers(ctx, payment.billIds), await cashLawHolds(ctx, payment.paidOn))
  if (rule === 'block')
    throw new Problem(422, 'payment.cash_blocked', blocked, [{ path: 'mode', code: 'payment.cash_blocked', sentence: blocked }])
  if (rule === 'warn' && !payment.confirmed)
    throw new Problem(422, 'payment.cash_unconfirmed', unconfirmed, [
      { path: 'mode', code: 'payment.cash_unconfirmed', sentence: unconfirmed },
    ])
  return rule === 'warn'
}

const blocked = /*i18n*/ {
  id: 'payment.cash_blocked',
  message: 'Les espèces ne sont pas acceptées pour une assurance obligatoire (LF 2025, art. 207) : choisissez un autre mode.',
}
const unconfirmed = /*i18n*/ {
  id: 'payment.cash_unconfirmed',
  message: 'La loi interdit les espèces pour une assurance obligatoire (LF 2025, art. 207). Confirmez pour encaisser malgré tout.',
}
