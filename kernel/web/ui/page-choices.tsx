import { useLingui } from '@lingui/react/macro'
import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { languages, type Language } from '#kernel/shared/language.ts'
import { languageNames, useLanguage } from '#kernel/web/i18n.tsx'
import { themeChoices, useTheme } from '#kernel/web/theme/appearance.ts'
import { IconButton } from './button.tsx'
import classes from './page-choices.module.css'

const pictures = { light: Sun, dark: Moon, system: Monitor } as const

/** Turns through light, dark and the system's theme. */
export const ThemeButton = () => {
  const { t } = useLingui()
  const { choice, choose } = useTheme()
  const names = { light: t`Thème clair`, dark: t`Thème sombre`, system: t`Thème du système` }
  const next = themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? 'system'
  const Picture = pictures[choice]
  const now = names[choice]
  const then = names[next]
  return (
    <IconButton label={t`${now}. Passer à: ${then}`} onClick={() => choose(next)}>
      <Picture aria-hidden="true" />
    </IconButton>
  )
}

/** The languages, each in its own words. */
export const LanguageList = () => {
  const { t } = useLingui()
  const { language, choose } = useLanguage()
  return (
    <label className={classes['language']}>
      <Languages aria-hidden="true" />
      <select aria-label={t`Langue`} value={language} onChange={(event) => void choose(event.target.value as Language)}>
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageNames[code]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Language and theme, for the pages before signing in. */
export const PageChoices = () => (
  <div className={classes['choices']}>
    <LanguageList />
    <ThemeButton />
  </div>
)
