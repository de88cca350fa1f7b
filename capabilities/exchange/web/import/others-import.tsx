import { Trans } from '@lingui/react/macro'
import { Button } from '#kernel/web/ui/button.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import type { ImportRun } from '../../contract.ts'
import { Refusal } from './refusal.tsx'
import { StepFrame } from './step-frame.tsx'
import { useActs } from './use-run.ts'

/** A file that a colleague is still preparing: its contents are theirs. */
export const OthersImport = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { press, busy, refusal } = useActs(run.id)
  const { name } = run.made_by
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Import en préparation</Trans>}
      others={
        run.can.cancel && (
          <Button kind="danger" busy={busy === 'cancelImport'} onClick={() => void press('cancelImport')}>
            <Trans>Abandonner cet import</Trans>
          </Button>
        )
      }
    >
      <Notice tone="info">
        <Trans>
          <bdi>{name}</bdi> a envoyé ce fichier et en règle l’import. Son contenu ne se montre qu’à cette personne; le bilan sera ici.
        </Trans>
      </Notice>
      <Refusal problem={refusal} />
    </StepFrame>
  )
}
