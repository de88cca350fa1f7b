import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { instantAt } from '#kernel/shared/time-zone.ts'
import type { PolicyRecord } from '#capabilities/policies/server/index.ts'
import type { ClaimDetails } from '../contract.ts'
import { declarationDeadline, type Deadline } from '../clocks.ts'
import { duplicatesOf, flagsOf, type DeclarationFlag, type DeclaredFacts, type NearbyClaim, type Stretch } from '../guard-rails.ts'
import { natureRules, type Nature } from '../natures.ts'
import { claimFrame, type ClaimFrame } from './claim-frame.ts'
import { claimsNearby, coverForRails, coverOf, objectConcerned, platesOf, type CoveredObject, type PolicyCover } from './cover-of.ts'
import { todayOf } from './load-claim.ts'

/** What a declaration says, as far as it is judged. */
export interface Declared {
  readonly nature: Nature
  readonly occurred_on: Day
  readonly occurred_at_time?: string | null | undefined
  readonly declared_on?: Day | undefined
  readonly declared_at_time?: string | null | undefined
  readonly object_id?: string | null | undefined
  readonly guarantees?: readonly string[] | undefined
  readonly details?: ClaimDetails | undefined
  readonly parties?: ReadonlyArray<{ readonly plate?: string | null | undefined }> | undefined
}

/** A declaration judged: what it is about, what is pointed out, and in which frame. */
export interface Assessment {
  readonly frame: ClaimFrame
  readonly cover: PolicyCover
  readonly object: CoveredObject | null
  readonly guarantees: string[]
  readonly declared_on: Day
  readonly declared_at_time: string | null
  readonly flags: DeclarationFlag[]
  readonly duplicates: NearbyClaim[]
  readonly deadline: Deadline | null
  readonly suspension: Stretch | null
}

/** Weighs a declaration against its policy and the delays of its day. Refuses (422) only what cannot be: an event or a declaration to come. */
export const assessDeclaration = async (
  ctx: Context,
  policy: PolicyRecord,
  declared: Declared,
  except: string | null = null,
): Promise<Assessment> => {
  const today = todayOf(ctx)
  const declared_on = declared.declared_on ?? today
  checkDays(ctx, declared, declared_on, today)
  const frame = await claimFrame(ctx, declared_on)
  const [cover, nearby] = await Promise.all([coverOf(ctx, policy, frame), claimsNearby(ctx, policy.id, declared.occurred_on, except)])
  const object = objectConcerned(cover, declared.object_id, declared.occurred_on)
  const guarantees = [...(declared.guarantees ?? usualGuarantees(declared.nature, cover))]
  const facts: DeclaredFacts = {
    nature: declared.nature,
    event: declared.details?.event ?? null,
    occurred_on: declared.occurred_on,
    occurred_at_time: declared.occurred_at_time ?? null,
    declared_on,
    declared_at_time: declared.declared_at_time ?? (declared_on === today ? timeNow(ctx) : null),
    catnat_published_on: declared.details?.catnat_published_on ?? null,
    guarantees,
    plates: platesOf((declared.parties ?? []).map((party) => party.plate)),
  }
  const duplicates = duplicatesOf(facts, nearby)
  return {
    frame,
    cover,
    object,
    guarantees,
    declared_on,
    declared_at_time: facts.declared_at_time,
    flags: flagsOf(facts, coverForRails(policy, cover, object?.id ?? null), nearby, frame.delays, frame.calendar),
    duplicates,
    deadline: declarationDeadline(facts, frame.delays, frame.calendar),
    suspension:
      cover.suspensions.find((one) => one.from <= facts.occurred_on && (one.until === null || facts.occurred_on < one.until)) ?? null,
  }
}

/** The guarantee that answers for a nature: the first that the policy holds, else the usual one, so that its lack is pointed out. */
const usualGuarantees = (nature: Nature, cover: PolicyCover): string[] => {
  const { guarantees } = natureRules[nature]
  const held = guarantees.find((code) => cover.guarantees.some((one) => one.code === code))
  const [usual] = guarantees
  if (held !== undefined) return [held]
  return usual === undefined || cover.guarantees.length === 0 ? [] : [usual]
}

const timeNow = (ctx: Context): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ctx.actor.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(ctx.now),
  )

const checkDays = (ctx: Context, declared: Declared, declaredOn: Day, today: Day): void => {
  const at = declared.occurred_at_time ?? null
  const ahead = at !== null && declared.occurred_on === today && instantAt(ctx.actor.timeZone, today, at) > new Date(ctx.now)
  if (declared.occurred_on > today || ahead)
    throw refuse(
      'claim.in_future',
      /*i18n*/ { id: 'claim.in_future', message: 'La date de survenance est dans le futur.' },
      declared.occurred_on > today ? 'occurred_on' : 'occurred_at_time',
    )
  if (declaredOn > today)
    throw refuse(
      'claim.declared_in_future',
      /*i18n*/ { id: 'claim.declared_in_future', message: 'La date de déclaration est dans le futur.' },
      'declared_on',
    )
  if (declaredOn < declared.occurred_on)
    throw refuse(
      'claim.declared_before',
      /*i18n*/ { id: 'claim.declared_before', message: 'Un sinistre ne se déclare pas avant d’être survenu.' },
      'declared_on',
    )
}

/** The day of an instant in the organization's time zone. */
export const dayOfInstant = (ctx: Context, instant: string): Day => todayIn(ctx.actor.timeZone, new Date(instant))
