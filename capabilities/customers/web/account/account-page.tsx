import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Building2 } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useRead } from '#kernel/web/query.ts'
import { forgetRecord, rememberRecord } from '#kernel/web/recent.ts'
import { useSession } from '#kernel/web/session.tsx'
import { AddressTabs, useTab } from '#kernel/web/ui/address-tabs.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { LatestActivities, Timeline } from '#capabilities/activities/web/index.ts'
import { customerOperations, type Account } from '../../contract.ts'
import classes from '../contact/contact.module.css'
import { AccountHeader } from './account-header.tsx'
import { GroupTab } from './group-tab.tsx'
import { MembersTab } from './members-tab.tsx'
import { SheetTab } from './sheet-tab.tsx'
import { useAccountActs } from './use-account-acts.tsx'

const ofCompanies = ['members', 'sheet', 'group', 'interactions'] as const
const ofHouseholds = ['members', 'sheet', 'interactions'] as const

const Restore = ({ account }: { account: Account }) => {
  const { restore } = useAccountActs(account)
  return (
    <Notice tone="warn">
      <Trans>Ce compte est dans la corbeille; ses membres sont restés parmi les clients.</Trans>{' '}
      {account.can.restore && (
        <Button kind="link" onClick={restore}>
          <Trans>Restaurer</Trans>
        </Button>
      )}
    </Notice>
  )
}

const Opened = ({ account }: { account: Account }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const keys = account.kind === 'company' ? ofCompanies : ofHouseholds
  const tab = useTab<(typeof ofCompanies)[number]>(keys)
  const mayWrite = can('account.comment') && account.deleted_at === null
  const labels = {
    members: <Trans>Membres</Trans>,
    sheet: <Trans>Fiche</Trans>,
    group: <Trans>Groupe</Trans>,
    interactions: <Trans>Échanges</Trans>,
  }
  return (
    <div className={classes['page']}>
      <AccountHeader account={account} mayWrite={mayWrite} />
      {account.deleted_at !== null && <Restore account={account} />}
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Card flush>
            <AddressTabs
              inCard
              label={t`Parties du compte`}
              current={tab}
              tabs={keys.map((key) => ({ key, label: labels[key], ...(key === 'members' && { count: account.contacts }) }))}
            />
            {tab === 'members' && <MembersTab account={account} />}
            {tab === 'sheet' && <SheetTab account={account} />}
            {tab === 'group' && <GroupTab account={account} />}
            {tab === 'interactions' && <Timeline subjectId={account.id} mayWrite={mayWrite} />}
          </Card>
        </div>
        <aside className={classes['side']}>
          {tab !== 'interactions' && (
            <Card flush title={<Trans>Derniers échanges</Trans>}>
              <LatestActivities subjectId={account.id} />
            </Card>
          )}
        </aside>
      </div>
    </div>
  )
}

/** The page of an account: its members, its own sheet, its group, what was said. */
export const AccountPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { me } = useSession()
  const { data: account, error, refetch } = useRead(customerOperations.getAccount, { id })
  usePageTitle(account?.name ?? t`Compte`)
  const [name, code] = [account?.name, account?.code]
  const gone = error instanceof ApiProblem && error.status === 404
  useEffect(() => {
    if (name !== undefined && code !== undefined)
      rememberRecord(me.id, { id, kind: 'account', title: name, detail: code, to: `/accounts/${id}` })
    else if (gone) forgetRecord(me.id, id)
  }, [me.id, id, name, code, gone])
  if (gone)
    return (
      <Blank
        icon={<Building2 aria-hidden="true" />}
        title={<Trans>Ce compte est introuvable</Trans>}
        acts={
          <LinkButton to="/accounts">
            <Trans>Voir les comptes</Trans>
          </LinkButton>
        }
      >
        <Trans>Il n’existe pas, ou il n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !account) return <Failure error={error} again={() => refetch()} />
  if (!account)
    return (
      <div className={classes['page']}>
        <SkeletonRows rows={8} />
      </div>
    )
  return <Opened account={account} />
}
