import { useEffect, useRef, type RefObject } from 'react'

/** Puts the focus where a box that has just got its content begins; the box itself was opened before. */
export const useFirst = <T extends HTMLElement = HTMLInputElement>(): RefObject<T | null> => {
  const first = useRef<T>(null)
  useEffect(() => first.current?.focus(), [])
  return first
}
