export type Side = 'mine' | 'theirs'

/** Tells the fields whose value is another one than before. */
export type Changed<V> = (before: V, now: V) => ReadonlyArray<keyof V & string>

/** Three states of a record's form: as it was opened, as the person left it, and as somebody else saved it meanwhile. */
export interface Versions<V> {
  readonly base: V
  readonly mine: V
  readonly theirs: V
}

/** The fields that two people changed to different values since the form was opened. */
export const conflictsOf = <V>({ base, mine, theirs }: Versions<V>, changed: Changed<V>): ReadonlyArray<keyof V & string> => {
  const byThem = new Set(changed(base, theirs))
  const differing = new Set(changed(mine, theirs))
  return changed(base, mine).filter((field) => byThem.has(field) && differing.has(field))
}

/** The values that stand once each conflict is decided: theirs, with what I alone changed, and the chosen side of the others. */
export const settled = <V extends object>(versions: Versions<V>, changed: Changed<V>, sides: Readonly<Record<string, Side>>): V => {
  const { base, mine, theirs } = versions
  const conflicts = new Set(conflictsOf(versions, changed))
  const taken = changed(base, mine).filter((field) => !conflicts.has(field) || sides[field] === 'mine')
  return { ...theirs, ...Object.fromEntries(taken.map((field) => [field, mine[field]])) }
}

/** What to save when nobody changed the same field: theirs, with mine in it; null when a decision is due. */
export const merged = <V extends object>(versions: Versions<V>, changed: Changed<V>): V | null =>
  conflictsOf(versions, changed).length === 0 ? settled(versions, changed, {}) : null
