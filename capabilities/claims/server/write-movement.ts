import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { ClaimMovement } from '../contract.ts'
import type { ClaimRecord } from './load-claim.ts'

/** A movement to be written; the amount in centimes, below zero when it undoes another. */
export interface NewMovement {
  readonly kind: ClaimMovement['kind']
  readonly amount: number
  readonly madeOn: Day
  readonly guarantee?: string | null | undefined
  readonly beneficiary?: string | null | undefined
  readonly mode?: string | null | undefined
  readonly reference?: string | null | undefined
  readonly note?: string | null | undefined
  readonly reversesId?: string | null
}

/** The sums that a claim keeps of its movements, in centimes. */
export type Sums = Pick<
  ClaimRecord,
  'reserve_centimes' | 'paid_centimes' | 'fees_centimes' | 'recovered_centimes' | 'recovery_expected_centimes'
>

/**
 * The sums after a movement: reserve = openings, revaluations and closings less principal payments; the others are what their own
 * movements add up to. What a recourse brings is no longer awaited.
 */
export const sumsAfter = (sums: Sums, movement: Pick<NewMovement, 'kind' | 'amount'>): Sums => {
  const { kind, amount } = movement
  switch (kind) {
    case 'opening':
    case 'revaluation':
    case 'closing':
      return { ...sums, reserve_centimes: sums.reserve_centimes + amount }
    case 'payment':
      return { ...sums, paid_centimes: sums.paid_centimes + amount, reserve_centimes: sums.reserve_centimes - amount }
    case 'fees':
      return { ...sums, fees_centimes: sums.fees_centimes + amount }
    case 'recovery':
      return {
        ...sums,
        recovered_centimes: sums.recovered_centimes + amount,
        recovery_expected_centimes: Math.max(0, sums.recovery_expected_centimes - amount),
      }
    case 'salvage':
      return { ...sums, recovered_centimes: sums.recovered_centimes + amount }
  }
}

/** Only the sums of a record. */
export const sumsOf = (record: ClaimRecord): Sums => ({
  reserve_centimes: record.reserve_centimes,
  paid_centimes: record.paid_centimes,
  fees_centimes: record.fees_centimes,
  recovered_centimes: record.recovered_centimes,
  recovery_expected_centimes: record.recovery_expected_centimes,
})

/**
 * Writes movements one behind the other on a claim that the caller holds locked, and gives the sums after them. A payment beyond the
 * reserve first raises it by what it lacks, so that every sum stays the sum of its movements; a reserve below zero is refused (422).
 */
export const writeMovements = async (ctx: Context, record: ClaimRecord, movements: readonly NewMovement[]): Promise<Sums> => {
  if (movements.length === 0) return sumsOf(record)
  let sums = sumsOf(record)
  const last = await lastRank(ctx, record.id)
  const rows = movements
    .flatMap((movement) => withRaise(movement, sums))
    .map((movement, at) => {
      sums = sumsAfter(sums, movement)
      if (sums.reserve_centimes < 0) throw reserveBelowZero()
      return {
        organization_id: ctx.organizationId,
        id: newId(),
        claim_id: record.id,
        rank: last + at + 1,
        kind: movement.kind,
        made_on: movement.madeOn,
        amount_centimes: movement.amount,
        reserve_after_centimes: sums.reserve_centimes,
        guarantee: movement.guarantee ?? null,
        beneficiary: movement.beneficiary ?? null,
        mode: movement.mode ?? null,
        reference: movement.reference ?? null,
        note: movement.note ?? null,
        reverses_id: movement.reversesId ?? null,
        made_by: ctx.actor.userId,
        made_by_name: ctx.actor.name,
        made_at: ctx.now,
      }
    })
  await ctx.db.insertInto('claim_movement').values(rows).execute()
  return sums
}

const lastRank = async (ctx: Context, claimId: string): Promise<number> => {
  const row = await ctx.db
    .selectFrom('claim_movement')
    .select((eb) => eb.fn.max('rank').as('last'))
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', claimId)
    .executeTakeFirst()
  return row?.last ?? 0
}

const withRaise = (movement: NewMovement, sums: Sums): NewMovement[] => {
  const lacking = movement.kind === 'payment' && movement.amount > 0 ? movement.amount - sums.reserve_centimes : 0
  return lacking > 0 ? [{ kind: 'revaluation', amount: lacking, madeOn: movement.madeOn }, movement] : [movement]
}

const reserveBelowZero = () =>
  refuse(
    'claim.reserve_below_zero',
    /*i18n*/ {
      id: 'claim.reserve_below_zero',
      message: 'La provision deviendrait négative : annulez d’abord les règlements qui l’ont utilisée.',
    },
    'amount_centimes',
  )
