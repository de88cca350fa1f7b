import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { numberPrefix, policyNumber, seriesName, type NumberSeries } from '../policy-number.ts'

/**
 * A fresh number of an agency, year and branch. The series is taken under its lock, so that two who issue at once get two numbers; a number
 * that came from elsewhere and is taken already is passed over for good.
 */
export const takePolicyNumber = async (ctx: Context, series: NumberSeries): Promise<string> => {
  const prefix = numberPrefix(series)
  const name = seriesName(prefix)
  const number = policyNumber(series, await takeNumbers(ctx, name, 1))
  if (!(await isTaken(ctx, number))) return number
  const { rows } = await sql<{ last: string }>`select max(p.number) as last from policy p
    where p.organization_id = ${ctx.organizationId}::uuid and p.number >= ${`${prefix}000000`} and p.number <= ${`${prefix}999999`} and p.number ~ '^\\d{15}$'`.execute(
    ctx.db,
  )
  const last = Number((rows[0]?.last ?? number).slice(-6))
  await sql`update number_series set last_number = greatest(last_number, ${last})
    where organization_id = ${ctx.organizationId}::uuid and series = ${name}`.execute(ctx.db)
  return policyNumber(series, await takeNumbers(ctx, name, 1))
}

/** Whether a policy bears this number already. */
export const isTaken = async (ctx: Context, number: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('policy')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('number', '=', number)
    .limit(1)
    .executeTakeFirst()) !== undefined
