import type { Day } from '#kernel/shared/days.ts'

/** What a claim has come to, in centimes: what is reserved still, and what moved. */
export interface ClaimSums {
  readonly reserve: number
  readonly paid: number
  readonly fees: number
  readonly recovered: number
}

export const noSums: ClaimSums = { reserve: 0, paid: 0, fees: 0, recovered: 0 }

/** A movement that leads there. */
export interface SumMovement {
  readonly kind: 'opening' | 'revaluation' | 'payment' | 'fees' | 'recovery'
  readonly amount: number
  readonly made_on: Day
  readonly reserve_after: number
}

/**
 * The movements by which a claim comes from some sums to others, so that every sum stays the sum of its movements: the reserve is first made
 * what the payments need and what shall be left of it, then what was paid, spent and recovered moves.
 */
export const movementsTo = (from: ClaimSums, to: ClaimSums, days: { readonly opened: Day; readonly paid: Day }): SumMovement[] => {
  const movements: SumMovement[] = []
  const paid = to.paid - from.paid
  let reserve = from.reserve
  const raise = to.reserve + paid - from.reserve
  if (raise !== 0) {
    reserve += raise
    const isFirst = from.reserve === 0 && from.paid === 0
    movements.push({
      kind: isFirst ? 'opening' : 'revaluation',
      amount: raise,
      made_on: isFirst ? days.opened : days.paid,
      reserve_after: reserve,
    })
  }
  if (paid !== 0) {
    reserve -= paid
    movements.push({ kind: 'payment', amount: paid, made_on: days.paid, reserve_after: reserve })
  }
  const fees = to.fees - from.fees
  if (fees !== 0) movements.push({ kind: 'fees', amount: fees, made_on: days.paid, reserve_after: reserve })
  const recovered = to.recovered - from.recovered
  if (recovered !== 0) movements.push({ kind: 'recovery', amount: recovered, made_on: days.paid, reserve_after: reserve })
  return movements
}
