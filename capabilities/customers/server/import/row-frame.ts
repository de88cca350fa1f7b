import type { PlacesFrame } from '#kernel/shared/places.ts'

/** What readers of rows need beside the row: the places of the country, and where external identifiers come from. */
export interface RowFrame {
  readonly places: PlacesFrame
  readonly source: string | null
}
