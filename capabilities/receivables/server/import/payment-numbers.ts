import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'

/** A payment to be numbered: the till that takes it, and when. */
export interface Unnumbered {
  readonly id: string
  readonly agency_id: string
  readonly agency_number: string
  readonly paid_on: string
}

/** Fresh numbers for payments, `AAAAA-YYYY-NNNNNN` by agency and year, taken apart: no series is locked as long as the chunk. */
export const numberPayments = async (chunk: ImportChunk, payments: readonly Unnumbered[]): Promise<Map<string, string>> => {
  const series = new Map<string, Unnumbered[]>()
  for (const payment of payments) {
    const name = `payment:${payment.agency_id}:${payment.paid_on.slice(0, 4)}`
    series.set(name, [...(series.get(name) ?? []), payment])
  }
  const numbers = new Map<string, string>()
  for (const [name, of] of [...series].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const first = await chunk.apart((ctx: Context) => takeNumbers(ctx, name, of.length))
    for (const [at, { id, agency_number, paid_on }] of of.entries())
      numbers.set(id, `${agency_number}-${paid_on.slice(0, 4)}-${String(first + at).padStart(6, '0')}`)
  }
  return numbers
}
