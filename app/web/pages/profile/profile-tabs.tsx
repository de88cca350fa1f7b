import { useMemo } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { AddressTabs, useTab, type TabItem } from '#kernel/web/ui/address-tabs.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { NotificationsTab, RemindersTab, Timeline } from '#capabilities/activities/web/index.ts'
import { ClaimsTab } from '#capabilities/claims/web/index.ts'
import { AccountsTab, HistoryTab, InsuredTab } from '#capabilities/customers/web/index.ts'
import { DocumentsTab } from '#capabilities/documents/web/index.ts'
import { ConsentMatrix } from '#capabilities/messaging/web/index.ts'
import { PoliciesTab } from '#capabilities/policies/web/index.ts'
import { ReceivablesTab } from '#capabilities/receivables/web/index.ts'
import type { Profile } from '../../../answers/profile-contract.ts'
import { useAboutChoices, useDaysToFollow } from './use-followed.ts'

const keys = [
  'insured',
  'policies',
  'claims',
  'receivables',
  'interactions',
  'documents',
  'reminders',
  'notifications',
  'accounts',
  'consents',
  'history',
] as const
export type ProfileTab = (typeof keys)[number]

/** The tab of the address. */
export const useProfileTab = (): ProfileTab => useTab(keys)

/** Everything about the customer, a tab each; counts say what is inside before one looks. */
export const ProfileTabs = ({ profile, tab }: { profile: Profile; tab: ProfileTab }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const { contact, policies, claims, receivables, documents, reminders, notifications } = profile
  const about = useAboutChoices(profile)
  const days = useDaysToFollow(profile)
  const mayWrite = contact.can.comment && contact.deleted_at === null
  const subject = useMemo(() => ({ id: contact.id, name: contact.name }), [contact.id, contact.name])
  const count = (value: number | undefined) => (value === undefined || value === 0 ? {} : { count: formats.count(value) })
  const owing = receivables?.bills.filter(({ balance_centimes }) => balance_centimes !== 0).length
  const tabs: TabItem<ProfileTab>[] = [
    { key: 'insured', label: <Trans>Assuré</Trans> },
    ...(policies ? [{ key: 'policies' as const, label: <Trans>Polices</Trans>, ...count(policies.data.length) }] : []),
    ...(claims ? [{ key: 'claims' as const, label: <Trans>Sinistres</Trans>, ...count(claims.data.length) }] : []),
    ...(receivables ? [{ key: 'receivables' as const, label: <Trans>Créances</Trans>, ...count(owing) }] : []),
    { key: 'interactions', label: <Trans>Échanges</Trans> },
    ...(documents ? [{ key: 'documents' as const, label: <Trans>Documents</Trans>, ...count(documents.total) }] : []),
    ...(reminders ? [{ key: 'reminders' as const, label: <Trans>Rappels</Trans>, ...count(reminders.open) }] : []),
    ...(notifications ? [{ key: 'notifications' as const, label: <Trans>Notifications</Trans>, ...count(notifications.open) }] : []),
    { key: 'accounts', label: <Trans>Comptes</Trans>, ...count(profile.accounts.length) },
    { key: 'consents', label: <Trans>Consentements</Trans> },
    { key: 'history', label: <Trans>Historique</Trans> },
  ]
  return (
    <Card flush>
      <AddressTabs inCard label={t`Parties de la fiche`} current={tab} tabs={tabs} />
      {tab === 'insured' && <InsuredTab contact={contact} />}
      {tab === 'policies' && policies && <PoliciesTab contact={contact} policies={policies} />}
      {tab === 'claims' && claims && <ClaimsTab contact={contact} claims={claims} />}
      {tab === 'receivables' && receivables && <ReceivablesTab contact={contact} receivables={receivables} />}
      {tab === 'interactions' && <Timeline subjectId={contact.id} mayWrite={mayWrite} about={about} />}
      {tab === 'documents' && <DocumentsTab subjectId={contact.id} mayAttach={mayWrite} />}
      {tab === 'reminders' && reminders && <RemindersTab subject={subject} reminders={reminders} days={days} mayWrite={mayWrite} />}
      {tab === 'notifications' && notifications && <NotificationsTab subject={subject} notifications={notifications} />}
      {tab === 'accounts' && <AccountsTab contact={contact} />}
      {tab === 'consents' && <ConsentMatrix subjectId={contact.id} mayEdit={contact.can.edit && contact.deleted_at === null} />}
      {tab === 'history' && <HistoryTab contactId={contact.id} />}
    </Card>
  )
}
