import { changedFields, type ContactFormValues } from './contact-values.ts'

type Field = ReturnType<typeof changedFields>[number]
export type Side = 'mine' | 'theirs'

/** The fields that two people changed to different values since the form was opened. */
export const conflictsOf = (base: ContactFormValues, mine: ContactFormValues, theirs: ContactFormValues): readonly Field[] => {
  const byThem = new Set(changedFields(base, theirs))
  const differing = new Set(changedFields(mine, theirs))
  return changedFields(base, mine).filter((field) => byThem.has(field) && differing.has(field))
}

/** The values that stand once each conflict is decided: theirs, with what I alone changed, and the chosen side of the others. */
export const settled = (
  base: ContactFormValues,
  mine: ContactFormValues,
  theirs: ContactFormValues,
  sides: Readonly<Record<string, Side>>,
): ContactFormValues => {
  const conflicts = new Set(conflictsOf(base, mine, theirs))
  const taken = changedFields(base, mine).filter((field) => !conflicts.has(field) || sides[field] === 'mine')
  return { ...theirs, ...Object.fromEntries(taken.map((field) => [field, mine[field]])) }
}
