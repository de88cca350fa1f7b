import type { Product } from '#capabilities/products/product-shapes.ts'
import type { DemoAgency } from './load-network.ts'

/** For whom the rows of a demonstration are made, and from what. */
export interface Frame {
  readonly organizationId: string
  readonly seed: number
  /** The day on which the demonstration is looked at: nothing is recorded after it. */
  readonly asOf: string
  readonly customers: number
  /** People who look after customers and write notes, by agency. */
  readonly owners: readonly { readonly id: string; readonly name: string; readonly agencyId: string }[]
  readonly agencies: readonly DemoAgency[]
  /** The catalogue of the organization. */
  readonly products: readonly Product[]
}

/** Years over which customers registered. */
export const years = 6
export const historyDays = Math.round(365.25 * years)
