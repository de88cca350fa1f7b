import { useEffect, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { paceOf, secondsLeft, withSample, type Sample } from './remaining.ts'

const everyMs = 500

/** How quickly something goes on, from what was seen of it; null until it can be told. */
export interface Pace {
  /** The part of the whole done in a second. */
  readonly perSecond: number | null
  /** «encore 2 min environ» */
  readonly left: string | null
}

/** Follows a progress from 0 to 1 and tells its pace and the time left. */
export const usePace = (progress: number | null): Pace => {
  const { t } = useLingui()
  const [seen, setSeen] = useState<{ readonly samples: readonly Sample[]; readonly now: number }>({ samples: [], now: 0 })
  const latest = useRef(progress)
  useEffect(() => {
    latest.current = progress
  })
  useEffect(() => {
    const look = () => {
      const { current: done } = latest
      const now = Date.now()
      setSeen(({ samples }) => ({ samples: done === null ? [] : withSample(samples, { at: now, done }), now }))
    }
    const timer = setInterval(look, everyMs)
    return () => clearInterval(timer)
  }, [])
  const seconds = progress === null ? null : secondsLeft(seen.samples, seen.now)
  const words = (): string | null => {
    if (seconds === null) return null
    if (seconds < 5) return t`bientôt fini`
    if (seconds < 60) return plural(Math.ceil(seconds / 5) * 5, { one: 'encore # s environ', other: 'encore # s environ' })
    return plural(Math.round(seconds / 60), { one: 'encore # min environ', other: 'encore # min environ' })
  }
  return { perSecond: progress === null ? null : paceOf(seen.samples), left: words() }
}
