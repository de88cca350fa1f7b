import { Trans, useLingui } from '@lingui/react/macro'
import { Monitor, Moon, Sun } from 'lucide-react'
import { languages } from '#kernel/shared/language.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { languageNames } from '#kernel/web/i18n.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { usePreferences } from './use-preferences.ts'
import classes from './preferences.module.css'

/** Language, theme and density, each shown at once and kept for the next visits. */
export const MyPreferences = () => {
  const { t } = useLingui()
  const { preferences, prefer } = usePreferences()
  return (
    <Card>
      <div className={classes['preferences']}>
        <Segments
          label={t`Langue`}
          value={preferences.language}
          onChange={(language) => prefer({ language })}
          options={languages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
        />
        <Segments
          label={t`Thème`}
          value={preferences.theme}
          onChange={(theme) => prefer({ theme })}
          options={[
            { value: 'light', label: t`Clair`, icon: <Sun aria-hidden="true" /> },
            { value: 'dark', label: t`Sombre`, icon: <Moon aria-hidden="true" /> },
            { value: 'system', label: t`Du système`, icon: <Monitor aria-hidden="true" /> },
          ]}
        />
        <Segments
          label={t`Densité`}
          value={preferences.density}
          onChange={(density) => prefer({ density })}
          options={[
            { value: 'compact', label: t`Compacte` },
            { value: 'standard', label: t`Normale` },
            { value: 'comfortable', label: t`Aérée` },
          ]}
        />
        <div className={classes['sample']} aria-hidden="true">
          {[
            ['16083-004512', t`Amina Benali`, 'Alger'],
            ['31012-000731', t`Mohamed Amine Benali`, 'Oran'],
            ['19004-001208', t`Yacine Haddad`, 'Sétif'],
          ].map(([code, name, place]) => (
            <p key={code}>
              <bdi dir="ltr">{code}</bdi>
              <b>{name}</b>
              <span>{place}</span>
            </p>
          ))}
        </div>
        <p className={classes['note']}>
          <Trans>La densité règle la hauteur des lignes et des champs. Ces choix vous suivent sur tous vos appareils.</Trans>
        </p>
      </div>
    </Card>
  )
}
