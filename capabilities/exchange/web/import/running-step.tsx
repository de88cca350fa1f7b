import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportRun } from '../../contract.ts'
import { CountsSum } from './counts-sum.tsx'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { MadeCard } from './made-card.tsx'
import { StepFrame } from './step-frame.tsx'
import { StopDialog } from './stop-dialog.tsx'
import { shareDone } from './use-import-work.ts'
import { usePace } from './use-pace.ts'
import classes from './import.module.css'

/** The import while it runs: how far, how fast, how long still, and the way to stop it. */
export const RunningStep = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { t } = useLingui()
  const { count, share } = useFormats()
  const [stopping, setStopping] = useState(false)
  const done = shareDone(run)
  const { left, perSecond } = usePace(done)
  const read = count(run.counts.rows_read)
  const total = run.rows_total === null ? null : count(run.rows_total)
  const speed = perSecond === null || run.rows_total === null ? null : count(Math.round(perSecond * run.rows_total))
  const label = {
    queued: t`L’import attend son tour…`,
    staging: t`1 sur 2: lecture de toutes les lignes du fichier…`,
    applying: t`2 sur 2: enregistrement des lignes…`,
    cancelling: t`Arrêt en cours: le groupe de lignes commencé se termine…`,
  }[run.state as string]
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Import en cours</Trans>}
      intro={<Trans>Vous pouvez quitter cette page et travailler: l’import continue sans elle, et se retrouve en haut de l’écran.</Trans>}
      others={
        run.can.cancel && (
          <Button kind="danger" onClick={() => setStopping(true)}>
            <Trans>Arrêter…</Trans>
          </Button>
        )
      }
    >
      <Card>
        <div className={classes['stack']}>
          <ProgressBar
            value={done}
            label={label}
            detail={
              <>
                {done !== null && <bdi>{share(Math.floor(done * 100) / 100)}</bdi>}
                {run.state === 'applying' && total !== null && (
                  <>
                    {' · '}
                    <Trans>
                      {read} lignes sur {total}
                    </Trans>
                  </>
                )}
                {run.state === 'applying' && speed !== null && (
                  <>
                    {' · '}
                    <Trans>{speed} lignes par seconde</Trans>
                  </>
                )}
                {left !== null && <> · {left}</>}
              </>
            }
          />
          {run.counts.rows_read > 0 && <CountsSum counts={run.counts} />}
        </div>
      </Card>
      {run.counts.rows_read > 0 && <MadeCard made={run.per_object} />}
      {stopping && <StopDialog run={run} onClose={() => setStopping(false)} />}
    </StepFrame>
  )
}
