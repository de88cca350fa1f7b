import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { isOpen, moveBetween, type ClaimStatus } from '../rules.ts'
import { changeClaim, noteCourse, type ClaimChange } from './keep-claim.ts'
import { loadClaim, todayOf, versionConflict, type ClaimRecord } from './load-claim.ts'
import { showClaim } from './show-claim.ts'
import { tellOwner } from './tell-owner.ts'

type Operations = typeof claimOperations

/** An open file within reach, as the person saw it. */
const loadOpen = async (ctx: Context, input: { id: string; version: number }): Promise<ClaimRecord> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  if (before.version !== input.version) throw versionConflict(await showClaim(ctx, before))
  if (!isOpen(before.status) || before.status === 'draft')
    throw refuse('claim.not_open', /*i18n*/ { id: 'claim.not_open', message: 'Ce dossier n’est pas en cours : rouvrez-le d’abord.' })
  return before
}

/** The day may not lie before the declaration nor in the future. */
const checkDay = (ctx: Context, before: ClaimRecord, day: string, path: string): void => {
  if (day > todayOf(ctx) || day < before.occurred_on)
    throw refuse(
      'claim.day_out_of_course',
      /*i18n*/ { id: 'claim.day_out_of_course', message: 'Cette date est avant le sinistre ou dans le futur.' },
      path,
    )
}

/** Writes the change, and brings the file to the state that follows from it where that move exists. */
const advance = async (
  ctx: Context,
  before: ClaimRecord,
  change: ClaimChange,
  to: ClaimStatus,
  note: string | null | undefined,
): Promise<Claim> => {
  const moves = before.status !== to && moveBetween(before.status, to) !== null
  const after = await changeClaim(
    ctx,
    before,
    { ...change, ...(moves && { status: to, status_since: ctx.now }) },
    note === null || note === undefined || note === '' ? {} : { reason: note },
  )
  if (moves) {
    await noteCourse(ctx, before.id, before.status, to, note === '' ? null : (note ?? null))
    await tellOwner(ctx, after, to)
  }
  return showClaim(ctx, after)
}

/** An expert gets the mission: art. 13 wants it within seven days of the declaration. */
export const nameExpert = async (ctx: Context, input: ParsedOf<Operations['nameExpert']>): Promise<Claim> => {
  const before = await loadOpen(ctx, input)
  const assigned = input.assigned_on ?? todayOf(ctx)
  checkDay(ctx, before, assigned, 'assigned_on')
  const change = {
    expert_name: input.expert_name,
    expert_phone: input.expert_phone ?? null,
    // The delay is met by the first mission: another expert later does not make it late.
    expert_assigned_on: before.expert_assigned_on ?? assigned,
  }
  return advance(ctx, before, change, 'in_expertise', input.note)
}

/** The expert's report: evaluation and wear in centimes. */
export const recordExpertise = async (ctx: Context, input: ParsedOf<Operations['recordExpertise']>): Promise<Claim> => {
  const before = await loadOpen(ctx, input)
  const on = input.expertise_on ?? todayOf(ctx)
  checkDay(ctx, before, on, 'expertise_on')
  if (input.wear_centimes > input.expertise_centimes)
    throw refuse(
      'claim.wear_above_evaluation',
      /*i18n*/ { id: 'claim.wear_above_evaluation', message: 'La vétusté dépasse l’évaluation.' },
      'wear_centimes',
    )
  const change = { expertise_on: on, expertise_centimes: input.expertise_centimes, wear_centimes: input.wear_centimes }
  return advance(ctx, before, change, 'expertised', input.note)
}

/** The indemnity is granted, with the deductible and the liability on which it rests. */
export const grantIndemnity = async (ctx: Context, input: ParsedOf<Operations['grantIndemnity']>): Promise<Claim> => {
  const before = await loadOpen(ctx, input)
  const { granted_centimes, deductible_centimes, liability_rate, convention, note } = input
  const change = {
    granted_centimes,
    granted_on: todayOf(ctx),
    ...(deductible_centimes !== undefined && { deductible_centimes }),
    ...(liability_rate !== undefined && { liability_rate }),
    ...(convention !== undefined && { convention }),
  }
  return advance(ctx, before, change, 'granted', note)
}
