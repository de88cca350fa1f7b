import type { Day } from '#kernel/shared/days.ts'

/** A term as it is kept. Amounts in centimes. */
export interface KeptTerm {
  readonly number: number
  readonly effective_date: Day
  readonly expiry_date: Day
  readonly net_premium_centimes: number
  readonly total_premium_centimes: number
  readonly outcome: 'open' | 'renewed' | 'not_renewed'
  readonly outcome_on: Day | null
}

/** A term as a file tells it. */
export interface ToldTerm {
  readonly effective_date: Day
  readonly expiry_date: Day
  readonly net: number
  readonly total: number
}

const same = (a: KeptTerm, b: KeptTerm): boolean =>
  a.expiry_date === b.expiry_date &&
  a.net_premium_centimes === b.net_premium_centimes &&
  a.total_premium_centimes === b.total_premium_centimes

/**
 * The terms of a policy once a file has told some: one that begins on the same day is what the file says, a later one follows as its renewal;
 * one from before what is known is left aside, for the numbers of terms never change. Null when nothing changes.
 */
export const mergeTerms = (kept: readonly KeptTerm[], told: readonly ToldTerm[]): KeptTerm[] | null => {
  const terms = kept.toSorted((a, b) => a.number - b.number)
  let changed = false
  for (const term of told.toSorted((a, b) => (a.effective_date < b.effective_date ? -1 : 1))) {
    const at = terms.findIndex(({ effective_date }) => effective_date === term.effective_date)
    const known = terms[at]
    const last = terms.at(-1)
    const fields = { expiry_date: term.expiry_date, net_premium_centimes: term.net, total_premium_centimes: term.total }
    if (known) {
      const next = { ...known, ...fields }
      if (same(known, next)) continue
      terms[at] = next
    } else if (!last || term.effective_date >= last.expiry_date) {
      if (last?.outcome === 'open') terms[terms.length - 1] = { ...last, outcome: 'renewed', outcome_on: term.effective_date }
      terms.push({ ...fields, number: (last?.number ?? 0) + 1, effective_date: term.effective_date, outcome: 'open', outcome_on: null })
    } else continue
    changed = true
  }
  return changed ? terms : null
}

/** The terms of a policy that a file brings in: numbered from 1, each but the last renewed when the next began. */
export const newTerms = (told: readonly ToldTerm[]): KeptTerm[] => mergeTerms([], told) ?? []
