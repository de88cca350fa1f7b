/** At most this many rows in one bulk action. */
export const mostSelected = 1000

/** The rows chosen for a bulk action, and where a stretch (Shift) begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | null
}
export const nothingSelected: Selection = { ids: new Set(), anchor: null }

const capped = (ids: Iterable<string>): ReadonlySet<string> => {
  const kept = new Set<string>()
  for (const id of ids) {
    if (kept.size === mostSelected) break
    kept.add(id)
  }
  return kept
}

/** Takes a row in or out; it begins the next stretch. */
export const toggled = ({ ids }: Selection, id: string): Selection => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: capped(next), anchor: id }
}

/** Adds the stretch from the anchor to a row; `order` gives the row at a place, `placeOf` the place of a row. */
export const extended = (
  selection: Selection,
  id: string,
  order: (place: number) => string | undefined,
  placeOf: (id: string) => number,
): Selection => {
  const to = placeOf(id)
  const from = selection.anchor === null ? to : placeOf(selection.anchor)
  if (from < 0 || to < 0) return toggled(selection, id)
  const step = from <= to ? 1 : -1
  const stretch: string[] = []
  for (let place = from; place !== to + step; place += step) stretch.push(order(place) ?? '')
  return { ids: capped([...selection.ids, ...stretch.filter((one) => one !== '')]), anchor: selection.anchor ?? id }
}

/** All the rows that are there, as far as one action may go. */
export const allOf = (rows: Iterable<{ readonly id: string }>): Selection => {
  const ids = new Set<string>()
  for (const { id } of rows) {
    if (ids.size === mostSelected) break
    ids.add(id)
  }
  return { ids, anchor: null }
}
