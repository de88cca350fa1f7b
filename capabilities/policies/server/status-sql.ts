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
