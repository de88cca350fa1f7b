import { Trans } from '@lingui/react/macro'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportRun } from '../../contract.ts'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { Refusal } from './refusal.tsx'
import { StepFrame } from './step-frame.tsx'
import { useActs } from './use-run.ts'

/** While the file is looked at for the first time. */
export const ReadingStep = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { press, busy, refusal } = useActs(run.id)
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Lecture du fichier</Trans>}
      intro={<Trans>Encodage, séparateur, titres, dates et nombres sont reconnus sur toutes les lignes. Vous pourrez tout corriger.</Trans>}
      others={
        run.can.cancel && (
          <Button busy={busy === 'cancelImport'} onClick={() => void press('cancelImport')}>
            <Trans>Abandonner cet import</Trans>
          </Button>
        )
      }
    >
      <Card>
        <ProgressBar value={null} label={<Trans>Le fichier est lu en entier…</Trans>} />
      </Card>
      <Refusal problem={refusal} />
    </StepFrame>
  )
}
