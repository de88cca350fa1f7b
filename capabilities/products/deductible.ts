import { percentOf } from '#kernel/shared/money.ts'
import type { ProductRates } from './rates.ts'

/**
 * What of a damage stays with the insured, in centimes, by the scale of the contract's day: a part of the loss, dearer with each damage of the
 * term (`rank` from 1), with a least amount; never more than the loss.
 */
export const deductibleOf = (
  scale: NonNullable<ProductRates['deductibles']>,
  damage: { readonly loss_centimes: number; readonly third_party_known: boolean; readonly rank: number },
): number => {
  const steps = damage.third_party_known ? scale.with_third_party : scale.alone
  const step = steps[Math.min(Math.max(damage.rank, 1), steps.length) - 1]
  if (!step) return 0
  return Math.min(damage.loss_centimes, Math.max(step.minimum_centimes, percentOf(damage.loss_centimes, step.percent / 100)))
}
