import { useSyncExternalStore } from 'react'

/** True where the window is narrower than `pixels`. */
export const useNarrow = (pixels: number): boolean => {
  const query = `(max-width: ${pixels}px)`
  return useSyncExternalStore(
    (watcher) => {
      const media = matchMedia(query)
      media.addEventListener('change', watcher)
      return () => media.removeEventListener('change', watcher)
    },
    () => matchMedia(query).matches,
  )
}
