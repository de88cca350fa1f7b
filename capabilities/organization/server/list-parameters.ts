import type { Context } from '#kernel/server/context.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { DatedParameterValue, ParameterHistory, ParameterRow, ParameterValue } from '../parameter-shapes.ts'
import { inForceOn, parameterCodes, parameters, type ParameterCode, type ParameterDefinition } from '../parameters.ts'

type Dated = DatedParameterValue & { readonly from: string }

const programValues = (code: ParameterCode): Dated[] =>
  (parameters[code] as ParameterDefinition).values.map(({ from, value, basis, confidence }) => ({
    id: null,
    from,
    effective_from: from,
    value: value as ParameterValue,
    legal_basis: basis,
    confidence,
    note: null,
    created_by_name: null,
    created_at: null,
  }))

/** The program's values and the organization's, in the order in which they begin; of the same day, the organization's last. */
const valuesOf = async (ctx: Context, codes: readonly ParameterCode[]): Promise<ReadonlyMap<ParameterCode, readonly Dated[]>> => {
  const rows = await ctx.db
    .selectFrom('parameter_value')
    .select(['id', 'code', 'effective_from', 'value', 'legal_basis', 'note', 'created_by_name', 'created_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('code', 'in', [...codes])
    .orderBy('effective_from')
    .execute()
  const own = Map.groupBy(rows, ({ code }) => code)
  return new Map(
    codes.map((code) => {
      const said = (own.get(code) ?? []).map(({ code: _, ...row }): Dated => ({
        ...row,
        from: row.effective_from,
        value: row.value as ParameterValue,
        confidence: null,
      }))
      return [
        code,
        [...programValues(code), ...said].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)),
      ]
    }),
  )
}

const rowOf = (code: ParameterCode, values: readonly Dated[], today: string): ParameterRow => {
  const { kind, group } = parameters[code]
  const current = inForceOn(values, today) ?? values[0]
  if (!current) throw new Error(`the parameter ${code} has no value`)
  // Of two that begin on the same coming day, the later in order counts.
  const coming = values.find(({ from }) => from > today)
  return { code, kind, group, current, next: coming ? (values.findLast(({ from }) => from === coming.from) ?? null) : null }
}

const today = (ctx: Context): string => todayIn(ctx.actor.timeZone, new Date(ctx.now))

/** Every parameter of law and market as it stands today, with the value that comes next. */
export const listParameters = async (ctx: Context): Promise<{ data: ParameterRow[] }> => {
  const values = await valuesOf(ctx, parameterCodes)
  return { data: parameterCodes.map((code) => rowOf(code, values.get(code) ?? [], today(ctx))) }
}

/** One parameter with all its values, the latest first. */
export const getParameter = async (ctx: Context, { code }: { readonly code: ParameterCode }): Promise<ParameterHistory> => {
  const values = (await valuesOf(ctx, [code])).get(code) ?? []
  return { ...rowOf(code, values, today(ctx)), values: values.toReversed() }
}
