import { Trans } from '@lingui/react/macro'
import { MoveRight } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Timeline } from '#capabilities/activities/web/index.ts'
import type { Claim } from '../../contract.ts'
import { ClaimState } from '../claim-state.tsx'
import classes from './claim.module.css'

/** «Historique»: the course of the file, who moved it and why; then the notes about it. */
export const HistoryTab = ({ claim }: { claim: Claim }) => {
  const { instant } = useFormats()
  return (
    <div className={classes['history']}>
      <ol>
        {claim.history.map((step) => (
          <li key={step.id}>
            <p>
              {step.from !== null && (
                <>
                  <ClaimState status={step.from} />
                  <MoveRight aria-hidden="true" />
                </>
              )}
              <ClaimState status={step.to} />
            </p>
            {step.note !== null && (
              <p>
                <bdi>{step.note}</bdi>
              </p>
            )}
            <small>
              <bdi>{step.made_by_name}</bdi> · <time dateTime={step.made_at}>{instant(step.made_at)}</time>
            </small>
          </li>
        ))}
      </ol>
      <h2>
        <Trans>Notes et échanges sur ce dossier</Trans>
      </h2>
      <Timeline subjectId={claim.id} mayWrite={claim.can.comment && claim.deleted_at === null} />
    </div>
  )
}
