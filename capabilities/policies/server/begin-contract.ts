import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { parameterOn } from '#capabilities/organization/server/index.ts'
import { renewalFrom, statusOn, type ContractType, type PolicyStatus } from '../rules.ts'
import { billTerm } from './bill-policy.ts'
import { showHolders } from './holder-place.ts'
import { keepCoverOf } from './keep-cover.ts'
import type { PolicyRecord } from './load-policy.ts'
import { todayOf } from './status-sql.ts'
import { addAmendment } from './write-policy.ts'
import { addTerm } from './write-term.ts'

/** How a contract begins to cover. */
export interface Beginning {
  readonly status: PolicyStatus
  readonly status_since: Day
  readonly cover_awaits_payment: boolean
}

/**
 * The state in which a contract is issued: its cover waits for the payment (art. 17 of ord. 95-07) unless agreed otherwise, or nothing is to
 * be paid, or it runs already.
 */
export const beginningOf = (
  ctx: Context,
  dates: { contract_type: ContractType; effective_date: Day; expiry_date: Day; renewal_from: Day | null; total_premium_centimes: number },
  how: { cover_agreed: boolean; existing: boolean },
): Beginning => {
  const today = todayOf(ctx)
  const waits = !how.cover_agreed && !how.existing && dates.total_premium_centimes > 0
  if (waits) return { status: 'awaiting_payment', status_since: today, cover_awaits_payment: true }
  const status = statusOn({ ...dates, status: 'in_force', end_date: null, cover_awaits_payment: false }, today)
  return { status, status_since: dates.effective_date, cover_awaits_payment: false }
}

/** The day from which a term is to be renewed, by the organization's own delay; null for what is not renewed. */
export const renewalDayOf = async (ctx: Context, type: ContractType, effectiveDate: Day, expiryDate: Day): Promise<Day | null> =>
  type === 'temporary' ? null : renewalFrom(effectiveDate, expiryDate, await parameterOn(ctx, 'A_RENOUVELER', effectiveDate))

/** What follows once a contract stands issued: its first term, its new business entry, its bills, its holder's cover. */
export const beginContract = async (ctx: Context, policy: PolicyRecord, how: { existing: boolean }): Promise<void> => {
  const term = {
    number: 1,
    effective_date: policy.effective_date,
    expiry_date: policy.expiry_date,
    net_premium_centimes: policy.net_premium_centimes,
    total_premium_centimes: policy.total_premium_centimes,
  }
  await addTerm(ctx, policy.id, term)
  const amendment = await addAmendment(ctx, policy, {
    kind: 'new_business',
    effectiveDate: policy.effective_date,
    net: policy.net_premium_centimes,
    total: policy.total_premium_centimes,
  })
  await showHolders(ctx, { policyId: policy.id })
  if (!how.existing) await billTerm(ctx, policy, amendment.id, term, policy)
  await keepCoverOf(ctx, [policy.contact_id])
}
