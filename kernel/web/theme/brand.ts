import type { CSSProperties } from 'react'
import { useSyncExternalStore } from 'react'

/** One accent with what is written on it and its pale background, `#rrggbb`; contrast is the server's care. */
export interface Accent {
  readonly accent: string
  readonly on_accent: string
  readonly soft: string
}
export interface BrandColors {
  readonly light: Accent
  readonly dark: Accent
}
/** The company as every page shows it. */
export interface Company {
  readonly name: string
  readonly logoUrl: string | null
}

type Variables = Readonly<Record<string, string>>
const storageKey = 'assura_brand'

const variablesOf = (colors: BrandColors): Variables =>
  Object.fromEntries(
    (['light', 'dark'] as const).flatMap((theme) => [
      [`${theme}-accent`, colors[theme].accent],
      [`${theme}-on-accent`, colors[theme].on_accent],
      [`${theme}-soft`, colors[theme].soft],
    ]),
  )

/** The colours as a style, to show them on a part of the page only (it must also carry `data-theme`). */
export const brandStyle = (colors: BrandColors): CSSProperties =>
  Object.fromEntries(Object.entries(variablesOf(colors)).map(([name, value]) => [`--brand-${name}`, value]))

let company: Company | null | undefined
const watchers = new Set<() => void>()

const stored = (): Company | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as { name?: string; logo?: string | null } | null
    return kept?.name ? { name: kept.name, logoUrl: kept.logo ?? null } : null
  } catch {
    return null
  }
}
const known = (): Company | null => {
  if (company === undefined) company = stored()
  return company
}

/** Puts the company's colours and name on the whole page, and keeps them for the first paint of the next visit. */
export const applyBrand = (colors: BrandColors, of: Company): void => {
  const variables = variablesOf(colors)
  for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--brand-${name}`, value)
  company = of
  try {
    localStorage.setItem(storageKey, JSON.stringify({ name: of.name, logo: of.logoUrl, colors: variables }))
  } catch {
    // Storage refused (private window): the colours hold for this page.
  }
  for (const watcher of watchers) watcher()
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The company last seen in this browser, or null: its name and logo greet the person before sign-in too. */
export const useCompany = (): Company | null => useSyncExternalStore(subscribe, known)
