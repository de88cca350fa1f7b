import { useState } from 'react'

const key = 'assura_nav'
const kept = (): boolean => {
  try {
    return localStorage.getItem(key) === 'folded'
  } catch {
    return false
  }
}

/** Whether the navigation shows icons only; remembered in this browser. */
export const useFolded = (): { folded: boolean; turn: () => void } => {
  const [folded, setFolded] = useState(kept)
  return {
    folded,
    turn: () => {
      setFolded(!folded)
      try {
        localStorage.setItem(key, folded ? 'open' : 'folded')
      } catch {
        // Storage refused: it holds for this page.
      }
    },
  }
}
