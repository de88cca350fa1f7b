import { z } from 'zod'

const count = (most: number) => z.int().min(0).max(most)
/** Hundredths of a per cent: 1 900 is 19 %. */
const percent = count(1_000_000)
const amount = count(1_000_000_000_000)

/** The bands of fiscal power of a vehicle, by their highest power; the last has none. */
export const powerBands = [2, 4, 6, 10, 14, 23, null] as const
/** The usages that the compulsory motor tariff prices. */
export const gridUsages = ['business', 'private', 'trade', 'taxi'] as const

const gridLine = z.array(amount).length(powerBands.length)
const gridZone = z.object({ business: gridLine, private: gridLine, trade: gridLine, taxi: gridLine })

/** Steps whose upper ends rise, the open one (null) last if there is one. */
export const rises = (steps: readonly { readonly up_to_centimes: number | null }[]): boolean =>
  steps.every(({ up_to_centimes: most }, at) => at === 0 || (steps[at - 1]?.up_to_centimes ?? Infinity) < (most ?? Infinity))

/** What a parameter of each kind holds, with its unit. */
export const parameterKinds = {
  /** Calendar days. */
  days: count(3_660),
  /** Days that are neither of the weekly rest nor holidays. */
  working_days: count(366),
  hours: count(8_784),
  months: count(120),
  years: count(100),
  percent,
  /** Ten-thousandths: 15 870 is ×1,587. */
  factor: count(10_000_000),
  /** Centimes. */
  amount,
  switch: z.boolean(),
  /** Days before or after the day that the code names, in the order in which they come. */
  day_list: z.array(count(3_660)).min(1).max(20),
  /** Days by what is done then. */
  days_by: z.record(z.string().max(40), count(3_660)),
  /** Centimes by case; null where there is no limit. */
  amounts_by: z.record(z.string().max(40), amount.nullable()),
  /** A duty by slices of the net premium: what the slices below bring, and a part of what lies in this one. */
  graded_stamp: z.object({
    steps: z
      .array(z.object({ up_to_centimes: amount.nullable(), base_centimes: amount, percent }))
      .min(1)
      .max(12)
      .refine((steps) => rises(steps) && steps.at(-1)?.up_to_centimes === null),
    /** Fiscal power from which the duty is twice as much; null when it never is. */
    doubled_from_power: count(100).nullable(),
  }),
  /** Yearly premiums in centimes by zone, usage and band of power. */
  motor_grid: z.object({ N: gridZone, S: gridZone }),
} as const

export type ParameterKind = keyof typeof parameterKinds
/** The value of a parameter of a kind. */
export type ValueOfKind<K extends ParameterKind> = z.output<(typeof parameterKinds)[K]>
export type MotorGrid = ValueOfKind<'motor_grid'>
export type GradedStamp = ValueOfKind<'graded_stamp'>
export type GridUsage = (typeof gridUsages)[number]

/** How sure the program is of a value of its own: read in a source, likely, to be checked, or a choice of the company. */
export const confidences = ['confirmed', 'likely', 'to_check', 'choice'] as const
export type Confidence = (typeof confidences)[number]
