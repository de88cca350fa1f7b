import type { Context } from '#kernel/server/context.ts'
import { implement, type Implementation } from '#kernel/server/door.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { addYears, todayIn } from '#kernel/shared/days.ts'
import { percentage } from '#kernel/shared/money.ts'
import { activitiesOf, notificationsOf, remindersOf } from '#capabilities/activities/server/index.ts'
import { claimsOfContact, lossesOf } from '#capabilities/claims/server/index.ts'
import { accountsOf, getContact } from '#capabilities/customers/server/index.ts'
import { documentsOf } from '#capabilities/documents/server/index.ts'
import { earnedPremiumOf, policiesOfContact } from '#capabilities/policies/server/index.ts'
import { receivablesOfContact } from '#capabilities/receivables/server/index.ts'
import { lossRatioYears, profileActivities, profileOperations, type Profile } from '../../answers/profile-contract.ts'

/**
 * Everything about one customer within reach (U5). The contact is read first, because out of reach it is not found; then each capability
 * reads its own part in one question, all of which wait on the way at the same time.
 */
const readProfile = async (ctx: Context, input: ParsedOf<typeof profileOperations.readProfile>): Promise<Profile> => {
  const { id } = input
  const contact = await getContact(ctx, input)
  const seen = <T>(permission: string, read: () => Promise<T>): Promise<T | null> =>
    ctx.can(permission) === null ? Promise.resolve(null) : read()
  const [policies, claims, receivables, loss_ratio, activities, reminders, notifications, documents, accounts] = await Promise.all([
    seen('policy.view', () => policiesOfContact(ctx, id)),
    seen('claim.view', () => claimsOfContact(ctx, id)),
    seen('receivable.view', () => receivablesOfContact(ctx, id)),
    seen('claim.view', () => seen('policy.view', () => readLossRatio(ctx, id))),
    seen('activity.view', () => activitiesOf(ctx, id, profileActivities)),
    seen('reminder.view', () => remindersOf(ctx, id)),
    notificationsOf(ctx, id),
    seen('document.view', () => documentsOf(ctx, id)),
    accountsOf(ctx, contact),
  ])
  return { contact, policies, claims, receivables, loss_ratio, activities, reminders, notifications, documents, accounts }
}

const readLossRatio = async (ctx: Context, id: string): Promise<Profile['loss_ratio']> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const since = addYears(today, -lossRatioYears)
  const [losses_centimes, earned_centimes] = await Promise.all([lossesOf(ctx, id, since), earnedPremiumOf(ctx, id, since, today)])
  return { since, losses_centimes, earned_centimes, ratio: percentage(losses_centimes, earned_centimes, 1) }
}

/** Answers that mix capabilities; each is an operation like any other. */
export const profileAnswer: Implementation = implement(profileOperations.readProfile, readProfile)
