import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, centimes, day, id } from '#kernel/shared/paging.ts'
import { subjectNotifications, subjectReminders, timeline } from '#capabilities/activities/contract.ts'
import { claimsOfContact } from '#capabilities/claims/contract.ts'
import { accountKinds, contact, memberRoles } from '#capabilities/customers/contract.ts'
import { documentsOfSubject } from '#capabilities/documents/contract.ts'
import { policiesOfContact } from '#capabilities/policies/contract.ts'
import { receivablesOfContact } from '#capabilities/receivables/contract.ts'

/** Years over which losses are held against premiums. */
export const lossRatioYears = 3
/** Interactions that come with the profile; the timeline has the rest. */
export const profileActivities = 30

/** «S/P»: what the claims of the last years cost against the premiums earned in them; null where no premium was earned. */
export const lossRatio = z.object({
  since: day,
  /** Paid, reserved and fees, less what was recovered. */
  losses_centimes: centimes,
  /** Net premiums in proportion to the days that ran. */
  earned_centimes: centimes,
  /** Per cent, one decimal. */
  ratio: z.number().nullable(),
})

/** The whole 360° page of a customer (U5). A part is null when the reader may not see its object at all. */
export const profile = z
  .object({
    contact,
    policies: policiesOfContact.nullable(),
    claims: claimsOfContact.nullable(),
    receivables: receivablesOfContact.nullable(),
    loss_ratio: lossRatio.nullable(),
    activities: timeline.nullable(),
    reminders: subjectReminders.nullable(),
    notifications: subjectNotifications.nullable(),
    documents: documentsOfSubject.nullable(),
    accounts: z.array(
      z.object({
        account_id: id,
        name: z.string(),
        kind: z.enum(accountKinds),
        role: z.enum(memberRoles),
        main: z.boolean(),
        since: day.nullable(),
        until: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'ContactProfile' })
export type Profile = z.output<typeof profile>

export const profileOperations = {
  readProfile: operation({
    name: 'profile.read',
    method: 'GET',
    path: '/contacts/:id/profile',
    access: 'contact.view',
    summary: 'All that is known of a customer, in one answer: identity, policies, claims, receivables, interactions, reminders, documents.',
    input: byId,
    output: profile,
  }),
} as const
