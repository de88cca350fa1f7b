import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileX } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { forgetRecord, rememberRecord } from '#kernel/web/recent.ts'
import { useMe } from '#kernel/web/session.tsx'
import { AddressTabs, useTab, type TabItem } from '#kernel/web/ui/address-tabs.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { FlagList } from '../flag-list.tsx'
import { BinNotice } from './bin-notice.tsx'
import { ClaimHeader } from './claim-header.tsx'
import { ClockList } from './clock-list.tsx'
import { DeclarationTab } from './declaration-tab.tsx'
import { declarationDueOn } from './declaration-due.ts'
import { HistoryTab } from './history-tab.tsx'
import { IndemnityTab } from './indemnity-tab.tsx'
import { MoneyStrip } from './money-strip.tsx'
import { MoneyTab } from './money-tab.tsx'
import { PapersTab } from './papers-tab.tsx'
import { PartiesTab } from './parties-tab.tsx'
import classes from './claim.module.css'

const keys = ['declaration', 'parties', 'indemnity', 'money', 'papers', 'history'] as const
type ClaimTab = (typeof keys)[number]

const Sheet = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const { count } = useFormats()
  const tab = useTab(keys)
  const missing = claim.papers.filter((paper) => paper.missing).length
  const counted = (value: number) => (value === 0 ? {} : { count: count(value) })
  const tabs: TabItem<ClaimTab>[] = [
    { key: 'declaration', label: <Trans>Déclaration</Trans> },
    { key: 'parties', label: <Trans>Tiers</Trans>, ...counted(claim.parties.length) },
    { key: 'indemnity', label: <Trans>Expertise et indemnité</Trans> },
    { key: 'money', label: <Trans>Provisions et règlements</Trans>, ...counted(claim.movements.length) },
    { key: 'papers', label: <Trans>Pièces</Trans>, ...counted(missing) },
    { key: 'history', label: <Trans>Historique</Trans> },
  ]
  return (
    <div className={classes['page']}>
      <ClaimHeader claim={claim} />
      {claim.deleted_at !== null && <BinNotice claim={claim} at={claim.deleted_at} />}
      <FlagList flags={claim.flags} duplicates={claim.duplicates} dueOn={declarationDueOn(claim)} declaredOn={claim.declared_on} framed />
      <ClockList clocks={claim.clocks} />
      <MoneyStrip claim={claim} />
      <Card flush>
        <AddressTabs inCard label={t`Parties du dossier`} current={tab} tabs={tabs} />
        {tab === 'declaration' && <DeclarationTab claim={claim} />}
        {tab === 'parties' && <PartiesTab claim={claim} />}
        {tab === 'indemnity' && <IndemnityTab claim={claim} />}
        {tab === 'money' && <MoneyTab claim={claim} />}
        {tab === 'papers' && <PapersTab claim={claim} />}
        {tab === 'history' && <HistoryTab claim={claim} />}
      </Card>
    </div>
  )
}

/** A claim: where it stands and what comes next, what is pointed out, its clocks and money, then the file. */
export const ClaimPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const { data: claim, error, refetch } = useRead(claimOperations.getClaim, { id })
  usePageTitle(claim?.number ?? t`Sinistre`)
  const [number, holder] = [claim?.number, claim?.contact.name]
  const gone = error instanceof ApiProblem && error.status === 404
  useEffect(() => {
    if (number !== undefined && holder !== undefined)
      rememberRecord(me.id, { id, kind: 'claim', title: number, detail: holder, to: `/claims/${id}` })
    else if (gone) forgetRecord(me.id, id)
  }, [me.id, id, number, holder, gone])
  if (gone)
    return (
      <Blank
        icon={<FileX aria-hidden="true" />}
        title={<Trans>Ce sinistre est introuvable</Trans>}
        acts={
          <LinkButton to="/claims">
            <Trans>Voir les sinistres</Trans>
          </LinkButton>
        }
      >
        <Trans>Il n’existe pas, ou il n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !claim) return <Failure error={error} again={() => refetch()} />
  if (!claim)
    return (
      <div className={classes['page']}>
        <SkeletonRows rows={10} />
      </div>
    )
  return <Sheet key={id} claim={claim} />
}
