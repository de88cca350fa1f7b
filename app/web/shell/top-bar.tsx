import { lazy, Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Search } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { KindIcon } from '#kernel/web/ui/navigation-icon.tsx'
import { Shortcut } from '#kernel/web/ui/shortcut.tsx'
import { WorkInProgress } from '#kernel/web/ui/work-in-progress.tsx'
import { notificationBell } from '#capabilities/activities/web/index.ts'
import { capabilities } from '../capabilities.ts'
import { AccountMenu } from './account-menu.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import classes from './top-bar.module.css'

const workInProgress = capabilities.flatMap(({ name, workInProgress: load }) =>
  load ? [{ name, Work: lazy(async () => ({ default: await load() })) }] : [],
)

const NotificationBell = lazy(async () => ({ default: await notificationBell() }))

/** «+ Créer»: what this person may create. */
const CreateMenu = () => {
  const { t, i18n } = useLingui()
  const { can } = useSession()
  const navigate = useNavigate()
  const creations = capabilities
    .flatMap((capability) => capability.creations ?? [])
    .filter(({ needs }) => can(needs))
    .sort((a, b) => a.rank - b.rank)
  if (creations.length === 0) return null
  return (
    <Menu
      label={t`Créer`}
      entries={creations.map(({ to, label, icon }) => ({
        key: to,
        label: i18n._(label),
        icon: <KindIcon kind={icon} />,
        act: () => {
          const [path = '', query = ''] = to.split('?')
          void navigate({ to: path, search: () => Object.fromEntries(new URLSearchParams(query)) })
        },
      }))}
    >
      {(opener) => (
        <Button {...opener} icon={<Plus aria-hidden="true" />} className={classes['create']} aria-label={t`Créer`}>
          <Trans>Créer</Trans>
        </Button>
      )}
    </Menu>
  )
}

/** The line above the work: search, what runs in the background, create, notifications, theme, account. */
export const TopBar = ({ onSearch }: { onSearch: () => void }) => {
  const { t } = useLingui()
  return (
    <header className={classes['top']}>
      <button type="button" className={classes['search']} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Search aria-hidden="true" />
        <span>{t`Rechercher un client, un compte…`}</span>
        <Shortcut keys={['mod', 'K']} />
      </button>
      <div className={classes['end']}>
        <Suspense fallback={null}>
          {workInProgress.map(({ name, Work }) => (
            <Work key={name} />
          ))}
        </Suspense>
        <WorkInProgress />
        <CreateMenu />
        <Suspense fallback={<span className={classes['bell']} />}>
          <NotificationBell />
        </Suspense>
        <ThemeSwitch />
        <AccountMenu />
      </div>
    </header>
  )
}
