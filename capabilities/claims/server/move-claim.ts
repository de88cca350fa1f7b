import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem, refuse, type Sentence } from '#kernel/shared/problem.ts'
import { dayMoved } from '#capabilities/activities/server/index.ts'
import { readPolicy } from '#capabilities/policies/server/index.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { warningsOfClosing } from '../guard-rails.ts'
import { usualReserve } from '../reserves.ts'
import { lackingFor, moveBetween, type ClaimStatus } from '../rules.ts'
import { assessDeclaration } from './assess-declaration.ts'
import { claimFrame, hourOf } from './claim-frame.ts'
import { changeClaim, noteCourse, type ClaimChange } from './keep-claim.ts'
import { loadClaim, mayOn, todayOf, versionConflict, type ClaimRecord } from './load-claim.ts'
import { showClaim } from './show-claim.ts'
import { tellOwner } from './tell-owner.ts'
import { writeMovements, type NewMovement } from './write-movement.ts'

type Input = ParsedOf<typeof claimOperations.moveClaim>

const noSuchMove = /*i18n*/ { id: 'claim.no_such_move', message: 'Le dossier ne peut pas passer de cet état à celui-là.' }
const reasonMissing = /*i18n*/ { id: 'claim.reason_missing', message: 'Dites pourquoi : cette étape se motive.' }
const warned = /*i18n*/ {
  id: 'claim.closing_warned',
  message: 'Le dossier n’est pas complet (tâches, provision, pièces ou règlement en attente) : dites pourquoi il peut avancer ainsi.',
}
const lacking: Readonly<Record<'expert' | 'report' | 'grant', Sentence>> = {
  expert: /*i18n*/ { id: 'claim.lacks_expert', message: 'Désignez d’abord l’expert.' },
  report: /*i18n*/ { id: 'claim.lacks_report', message: 'Saisissez d’abord le procès-verbal d’expertise.' },
  grant: /*i18n*/ { id: 'claim.lacks_grant', message: 'Fixez d’abord l’indemnité accordée.' },
}

/** A claim goes from one state to another, along the one table of moves. What ends a file incomplete asks for a reason; it is never blocked. */
export const moveClaim = async (ctx: Context, input: Input): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  if (before.version !== input.version) throw versionConflict(await showClaim(ctx, before))
  const move = moveBetween(before.status, input.to)
  if (move === null) throw refuse('claim.no_such_move', noSuchMove, 'to')
  if (!mayOn(ctx, before, move.needs)) throw forbidden()
  const lack = lackingFor(move, before)
  if (lack !== null) throw refuse(`claim.lacks_${lack}`, lacking[lack], 'to')
  const note = input.note ?? ''
  if (move.text === 'reason' && note.length < 3) throw refuse('claim.reason_missing', reasonMissing, 'note')
  const shown = await showClaim(ctx, before)
  const warnings = warningsOfClosing(input.to, {
    openTasks: shown.open_tasks,
    reserve: before.reserve_centimes,
    missingPapers: shown.papers.filter((paper) => paper.missing).length,
    granted: before.granted_centimes,
    paid: before.paid_centimes,
    recoveryExpected: before.recovery_expected_centimes,
  })
  if (warnings.length > 0 && note.length < 3)
    throw new Problem(
      422,
      'claim.reason_needed',
      warned,
      warnings.map((warning) => ({ path: 'note', code: warning, sentence: warned })),
    )
  const sums = await writeMovements(ctx, before, await movementsOfMove(ctx, before, input, shown))
  const after = await changeClaim(
    ctx,
    before,
    {
      ...sums,
      ...changeOfMove(ctx, before, input),
      ...(input.to === 'declared' && (await declaredNow(ctx, before))),
      status: input.to,
      status_since: ctx.now,
    },
    {
      ...(note !== '' && { reason: note }),
      ...(warnings.length > 0 && { after: { warnings } }),
    },
  )
  await noteCourse(ctx, before.id, before.status, input.to, note === '' ? null : note)
  await tellOwner(ctx, after, input.to)
  return showClaim(ctx, after)
}

/** A draft is declared on the day it leaves: what is pointed out is weighed as of then, and reminders follow that day. */
const declaredNow = async (ctx: Context, before: ClaimRecord): Promise<ClaimChange> => {
  const policy = await readPolicy(ctx, before.policy_id)
  if (!policy) throw notFound()
  const parties = await ctx.db
    .selectFrom('claim_party')
    .select('plate')
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', before.id)
    .execute()
  const { duplicates: _known, ...details } = before.details
  const assessed = await assessDeclaration(
    ctx,
    policy,
    {
      nature: before.nature,
      occurred_on: before.occurred_on,
      occurred_at_time: hourOf(before.occurred_at_time),
      object_id: before.object_id,
      guarantees: before.guarantees,
      details,
      parties,
    },
    before.id,
  )
  await dayMoved(ctx, before.id, 'claim.declared', assessed.declared_on)
  return {
    declared_on: assessed.declared_on,
    declared_at_time: assessed.declared_at_time,
    flags: assessed.flags,
    details: { ...details, duplicates: assessed.duplicates.map((one) => one.id) },
  }
}

const ending: readonly ClaimStatus[] = ['closed', 'no_action', 'rejected']

/** What a move changes besides the state. */
const changeOfMove = (ctx: Context, before: ClaimRecord, input: Input): ClaimChange => {
  const today = todayOf(ctx)
  switch (input.to) {
    case 'rejected':
      return {
        closed_on: today,
        rejection_reason: [input.note, input.article].filter((part) => part !== null && part !== undefined && part !== '').join(' — '),
      }
    case 'no_action':
    case 'closed':
      return { closed_on: today }
    case 'settled':
      return { settled_on: before.settled_on ?? today }
    case 'granted':
      return { granted_on: before.granted_on ?? today }
    case 'reopened':
      return { closed_on: null, settled_on: null, rejection_reason: null }
    default:
      return {}
  }
}

/** The opening reserve of a file that is opened without one; what is left of it when the file ends. */
const movementsOfMove = async (ctx: Context, before: ClaimRecord, input: Input, shown: Claim): Promise<NewMovement[]> => {
  const madeOn = todayOf(ctx)
  if (ending.includes(input.to) && before.reserve_centimes !== 0) return [{ kind: 'closing', amount: -before.reserve_centimes, madeOn }]
  if (input.to !== 'opened' || shown.movements.some((movement) => movement.kind === 'opening')) return []
  const frame = await claimFrame(ctx, before.declared_on)
  const amount = input.reserve_centimes ?? usualReserve({ ...before, value: shown.object?.value_centimes ?? null }, frame.reserves)
  return amount === 0 ? [] : [{ kind: 'opening', amount, madeOn }]
}
