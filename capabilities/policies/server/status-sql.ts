import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { todayIn, type Day } from '#kernel/shared/days.ts'
import { renewalWindowDays, tacitGraceDays, type PolicyStatus } from '../rules.ts'

/** The day it is for an organization: states, deadlines and windows are counted from it. */
export const todayOf = (ctx: Context): Day => todayIn(ctx.actor.timeZone, new Date(ctx.now))

/** The organization's day in SQL, asked once per statement. */
export const today: RawBuilder<Day> = sql<Day>`(select app_today())`

/**
 * The state on a day (today unless said) of the policy in row `alias` (of `policy`, `policy_window` or `policy_card`): `statusOn` of
 * rules.ts, in SQL. A test holds the two together.
 */
export const policyStatusSql = (alias: string, day: Day | RawBuilder<unknown> = today): RawBuilder<PolicyStatus> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const [status, type, from, until] = [column('status'), column('contract_type'), column('effective_date'), column('expiry_date')]
  const on = typeof day === 'string' ? sql`${day}::date` : day
  return sql<PolicyStatus>`case
    when ${status} in ('draft', 'lapsed', 'expired', 'cancelled', 'void') then ${status}
    when ${column('end_date')} <= ${on} then 'cancelled'
    when ${status} = 'awaiting_payment' then ${status}
    when ${status} = 'renewed' and ${on} < ${from} then ${status}
    when ${status} = 'renewed' and ${column('cover_awaits_payment')} then 'awaiting_payment'
    when ${type} = 'temporary' then case when ${on} >= ${until} then 'expired' when ${status} = 'suspended' then ${status} else 'in_force' end
    when ${status} = 'suspended' then case when ${on} >= ${until} then 'lapsed' else ${status} end
    when ${on} >= ${until} + case when ${type} = 'tacit' then ${sql.lit(tacitGraceDays)} else 0 end then 'lapsed'
    when ${on} >= coalesce(${column('renewal_from')}, ${until} - least(${sql.lit(renewalWindowDays)}, (${until} - ${from}) / 2)) then 'to_renew'
    else 'in_force' end`
}

/** Rows of `alias` whose stored state may differ from that of the day: what the nightly job has to look at. */
export const movedByTime = (alias: string, day: Day | RawBuilder<unknown> = today): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.status`)} <> ${policyStatusSql(alias, day)}`

const running = ['in_force', 'to_renew', 'renewed'] as const
/** The stored states from which time makes each state of the day. */
const storedAs: Readonly<Record<PolicyStatus, readonly PolicyStatus[]>> = {
  draft: ['draft'],
  void: ['void'],
  awaiting_payment: ['awaiting_payment', 'renewed'],
  in_force: running,
  to_renew: running,
  renewed: ['renewed'],
  suspended: ['suspended'],
  lapsed: ['lapsed', 'suspended', ...running],
  expired: ['expired', 'suspended', ...running],
  cancelled: ['cancelled', 'awaiting_payment', 'suspended', ...running],
}

/** The states as which policies are stored that may be in one of these today: those who ask for the rare ones find them by an index. */
export const storedStatuses = (statuses: readonly string[]): PolicyStatus[] => [
  ...new Set(statuses.flatMap((status) => storedAs[status as PolicyStatus] ?? [])),
]
