import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { UserX } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { useRead } from '#kernel/web/query.ts'
import { forgetRecord, rememberRecord } from '#kernel/web/recent.ts'
import { useMe } from '#kernel/web/session.tsx'
import { AddressTabs, useTab } from '#kernel/web/ui/address-tabs.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { LatestActivities, Timeline } from '#capabilities/activities/web/index.ts'
import { ConsentMatrix } from '#capabilities/messaging/web/index.ts'
import { customerOperations, type Contact } from '#capabilities/customers/contract.ts'
import { AccountsTab, ContactHeader, HistoryTab, InBin, InsuredTab } from '#capabilities/customers/web/index.ts'
import { TodoCard } from './todo-card.tsx'
import classes from './profile.module.css'

const tabs = ['insured', 'interactions', 'accounts', 'consents', 'history'] as const

const Tabs = ({ contact, tab }: { contact: Contact; tab: (typeof tabs)[number] }) => {
  const { t } = useLingui()
  return (
    <Card flush>
      <AddressTabs
        inCard
        label={t`Parties de la fiche`}
        current={tab}
        tabs={[
          { key: 'insured', label: <Trans>Assuré</Trans> },
          { key: 'interactions', label: <Trans>Échanges</Trans> },
          { key: 'accounts', label: <Trans>Comptes</Trans> },
          { key: 'consents', label: <Trans>Consentements</Trans> },
          { key: 'history', label: <Trans>Historique</Trans> },
        ]}
      />
      {tab === 'insured' && <InsuredTab contact={contact} />}
      {tab === 'interactions' && <Timeline subjectId={contact.id} mayWrite={contact.can.comment && contact.deleted_at === null} />}
      {tab === 'accounts' && <AccountsTab contact={contact} />}
      {tab === 'consents' && <ConsentMatrix subjectId={contact.id} mayEdit={contact.can.edit && contact.deleted_at === null} />}
      {tab === 'history' && <HistoryTab contactId={contact.id} />}
    </Card>
  )
}

/** «Profil client»: who the contact is, what is to be done, what was said, all in one place. */
export const ProfilePage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const tab = useTab(tabs)
  const { data: contact, error, refetch } = useRead(customerOperations.getContact, { id })
  usePageTitle(contact?.name ?? t`Client`)
  const [name, code, path] = [contact?.name, contact?.code, `/contacts/${id}`]
  const gone = error instanceof ApiProblem && error.status === 404
  useEffect(() => {
    if (name !== undefined && code !== undefined)
      rememberRecord(me.id, { id, kind: 'contact', title: name || code, detail: code, to: path })
    else if (gone) forgetRecord(me.id, id)
  }, [me.id, id, name, code, path, gone])
  if (gone)
    return (
      <Blank
        icon={<UserX aria-hidden="true" />}
        title={<Trans>Ce client est introuvable</Trans>}
        acts={
          <LinkButton to="/contacts">
            <Trans>Voir les clients</Trans>
          </LinkButton>
        }
      >
        <Trans>Il n’existe pas, ou il n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !contact) return <Failure error={error} again={() => refetch()} />
  if (!contact)
    return (
      <div className={classes['page']}>
        <SkeletonRows rows={10} />
      </div>
    )
  return (
    <div className={classes['page']}>
      <ContactHeader contact={contact} />
      {contact.deleted_at !== null && <InBin contact={contact} at={contact.deleted_at} />}
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Tabs contact={contact} tab={tab} />
        </div>
        <aside className={classes['side']}>
          {contact.deleted_at === null && <TodoCard contact={contact} acts={[]} />}
          {tab !== 'interactions' && (
            <Card flush title={<Trans>Derniers échanges</Trans>}>
              <LatestActivities subjectId={contact.id} />
            </Card>
          )}
        </aside>
      </div>
    </div>
  )
}
