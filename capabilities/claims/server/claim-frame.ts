import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { WorkCalendar } from '#kernel/shared/working-days.ts'
import { parametersOn, workCalendar } from '#capabilities/organization/server/index.ts'
import type { ClaimDays, ClaimDelays } from '../clocks.ts'
import type { ClaimDetails } from '../contract.ts'
import type { UsualReserves } from '../reserves.ts'

/** What law and company say of claims on a day: delays, working days, usual reserves, limits of payment. */
export interface ClaimFrame {
  readonly delays: ClaimDelays
  readonly calendar: WorkCalendar
  readonly reserves: UsualReserves
  /** What is added to the last term of a tacit contract, in days: those left for paying its renewal (art. 16). */
  readonly graceDays: number
  /** The most that a person of a role pays without a reason, in centimes; null without limit. */
  readonly limits: Readonly<Record<string, number | null>>
}

/** The frame as it stands on a day: that of the declaration, for the delays of a claim. */
export const claimFrame = async (ctx: Context, day: Day): Promise<ClaimFrame> => {
  const [known, calendar] = await Promise.all([parametersOn(ctx, day), workCalendar(ctx)])
  return {
    delays: {
      declaration: known.DECL_STANDARD,
      declarationTheft: known.DECL_VOL,
      declarationHail: known.DECL_GRELE,
      declarationLivestockHours: known.DECL_BETAIL,
      declarationCatnat: known.DECL_CATNAT,
      expert: known.MISSION_EXPERT,
      settlementMotor: known.REGLEMENT_AUTO,
      settlementIda: known.REGLEMENT_IDA,
      settlementCatnat: known.REGLEMENT_CATNAT,
      prescriptionYears: known.PRESCRIPTION,
    },
    calendar,
    reserves: { by: known.PROVISIONS_OUVERTURE, theftRate: known.PROVISION_VOL },
    graceDays: known.PAIEMENT_ECHEANCE,
    limits: known.LIMITES_PAIEMENT,
  }
}

/** The limit of whoever acts; programs and jobs have none of their own. */
export const authorityOf = (ctx: Context, frame: ClaimFrame): number | null =>
  ctx.actor.role === null ? null : (frame.limits[ctx.actor.role] ?? null)

/** `HH:MM` of a time that the database gives with seconds. */
export const hourOf = (time: string | null): string | null => (time === null ? null : time.slice(0, 5))

type Kept = Omit<ClaimDays, 'event' | 'catnat_published_on'> & { readonly details: ClaimDetails }

/** What the clocks look at, of a claim as kept or as it is about to be. */
export const daysOfClaim = (record: Kept): ClaimDays => ({
  status: record.status,
  nature: record.nature,
  branch: record.branch,
  convention: record.convention,
  occurred_on: record.occurred_on,
  declared_on: record.declared_on,
  expert_assigned_on: record.expert_assigned_on,
  settled_on: record.settled_on,
  closed_on: record.closed_on,
  event: record.details.event ?? null,
  catnat_published_on: record.details.catnat_published_on ?? null,
  occurred_at_time: hourOf(record.occurred_at_time),
  declared_at_time: hourOf(record.declared_at_time),
})
