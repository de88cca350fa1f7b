import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { ShieldX } from 'lucide-react'
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
import { Timeline } from '#capabilities/activities/web/index.ts'
import { DocumentsTab } from '#capabilities/documents/web/index.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { AmendmentsTab } from './amendments-tab.tsx'
import { ContractTab } from './contract-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { ObjectsTab } from './objects-tab.tsx'
import { PartiesTab } from './parties-tab.tsx'
import { PolicyHeader } from './policy-header.tsx'
import { PolicyWarnings } from './policy-warnings.tsx'
import { PremiumTab } from './premium-tab.tsx'
import { GuaranteesTab } from './guarantees-tab.tsx'
import classes from './policy.module.css'

const tabs = ['guarantees', 'objects', 'parties', 'amendments', 'premium', 'contract', 'documents', 'exchanges', 'history'] as const

const Tabs = ({ policy, tab }: { policy: Policy; tab: (typeof tabs)[number] }) => {
  const { t } = useLingui()
  const live = policy.objects.filter(({ until_date }) => until_date === null).length
  return (
    <Card flush>
      <AddressTabs
        inCard
        label={t`Parties de la police`}
        current={tab}
        tabs={[
          { key: 'guarantees', label: <Trans>Garanties</Trans>, count: policy.guarantees.length || undefined },
          { key: 'objects', label: <Trans>Objets assurés</Trans>, count: live || undefined },
          { key: 'parties', label: <Trans>Intervenants</Trans>, count: policy.parties.length + 1 },
          { key: 'amendments', label: <Trans>Avenants</Trans>, count: policy.amendments.length || undefined },
          { key: 'premium', label: <Trans>Décompte de prime</Trans> },
          { key: 'contract', label: <Trans>Conditions</Trans> },
          { key: 'documents', label: <Trans>Documents</Trans> },
          { key: 'exchanges', label: <Trans>Échanges</Trans> },
          { key: 'history', label: <Trans>Historique</Trans> },
        ]}
      />
      {tab === 'guarantees' && <GuaranteesTab policy={policy} />}
      {tab === 'objects' && <ObjectsTab policy={policy} />}
      {tab === 'parties' && <PartiesTab policy={policy} />}
      {tab === 'amendments' && <AmendmentsTab policy={policy} />}
      {tab === 'premium' && <PremiumTab policy={policy} />}
      {tab === 'contract' && <ContractTab policy={policy} />}
      {tab === 'documents' && <DocumentsTab subjectId={policy.contact_id} aboutId={policy.id} mayAttach={policy.can.attach} />}
      {tab === 'exchanges' && <Timeline subjectId={policy.id} mayWrite={policy.can.comment} />}
      {tab === 'history' && <HistoryTab policyId={policy.id} />}
    </Card>
  )
}

/** A policy: its state, whose it is, what it insures and for how much; what may be done with it today. */
export const PolicyPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const tab = useTab(tabs)
  const { data: policy, error, refetch } = useRead(policyOperations.getPolicy, { id })
  usePageTitle(policy ? t`Police ${policy.number}` : t`Police`)
  const [number, holder] = [policy?.number, policy?.contact_name]
  const gone = error instanceof ApiProblem && error.status === 404
  useEffect(() => {
    if (number !== undefined && holder !== undefined)
      rememberRecord(me.id, { id, kind: 'policy', title: number, detail: holder, to: `/policies/${id}` })
    else if (gone) forgetRecord(me.id, id)
  }, [me.id, id, number, holder, gone])
  if (gone)
    return (
      <Blank
        icon={<ShieldX aria-hidden="true" />}
        title={<Trans>Cette police est introuvable</Trans>}
        acts={
          <LinkButton to="/policies">
            <Trans>Voir les polices</Trans>
          </LinkButton>
        }
      >
        <Trans>Elle n’existe pas, ou elle n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !policy) return <Failure error={error} again={() => refetch()} />
  if (!policy)
    return (
      <div className={classes['page']}>
        <SkeletonRows rows={10} />
      </div>
    )
  return (
    <div className={classes['page']}>
      <PolicyHeader policy={policy} />
      <PolicyWarnings policy={policy} />
      <Tabs policy={policy} tab={tab} />
    </div>
  )
}
