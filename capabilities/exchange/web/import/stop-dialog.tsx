import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import type { ImportRun } from '../../contract.ts'
import { Refusal } from './refusal.tsx'
import { useActs } from './use-run.ts'
import classes from './import.module.css'

/** Stops an import that runs: what is done stays, or goes. */
export const StopDialog = ({ run, onClose }: { run: ImportRun; onClose: () => void }) => {
  const { t } = useLingui()
  const { act } = useActs(run.id)
  const [revert, setRevert] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const begun = run.state === 'applying' || run.counts.rows_read > 0
  const stop = async () => {
    setBusy(true)
    try {
      await act('cancelImport', { revert })
      onClose()
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'network' }))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t`Arrêter l’import?`}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            <Trans>Laisser continuer</Trans>
          </Button>
          <Button kind="dangerPrimary" busy={busy} onClick={() => void stop()}>
            {revert ? <Trans>Arrêter et défaire</Trans> : <Trans>Arrêter</Trans>}
          </Button>
        </>
      }
    >
      {begun ? (
        <div className={classes['choices']} role="radiogroup" aria-label={t`Ce que deviennent les lignes déjà importées`}>
          <CheckField
            kind="radio"
            name="stop"
            checked={!revert}
            onChange={() => setRevert(false)}
            label={<Trans>Garder ce qui est fait</Trans>}
            hint={<Trans>Les lignes déjà importées restent. Vous pourrez continuer l’import plus tard, ou le défaire.</Trans>}
          />
          <CheckField
            kind="radio"
            name="stop"
            checked={revert}
            onChange={() => setRevert(true)}
            label={<Trans>Défaire ce qui est fait</Trans>}
            hint={<Trans>Ce que l’import a créé disparaît, ce qu’il a modifié retrouve sa valeur.</Trans>}
          />
        </div>
      ) : (
        <p>
          <Trans>Aucune ligne n’est encore enregistrée: rien ne sera changé. Vous pourrez continuer plus tard.</Trans>
        </p>
      )}
      <Refusal problem={problem} />
    </Dialog>
  )
}
