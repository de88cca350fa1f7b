/** How far something was at a moment: milliseconds, and the part done from 0 to 1. */
export interface Sample {
  readonly at: number
  readonly done: number
}

const kept = 12
const leastMs = 3000

/** The samples with a new one; a step back (another phase) begins anew. */
export const withSample = (samples: readonly Sample[], next: Sample): readonly Sample[] => {
  const last = samples.at(-1)
  if (last && next.done < last.done) return [next]
  if (last && next.done === last.done) return samples
  return [...samples.slice(1 - kept), next]
}

/** The part done per second at the pace seen, null until three seconds tell it. */
export const paceOf = (samples: readonly Sample[]): number | null => {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.done <= first.done || last.at - first.at < leastMs) return null
  return ((last.done - first.done) / (last.at - first.at)) * 1000
}

/** Seconds left at the pace seen, null until three seconds tell it. */
export const secondsLeft = (samples: readonly Sample[], now: number): number | null => {
  const [pace, last] = [paceOf(samples), samples.at(-1)]
  if (pace === null || !last) return null
  return Math.max(0, Math.round((1 - last.done) / pace - (now - last.at) / 1000))
}
