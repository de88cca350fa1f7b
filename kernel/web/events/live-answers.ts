import { useEffect, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { objectsTouchedBy, refreshObjects } from '#kernel/web/query.ts'
import { hearEvents } from './listen.ts'
import type { ServerEvent } from './stream.ts'

/** Events of one act arrive together; one refresh serves them all. */
const gatherMs = 250

const hearers = new Set<(event: ServerEvent) => void>()
const lineWatchers = new Set<() => void>()
let lineUp = true

/** True while the server's events arrive; false shows that figures may be late. */
export const useLiveLine = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      lineWatchers.add(watcher)
      return () => lineWatchers.delete(watcher)
    },
    () => lineUp,
  )

/** Tells `hear` every event of the server while the component is shown; `hear` must be stable. */
export const useServerEvents = (hear: (event: ServerEvent) => void): void => {
  useEffect(() => {
    hearers.add(hear)
    return () => void hearers.delete(hear)
  }, [hear])
}

/**
 * Keeps every answer on screen true: refreshes what an event touches (and `alsoRefresh`: object → objects that show it), and all
 * of it after a lost line. `ended` is told when the session has; listens only while `active`.
 */
export const useLiveAnswers = (alsoRefresh: Readonly<Record<string, readonly string[]>>, active: boolean, ended: () => void): void => {
  const client = useQueryClient()
  useEffect(() => {
    if (!active) return undefined
    const touched = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      const objects = [...touched]
      touched.clear()
      void refreshObjects(client, objects)
    }
    const stop = hearEvents((message) => {
      if (message.kind === 'ended') ended()
      else if (message.kind === 'line') {
        if (message.up && message.missed) void client.invalidateQueries()
        if (lineUp !== message.up) {
          lineUp = message.up
          for (const watcher of lineWatchers) watcher()
        }
      } else {
        for (const object of objectsTouchedBy(message.event.name, alsoRefresh)) touched.add(object)
        timer ??= setTimeout(refresh, gatherMs)
        for (const hear of hearers) hear(message.event)
      }
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, alsoRefresh, active, ended])
}
