import { useLingui } from '@lingui/react/macro'
import { Check, LogOut, UserRound } from 'lucide-react'
import { languages } from '#kernel/shared/language.ts'
import { languageNames } from '#kernel/web/i18n.tsx'
import { useSession } from '#kernel/web/session.tsx'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { usePreferences } from '#capabilities/identity/web/index.ts'
import { useLeave } from './use-leave.ts'
import classes from './top-bar.module.css'

/** Who is signed in, their profile, their language, the way out. */
export const AccountMenu = () => {
  const { t } = useLingui()
  const { me } = useSession()
  const leave = useLeave()
  const { preferences, prefer } = usePreferences()
  return (
    <Menu
      label={t`Votre compte`}
      entries={[
        {
          key: 'profile',
          to: '/me',
          icon: <UserRound aria-hidden="true" />,
          label: (
            <span className={classes['who']}>
              <b>
                <bdi>{me.name}</bdi>
              </b>
              <small>{t`Mon profil`}</small>
            </span>
          ),
        },
        ...languages.map((language, at) => ({
          key: language,
          apart: at === 0,
          chosen: language === preferences.language,
          icon: <Check aria-hidden="true" visibility={language === preferences.language ? 'visible' : 'hidden'} />,
          label: <span lang={language}>{languageNames[language]}</span>,
          act: () => prefer({ language }),
        })),
        { key: 'leave', apart: true, icon: <LogOut aria-hidden="true" />, label: t`Se déconnecter`, act: leave },
      ]}
    >
      {(opener) => (
        <button {...opener} type="button" className={classes['account']} aria-label={t`Votre compte`} title={me.name}>
          <Avatar name={me.name} />
        </button>
      )}
    </Menu>
  )
}
