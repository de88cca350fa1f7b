import { useLingui } from '@lingui/react/macro'
import { Monitor, Moon, Sun } from 'lucide-react'
import { themeChoices } from '#kernel/web/theme/appearance.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { usePreferences } from '#capabilities/identity/web/index.ts'
import classes from './top-bar.module.css'

const pictures = { light: Sun, dark: Moon, system: Monitor } as const

/** Turns the person's theme: light, dark, the system's. */
export const ThemeSwitch = () => {
  const { t } = useLingui()
  const { preferences, prefer } = usePreferences()
  const names = { light: t`Thème clair`, dark: t`Thème sombre`, system: t`Thème du système` }
  const now = names[preferences.theme]
  const next = themeChoices[(themeChoices.indexOf(preferences.theme) + 1) % themeChoices.length] ?? 'system'
  const then = names[next]
  const Picture = pictures[preferences.theme]
  return (
    <IconButton label={t`${now}. Passer à: ${then}`} onClick={() => prefer({ theme: next })} className={classes['theme']}>
      <Picture aria-hidden="true" />
    </IconButton>
  )
}
