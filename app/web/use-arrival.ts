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
    if (path === undefined || before.current === path) return
    const first = before.current === undefined
    before.current = path
    if (first) return
    const page = document.querySelector('#main')
    if (page?.contains(document.activeElement)) return
    const title = page?.querySelector<HTMLElement>('[data-page-title], h1') ?? null
    if (title && !title.hasAttribute('tabindex')) title.tabIndex = -1
    title?.focus({ preventScroll: true })
  }, [path])
}
