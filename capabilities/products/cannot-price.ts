/** Why a price cannot be found. */
export type PriceObstacle =
  | 'unknown_guarantee'
  | 'no_rate'
  | 'entry_missing'
  | 'unknown_offer'
  | 'value_missing'
  | 'limit_missing'
  | 'not_in_grid'
  | 'wrong_object'
  | 'duration_not_offered'
  | 'too_many_rooms'
  | 'contents_out_of_range'
  | 'band_missing'

/** A premium that cannot be reckoned from what was given; `guarantee` is the code for which, `path` the field that would help. */
export class CannotPrice extends Error {
  readonly code: PriceObstacle
  readonly guarantee: string | null
  readonly path: string

  constructor(code: PriceObstacle, guarantee: string | null, path: string) {
    super(guarantee === null ? code : `${code}: ${guarantee}`)
    this.name = 'CannotPrice'
    this.code = code
    this.guarantee = guarantee
    this.path = path
  }
}
