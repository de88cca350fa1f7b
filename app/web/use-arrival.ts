import { useEffect, useRef } from 'react'
import { useRouterState } from '@tanstack/react-router'

/**
 * Puts the focus on the title of the page just opened, so that the next Tab and the screen reader start there. Not on the first
 * page, nor when only filters or tabs of the address change, nor when the page has put it somewhere itself (a form's first field).
 */
export const useArrival = (): void => {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (path === undefined || before.current === path) return undefined
    const first = before.current === undefined
    before.current = path
    if (first) return undefined
    const from = document.activeElement
    const arrive = (): boolean => {
      const page = document.querySelector('#main')
      const at = document.activeElement
      // The page has put the focus somewhere, or the person has.
      if (page?.contains(at) || (at !== from && at !== document.body)) return true
      const title = page?.querySelector<HTMLElement>('[data-page-title], h1') ?? null
      if (title && !title.hasAttribute('tabindex')) title.tabIndex = -1
      title?.focus({ preventScroll: true })
      return title !== null
    }
    if (arrive()) return undefined
    // The title of a record comes with its answer.
    const coming = new MutationObserver(() => {
      if (arrive()) coming.disconnect()
    })
    coming.observe(document.body, { childList: true, subtree: true })
    return () => coming.disconnect()
  }, [path])
}
