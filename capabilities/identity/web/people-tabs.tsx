import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { UserRoundPlus } from 'lucide-react'
import { useAddressParam } from '#kernel/web/address.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { identityOperations } from '../contract.ts'
import classes from './people.module.css'

/** The two lists about people: those who are here, those who are invited. */
export const PeopleTabs = () => {
  const { t } = useLingui()
  const { count } = useFormats()
  const { data } = useRead(identityOperations.countUsers, {})
  return (
    <nav className={classes['tabs']} aria-label={t`Utilisateurs`}>
      <Link
        to="/users"
        className={classes['tab'] ?? ''}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ 'data-here': '' }}
      >
        <Trans>Personnes</Trans>
        {data && <b>{count(data.active + data.suspended)}</b>}
      </Link>
      <Link to="/invitations" className={classes['tab'] ?? ''} activeOptions={{ includeSearch: false }} activeProps={{ 'data-here': '' }}>
        <Trans>Invitations en attente</Trans>
        {data && <b>{count(data.invited)}</b>}
      </Link>
      {data && (
        <p className={classes['seen']}>
          <Trans>
            <Plural value={data.active} one="# active" other="# actives" />, dont{' '}
            <Plural value={data.seen_last_7_days} one="# vue" other="# vues" /> ces 7 derniers jours
          </Trans>
        </p>
      )}
    </nav>
  )
}

/** The one primary action of both lists. */
export const InviteButton = () => {
  const { can } = useSession()
  const [, open] = useAddressParam('invite')
  if (!can('user.create')) return null
  return (
    <Button kind="primary" icon={<UserRoundPlus aria-hidden="true" />} onClick={() => open('1')}>
      <Trans>Inviter</Trans>
    </Button>
  )
}
