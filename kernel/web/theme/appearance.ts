import { useSyncExternalStore } from 'react'
import { rememberChoice } from '#kernel/web/i18n.tsx'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type Density = 'compact' | 'standard' | 'comfortable'

const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')
const cookieTheme = (): ThemeChoice => {
  const found = /(?:^|; )assura_theme=(light|dark)/.exec(document.cookie)?.[1]
  return found === 'light' || found === 'dark' ? found : 'system'
}

let choice: ThemeChoice | null = null
const watchers = new Set<() => void>()
const chosen = (): ThemeChoice => (choice ??= cookieTheme())

/** The theme on screen: the choice, or what the system asks for. */
export const shownTheme = (): 'light' | 'dark' => {
  const now = chosen()
  return now === 'system' ? (prefersDark().matches ? 'dark' : 'light') : now
}

const show = () => {
  document.documentElement.dataset['theme'] = shownTheme()
  for (const watcher of watchers) watcher()
}

/** Chooses light, dark or the system's theme, at once and for the next visits of this browser. */
export const chooseTheme = (next: ThemeChoice): void => {
  choice = next
  rememberChoice('assura_theme', next)
  show()
}

/** How dense tables and controls are. */
export const chooseDensity = (density: Density): void => {
  document.documentElement.dataset['density'] = density
}

/** Follows the system from now on, as when it turns dark in the evening; nothing changes for who chose light or dark. */
export const followSystemTheme = (): void => prefersDark().addEventListener('change', show)

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The theme chosen and the one on screen. */
export const useTheme = (): { choice: ThemeChoice; shown: 'light' | 'dark'; choose: (next: ThemeChoice) => void } => {
  const now = useSyncExternalStore(subscribe, chosen)
  const shown = useSyncExternalStore(subscribe, shownTheme)
  return { choice: now, shown, choose: chooseTheme }
}
