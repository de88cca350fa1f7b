import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { Claim } from '../../contract.ts'
import { isOpen } from '../../rules.ts'
import { useCompanyName } from '../company-field.tsx'
import { useClaimWords } from '../use-claim-words.ts'
import { IndemnityLines } from './indemnity-lines.tsx'
import classes from './claim.module.css'

const ExpertDialog = lazy(() => import('./expert-dialog.tsx').then((module) => ({ default: module.ExpertDialog })))
const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })))
const GrantDialog = lazy(() => import('./grant-dialog.tsx').then((module) => ({ default: module.GrantDialog })))
const RecoveryDialog = lazy(() => import('./recovery-dialog.tsx').then((module) => ({ default: module.RecoveryDialog })))

const Part = ({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) => (
  <section>
    <header>
      <h2>{title}</h2>
      {act}
    </header>
    {children}
  </section>
)

/** «Expertise et indemnité»: the mission, the report, the computation line by line, what was granted, the recourse. */
export const IndemnityTab = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { day, amount } = useFormats()
  const companyName = useCompanyName()
  const [doing, setDoing] = useState<'expert' | 'report' | 'grant' | 'recovery' | null>(null)
  const close = () => setDoing(null)
  const works = claim.can.edit && isOpen(claim.status) && claim.status !== 'draft'
  const money = (centimes: number | null) => centimes !== null && <bdi dir="ltr">{amount(centimes)}</bdi>
  const button = (key: 'expert' | 'report' | 'grant', label: string) =>
    works && (
      <Button size="small" onClick={() => setDoing(key)}>
        {label}
      </Button>
    )
  return (
    <div className={classes['declaration']}>
      <Part title={t`Mission d’expert`} act={button('expert', claim.expert_name === null ? t`Désigner l’expert` : t`Changer d’expert`)}>
        <KeyValues
          facts={[
            { key: 'expert', name: t`Expert`, value: claim.expert_name && <bdi>{claim.expert_name}</bdi> },
            {
              key: 'phone',
              name: t`Téléphone`,
              value: claim.expert_phone && (
                <a href={`tel:${claim.expert_phone}`}>
                  <bdi dir="ltr">{claim.expert_phone}</bdi>
                </a>
              ),
            },
            { key: 'assigned', name: t`Mission du`, value: claim.expert_assigned_on && day(claim.expert_assigned_on) },
          ]}
        />
      </Part>
      <Part title={t`Procès-verbal d’expertise`} act={button('report', claim.expertise_centimes === null ? t`Saisir le PV` : t`Corriger`)}>
        <KeyValues
          facts={[
            { key: 'on', name: t`Expertise du`, value: claim.expertise_on && day(claim.expertise_on) },
            { key: 'amount', name: t`Évaluation`, value: money(claim.expertise_centimes) },
            { key: 'wear', name: t`Vétusté`, value: money(claim.wear_centimes) },
          ]}
        />
      </Part>
      <Part title={t`Calcul de l’indemnité`} act={button('grant', claim.granted_centimes === null ? t`Accorder` : t`Corriger`)}>
        {claim.indemnity === null ? (
          <p className={classes['quiet']}>
            <Trans>Le calcul apparaît dès que l’évaluation de l’expert est saisie.</Trans>
          </p>
        ) : (
          <>
            <IndemnityLines lines={claim.indemnity.lines} />
            <p className={classes['quiet']}>
              {words.part[claim.indemnity.part]}.{' '}
              {claim.indemnity.deductible_source === 'grid' ? (
                <Trans>Franchise de la grille du contrat, {claim.indemnity.rank}ᵉ sinistre de la période.</Trans>
              ) : claim.indemnity.deductible_source === 'guarantee' ? (
                <Trans>Franchise de la garantie.</Trans>
              ) : claim.indemnity.deductible_source === 'written' ? (
                <Trans>Franchise saisie.</Trans>
              ) : (
                <Trans>Sans franchise.</Trans>
              )}
            </p>
          </>
        )}
        {claim.granted_centimes !== null && (
          <KeyValues
            facts={[
              { key: 'granted', name: t`Indemnité accordée`, value: <b>{money(claim.granted_centimes)}</b> },
              { key: 'on', name: t`Accordée le`, value: claim.granted_on && day(claim.granted_on) },
              { key: 'settled', name: t`Réglée le`, value: claim.settled_on && day(claim.settled_on) },
            ]}
          />
        )}
        {claim.rejection_reason !== null && (
          <KeyValues facts={[{ key: 'rejection', name: t`Motif du rejet`, value: <bdi>{claim.rejection_reason}</bdi> }]} />
        )}
      </Part>
      <Part
        title={t`Recours`}
        act={
          claim.can.edit && (
            <Button size="small" onClick={() => setDoing('recovery')}>
              {claim.recovery_state === null ? t`Noter un recours` : t`Modifier`}
            </Button>
          )
        }
      >
        {claim.recovery_state === null ? (
          <p className={classes['quiet']}>
            <Trans>Aucun recours contre une partie adverse.</Trans>
          </p>
        ) : (
          <KeyValues
            facts={[
              { key: 'company', name: t`Contre`, value: claim.recovery_company && <bdi>{companyName(claim.recovery_company)}</bdi> },
              { key: 'state', name: t`État`, value: words.recovery[claim.recovery_state] },
              { key: 'expected', name: t`Attendu`, value: money(claim.recovery_expected_centimes) },
              { key: 'received', name: t`Encaissé`, value: money(claim.recovered_centimes) },
            ]}
          />
        )}
      </Part>
      <Suspense>
        {doing === 'expert' && <ExpertDialog claim={claim} onClose={close} />}
        {doing === 'report' && <ReportDialog claim={claim} onClose={close} />}
        {doing === 'grant' && <GrantDialog claim={claim} onClose={close} />}
        {doing === 'recovery' && <RecoveryDialog claim={claim} onClose={close} />}
      </Suspense>
    </div>
  )
}
