import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call, listenToCalls } from '#kernel/web/api.ts'
import { readMe } from '#capabilities/identity/web/index.ts'

/**
 * A session that ended under an open page: refused calls wait until the person has signed in again, then go on by themselves. Who
 * signed in again in another tab is let on as soon as this one is looked at.
 */
export const useReentry = (): { ended: boolean; end: () => void; back: () => void } => {
  const client = useQueryClient()
  const [ended, setEnded] = useState(false)
  const waiting = useRef<Array<(again: boolean) => void>>([])
  const end = useCallback(() => setEnded(true), [])
  const back = useCallback(() => {
    setEnded(false)
    for (const goOn of waiting.current.splice(0)) goOn(true)
    void client.invalidateQueries()
  }, [client])

  useEffect(() => {
    listenToCalls({
      unauthorized: () =>
        new Promise((resolve) => {
          waiting.current.push(resolve)
          setEnded(true)
        }),
    })
    return () => listenToCalls({ unauthorized: null })
  }, [])

  useEffect(() => {
    if (!ended) return undefined
    const look = () => {
      if (document.visibilityState === 'visible') call(readMe, {}, { quiet: true }).then(back, () => undefined)
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [ended, back])

  return { ended, end, back }
}
