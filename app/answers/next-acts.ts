import { daysBetween, type Day } from '#kernel/shared/days.ts'
import type { Profile } from './profile-contract.ts'

type Policy = NonNullable<Profile['policies']>['data'][number]
type Bill = NonNullable<Profile['receivables']>['bills'][number]
type Promise = NonNullable<Profile['receivables']>['promises'][number]
type Claim = NonNullable<Profile['claims']>['data'][number]
type Reminder = NonNullable<Profile['reminders']>['data'][number]

/** One thing that this customer's file calls for today, with the record that says so. */
export type NextAct =
  | { readonly kind: 'reminder'; readonly urgency: number; readonly reminder: Reminder }
  | {
      readonly kind: 'renew' | 'suspended' | 'doubly_insured' | 'collect_first' | 'win_back'
      readonly urgency: number
      readonly policy: Policy
    }
  | { readonly kind: 'overdue'; readonly urgency: number; readonly bill: Bill; readonly bills: number; readonly overdue_centimes: number }
  | { readonly kind: 'broken_promise'; readonly urgency: number; readonly promise: Promise }
  | { readonly kind: 'claim_clock' | 'claim_papers'; readonly urgency: number; readonly claim: Claim }

/** Days before expiry from which a renewal is proposed; days after it while a lapsed policy may be won back. */
const renewWithin = 45
const winBackWithin = 90
/** Days before a legal deadline from which it stands here. */
const clockWithin = 3

/**
 * What to do now for a customer, most urgent first. Only facts of the file make it: dates that come or passed, money due, papers
 * missing. A reminder that somebody set comes before what the program finds.
 */
export const nextActs = (
  profile: Pick<Profile, 'policies' | 'receivables' | 'claims' | 'reminders'>,
  today: Day,
  now: string,
): NextAct[] => {
  const acts = [
    ...(profile.reminders?.data ?? []).flatMap((reminder) => ofReminder(reminder, now)),
    ...(profile.claims?.data ?? []).flatMap(ofClaim),
    ...ofMoney(profile.receivables),
    ...(profile.policies?.data ?? []).flatMap((policy) => ofPolicy(policy, today)),
  ]
  return acts.toSorted((a, b) => b.urgency - a.urgency)
}

const ofReminder = (reminder: Reminder, now: string): NextAct[] =>
  reminder.state === 'fired' || (reminder.state === 'waiting' && reminder.due_at <= now)
    ? [{ kind: 'reminder', urgency: 100, reminder }]
    : []

const ofClaim = (claim: Claim): NextAct[] => {
  const { clock } = claim
  const pressing: NextAct[] =
    clock !== null && clock.kind !== 'prescription' && clock.left <= clockWithin
      ? [{ kind: 'claim_clock', urgency: clock.late ? 95 : 85, claim }]
      : []
  const papers: NextAct[] = claim.papers_missing > 0 && clock !== null ? [{ kind: 'claim_papers', urgency: 55, claim }] : []
  return [...pressing, ...papers]
}

const ofMoney = (receivables: Profile['receivables']): NextAct[] => {
  if (receivables === null) return []
  const late = receivables.bills.filter(({ days_late, balance_centimes }) => days_late !== null && days_late > 0 && balance_centimes > 0)
  const [oldest] = late.toSorted((a, b) => (b.days_late ?? 0) - (a.days_late ?? 0))
  const broken = receivables.promises.filter(({ state }) => state === 'broken' || state === 'part_kept')
  const due: NextAct[] = oldest
    ? [{ kind: 'overdue', urgency: 80, bill: oldest, bills: late.length, overdue_centimes: receivables.overdue_centimes }]
    : []
  const latest = broken.toSorted((a, b) => (a.due_on < b.due_on ? 1 : -1))[0]
  return [...due, ...(latest && oldest ? [{ kind: 'broken_promise' as const, urgency: 82, promise: latest }] : [])]
}

const ofPolicy = (policy: Policy, today: Day): NextAct[] => {
  const left = daysBetween(today, policy.expiry_date)
  const doubled: NextAct[] =
    policy.doubly_insured && (policy.status === 'in_force' || policy.status === 'to_renew')
      ? [{ kind: 'doubly_insured', urgency: 50, policy }]
      : []
  switch (policy.status) {
    case 'suspended':
      return [{ kind: 'suspended', urgency: 90, policy }]
    case 'awaiting_payment':
      return [{ kind: 'collect_first', urgency: 75, policy }]
    case 'in_force':
    case 'to_renew':
      return left <= renewWithin && left >= 0 ? [{ kind: 'renew', urgency: 70 - left / 10, policy }, ...doubled] : doubled
    case 'lapsed':
      return left >= -winBackWithin ? [{ kind: 'win_back', urgency: 40, policy }] : []
    default:
      return []
  }
}
