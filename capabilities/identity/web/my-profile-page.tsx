import { Trans, useLingui } from '@lingui/react/macro'
import { useMe } from '#kernel/web/session.tsx'
import { AddressTabs, useTab } from '#kernel/web/ui/address-tabs.tsx'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'
import { MyDetails } from './my-details.tsx'
import { MyPassword } from './my-password.tsx'
import { MyPreferences } from './my-preferences.tsx'
import { MySessions } from './my-sessions.tsx'
import classes from './user.module.css'

/** «Mon profil»: one's details, security, and how the application looks. */
export const MyProfilePage = () => {
  const { t } = useLingui()
  const me = useMe()
  const roles = useRoleNames()
  const reaches = useReachNames()
  const tab = useTab(['details', 'security', 'look'])
  return (
    <Page
      title={t`Mon profil`}
      width="narrow"
      heading={
        <span className={classes['name']}>
          <Avatar name={me.name} size="large" />
          <bdi>{me.name}</bdi>
        </span>
      }
      intro={
        <>
          {roles[me.role]} · {reaches[me.scope]} · <bdi dir="ltr">{me.agency.number}</bdi> <bdi>{me.agency.name}</bdi>
        </>
      }
    >
      <AddressTabs
        label={t`Mon profil`}
        current={tab}
        tabs={[
          { key: 'details', label: <Trans>Coordonnées</Trans> },
          { key: 'security', label: <Trans>Sécurité</Trans> },
          { key: 'look', label: <Trans>Affichage</Trans> },
        ]}
      />
      {tab === 'details' && <MyDetails key={me.version} />}
      {tab === 'security' && (
        <>
          <MyPassword />
          <MySessions />
        </>
      )}
      {tab === 'look' && <MyPreferences />}
    </Page>
  )
}
