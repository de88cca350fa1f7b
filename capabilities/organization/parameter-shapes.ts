import { z } from 'zod'
import { day, id, instant } from '#kernel/shared/paging.ts'
import { confidences, parameterKinds, type ParameterKind } from './parameter-kinds.ts'
import { parameterCodes, parameterGroups } from './parameters.ts'

export const parameterCode = z.enum(parameterCodes)
/** Shaped by the kind of the parameter: a whole number in its unit, a switch, days, a table. */
export const parameterValue = z.union([z.int(), z.boolean(), z.array(z.int()), z.record(z.string(), z.unknown())])
export type ParameterValue = z.output<typeof parameterValue>

/** A value of a parameter from a day on. */
export const datedValue = z.object({
  /** Null for the program's own. */
  id: id.nullable(),
  effective_from: day,
  value: parameterValue,
  legal_basis: z.string().nullable(),
  /** How sure the program is of a value of its own. */
  confidence: z.enum(confidences).nullable(),
  note: z.string().nullable(),
  created_by_name: z.string().nullable(),
  created_at: instant.nullable(),
})
export type DatedParameterValue = z.output<typeof datedValue>

/** A parameter as it stands today, and what comes next. */
export const parameterRow = z
  .object({
    code: parameterCode,
    kind: z.enum(Object.keys(parameterKinds) as ParameterKind[]),
    group: z.enum(parameterGroups),
    current: datedValue,
    next: datedValue.nullable(),
  })
  .meta({ id: 'Parameter' })
export type ParameterRow = z.output<typeof parameterRow>

/** A parameter with every value that it had or will have, the latest first. */
export const parameterHistory = parameterRow.extend({ values: z.array(datedValue) }).meta({ id: 'ParameterHistory' })
export type ParameterHistory = z.output<typeof parameterHistory>

export const newParameterValue = z.object({
  code: parameterCode,
  effective_from: day,
  value: parameterValue,
  legal_basis: z.string().trim().max(200).nullable().default(null),
  /** Why; needed where the day is past. */
  note: z.string().trim().max(500).nullable().default(null),
})
