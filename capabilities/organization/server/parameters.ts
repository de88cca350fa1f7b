import type { Context } from '#kernel/server/context.ts'
import { algerianWeek, type WorkCalendar } from '#kernel/shared/working-days.ts'
import { parameterCodes, parameterIn, type DatedValue, type ParameterCode, type ParameterOf, type Parameters } from '../parameters.ts'

/** The organization's own values of these parameters by code, earliest first. */
export const ownParameterValues = async (
  ctx: Context,
  codes: readonly ParameterCode[] = parameterCodes,
): Promise<ReadonlyMap<ParameterCode, readonly DatedValue[]>> => {
  const rows = await ctx.db
    .selectFrom('parameter_value')
    .select(['code', 'effective_from as from', 'value'])
    .where('organization_id', '=', ctx.organizationId)
    .where('code', 'in', [...codes])
    .orderBy('effective_from')
    .execute()
  return Map.groupBy(rows, ({ code }) => code as ParameterCode)
}

/** A parameter as it stands on a day, in the unit of its kind. */
export const parameterOn = async <C extends ParameterCode>(ctx: Context, code: C, day: string): Promise<ParameterOf<C>> =>
  parameterIn(code, (await ownParameterValues(ctx, [code])).get(code) ?? [], day)

/** All parameters as they stand on a day, in one query. */
export const parametersOn = async (ctx: Context, day: string): Promise<Parameters> => {
  const own = await ownParameterValues(ctx)
  return Object.fromEntries(parameterCodes.map((code) => [code, parameterIn(code, own.get(code) ?? [], day)])) as unknown as Parameters
}

/** Friday and Saturday, and the public holidays of the country that are known. */
export const workCalendar = async (ctx: Context): Promise<WorkCalendar> => {
  const holidays = await ctx.db.selectFrom('public_holiday').select('day').distinct().execute()
  return { weekend: algerianWeek.weekend, holidays: new Set(holidays.map(({ day }) => day)) }
}
