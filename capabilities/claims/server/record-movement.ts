import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem, refuse, type Sentence } from '#kernel/shared/problem.ts'
import type { Claim, ClaimMovement, claimOperations } from '../contract.ts'
import { paymentWarnings, type MovementWarning } from '../guard-rails.ts'
import type { ClaimStatus } from '../rules.ts'
import { authorityOf, claimFrame, type ClaimFrame } from './claim-frame.ts'
import { changeClaim, noteCourse, type ClaimChange } from './keep-claim.ts'
import { loadClaim, todayOf, type ClaimRecord } from './load-claim.ts'
import { showClaim } from './show-claim.ts'
import { tellOwner } from './tell-owner.ts'
import { writeMovements, type NewMovement, type Sums } from './write-movement.ts'

type Operations = typeof claimOperations

const warnings: Readonly<Record<MovementWarning, Sentence>> = {
  no_reserve: /*i18n*/ { id: 'claim.warn_no_reserve', message: 'Aucune provision ne couvre ce règlement.' },
  above_reserve: /*i18n*/ { id: 'claim.warn_above_reserve', message: 'Ce règlement dépasse la provision.' },
  above_authority: /*i18n*/ { id: 'claim.warn_above_authority', message: 'Ce montant dépasse votre plafond de règlement.' },
  not_granted: /*i18n*/ { id: 'claim.warn_not_granted', message: 'Aucune indemnité n’est encore accordée.' },
  above_granted: /*i18n*/ { id: 'claim.warn_above_granted', message: 'Le total réglé dépasserait l’indemnité accordée.' },
}

/** Money of a claim moves: its reserve is revalued, something is paid, spent or comes back. What is pointed out asks for a reason. */
export const recordMovement = async (ctx: Context, input: ParsedOf<Operations['recordMovement']>): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  const { kind, amount_centimes: amount, reason } = input
  demandWorkable(before, kind)
  if (amount === 0 || (kind !== 'revaluation' && amount < 0))
    throw refuse(
      'claim.amount_above_zero',
      /*i18n*/ { id: 'claim.amount_above_zero', message: 'Le montant doit être supérieur à zéro.' },
      'amount_centimes',
    )
  const today = todayOf(ctx)
  const madeOn = input.made_on ?? today
  if (madeOn > today || madeOn < before.occurred_on)
    throw refuse(
      'claim.day_out_of_course',
      /*i18n*/ { id: 'claim.day_out_of_course', message: 'Cette date est avant le sinistre ou dans le futur.' },
      'made_on',
    )
  const frame = await claimFrame(ctx, before.declared_on)
  const pointedOut =
    kind === 'payment' || kind === 'fees'
      ? paymentWarnings({
          kind,
          amount,
          reserve: before.reserve_centimes,
          paid: before.paid_centimes,
          granted: before.granted_centimes,
          authority: authorityOf(ctx, frame),
        })
      : []
  if (pointedOut.length > 0 && reason === undefined) throw reasonNeeded(pointedOut)
  const movement: NewMovement = {
    kind: kind === 'revaluation' && !(await hasOpening(ctx, before.id)) && amount > 0 ? 'opening' : kind,
    amount,
    madeOn,
    guarantee: input.guarantee,
    beneficiary: input.beneficiary,
    mode: input.mode,
    reference: input.reference,
    note: [input.note, reason].filter((part) => part !== undefined && part !== null && part !== '').join(' — ') || null,
  }
  const sums = await writeMovements(ctx, before, [movement])
  return settle(ctx, before, sums, madeOn, frame, {
    ...(reason !== undefined && { reason }),
    after: { movement: kind, amount_centimes: amount, ...(pointedOut.length > 0 && { warnings: pointedOut }) },
  })
}

/** A movement is undone by its opposite, once. */
export const reverseMovement = async (ctx: Context, input: ParsedOf<Operations['reverseMovement']>): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  const movements = (await showClaim(ctx, before)).movements
  const movement = movements.find((one) => one.id === input.movement_id)
  if (!movement) throw notFound()
  if (movement.reversed || movement.reverses_id !== null)
    throw refuse('claim.already_reversed', /*i18n*/ { id: 'claim.already_reversed', message: 'Ce mouvement est déjà annulé.' })
  const madeOn = todayOf(ctx)
  const sums = await writeMovements(ctx, before, [
    {
      kind: movement.kind,
      amount: -movement.amount_centimes,
      madeOn,
      guarantee: movement.guarantee,
      beneficiary: movement.beneficiary,
      mode: movement.mode,
      reference: movement.reference,
      note: input.reason,
      reversesId: movement.id,
    },
  ])
  const frame = await claimFrame(ctx, before.declared_on)
  return settle(ctx, before, sums, madeOn, frame, {
    reason: input.reason,
    after: { movement: movement.kind, amount_centimes: -movement.amount_centimes, reverses_id: movement.id },
  })
}

/** Money moves on files that are worked on; costs and recourses may still come once the indemnity is settled. */
const demandWorkable = (record: ClaimRecord, kind: ClaimMovement['kind']): void => {
  const after = record.status === 'settled' && kind !== 'revaluation'
  const stopped: readonly ClaimStatus[] = ['draft', 'rejected', 'no_action', 'closed', 'settled']
  if (stopped.includes(record.status) && !after)
    throw refuse('claim.not_open', /*i18n*/ { id: 'claim.not_open', message: 'Ce dossier n’est pas en cours : rouvrez-le d’abord.' })
}

const reasonNeeded = (codes: readonly MovementWarning[]): Problem =>
  new Problem(
    422,
    'claim.reason_needed',
    /*i18n*/ { id: 'claim.reason_needed', message: 'Ce mouvement appelle un motif : dites pourquoi il est fait ainsi.' },
    codes.map((code) => ({ path: 'reason', code, sentence: warnings[code] })),
  )

const hasOpening = async (ctx: Context, claimId: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('claim_movement')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', claimId)
    .where('kind', '=', 'opening')
    .executeTakeFirst()) !== undefined

const settling: readonly ClaimStatus[] = ['granted', 'in_settlement', 'part_settled', 'settled']

/** Keeps the sums, and the state that follows from what is now paid of the indemnity. */
const settle = async (
  ctx: Context,
  before: ClaimRecord,
  sums: Sums,
  madeOn: string,
  frame: ClaimFrame,
  audit: { reason?: string; after: Readonly<Record<string, unknown>> },
): Promise<Claim> => {
  const paidMoved = sums.paid_centimes !== before.paid_centimes
  const to =
    paidMoved && settling.includes(before.status) && before.granted_centimes !== null
      ? stateOfPaid(sums, before.granted_centimes)
      : before.status
  const moved: ClaimChange = to === before.status ? {} : { status: to, status_since: ctx.now, settled_on: to === 'settled' ? madeOn : null }
  const after = await changeClaim(ctx, before, { ...sums, ...moved }, { ...audit, frame })
  if (to !== before.status) {
    await noteCourse(ctx, before.id, before.status, to, null)
    await tellOwner(ctx, after, to)
  }
  return showClaim(ctx, after)
}

const stateOfPaid = (sums: Sums, granted: number): ClaimStatus =>
  sums.paid_centimes >= granted ? 'settled' : sums.paid_centimes > 0 ? 'part_settled' : 'in_settlement'
