import type { Context } from '#kernel/server/context.ts'
import { inputProblem } from '#kernel/server/input-problem.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { organizationOperations } from '../contract.ts'
import { parameterKinds } from '../parameter-kinds.ts'
import type { ParameterHistory } from '../parameter-shapes.ts'
import { parameters } from '../parameters.ts'
import { getParameter } from './list-parameters.ts'

type Operations = typeof organizationOperations

/** Tables keep the lines that the program knows: none is lost, none is added. */
const sameLines = (value: unknown, model: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Array.isArray(value) ||
  Object.keys(value).toSorted().join() ===
    Object.keys(model as object)
      .toSorted()
      .join()

/**
 * A parameter takes another value from a day on; what counted before stays. A day already past is accepted only with its reason: deadlines
 * and premiums reckoned for these days change.
 */
export const addParameterValue = async (ctx: Context, input: ParsedOf<Operations['addParameterValue']>): Promise<ParameterHistory> => {
  const { code, effective_from: from, legal_basis: basis, note } = input
  const { kind, values } = parameters[code]
  const parsed = parameterKinds[kind].safeParse(input.value)
  if (!parsed.success) throw inputProblem(parsed.error, ctx.actor.language)
  if (!sameLines(parsed.data, values[0]?.value))
    throw refuse(
      'parameter.lines',
      /*i18n*/ { id: 'parameter.lines', message: 'Ce tableau garde ses lignes : donnez une valeur à chacune.' },
      'value',
    )
  if (from < todayIn(ctx.actor.timeZone, new Date(ctx.now)) && (note ?? '') === '')
    throw refuse(
      'parameter.past_without_reason',
      /*i18n*/ { id: 'parameter.past_without_reason', message: 'Cette date est passée : dites pourquoi cette valeur s’applique déjà.' },
      'note',
    )
  const id = newId()
  const made = await ctx.db
    .insertInto('parameter_value')
    .values({
      organization_id: ctx.organizationId,
      id,
      code,
      effective_from: from,
      value: JSON.stringify(parsed.data),
      legal_basis: basis,
      note,
      created_by: ctx.actor.userId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code', 'effective_from']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    throw refuse(
      'parameter.day_taken',
      /*i18n*/ { id: 'parameter.day_taken', message: 'Une valeur commence déjà ce jour-là ; choisissez un autre jour.' },
      'effective_from',
    )
  ctx.audit({
    subject: { kind: 'parameter', id, title: code },
    after: { code, effective_from: from, value: parsed.data, legal_basis: basis },
    ...(note !== null && note !== '' && { reason: note }),
  })
  ctx.emit({ name: 'parameter.updated', everyone: true })
  return getParameter(ctx, { code })
}

/** A value that has not begun may be taken back; one that has stays for good. */
export const removeParameterValue = async (
  ctx: Context,
  input: ParsedOf<Operations['removeParameterValue']>,
): Promise<ParameterHistory> => {
  const { code, effective_from: from } = input
  const before = await getParameter(ctx, { code })
  const value = before.values.find((one) => one.id !== null && one.effective_from === from)
  if (!value?.id) throw notFound()
  if (from <= todayIn(ctx.actor.timeZone, new Date(ctx.now)))
    throw refuse(
      'parameter.in_force',
      /*i18n*/ {
        id: 'parameter.in_force',
        message: 'Cette valeur est ou fut en vigueur : ajoutez-en une nouvelle, elle prendra sa suite.',
      },
    )
  await ctx.db.deleteFrom('parameter_value').where('organization_id', '=', ctx.organizationId).where('id', '=', value.id).execute()
  ctx.audit({ subject: { kind: 'parameter', id: value.id, title: code }, before: { code, effective_from: from, value: value.value } })
  ctx.emit({ name: 'parameter.updated', everyone: true })
  return getParameter(ctx, { code })
}
