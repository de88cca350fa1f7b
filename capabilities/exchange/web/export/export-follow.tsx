import { useEffect } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck, Download } from 'lucide-react'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { exchangeOperations, type ExportRun } from '../../contract.ts'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { watchHere } from './export-ready.ts'
import { ExportProgress } from './export-progress.tsx'
import { takeFile } from './take-file.ts'
import { useStopExport } from './use-export-acts.ts'
import { underWay } from './use-export-words.ts'
import classes from './export.module.css'

const Ready = ({ run }: { run: ExportRun }) => {
  const { day } = useFormats()
  const size = useFileSize()
  const until = run.expires_at === null ? null : day(run.expires_at.slice(0, 10))
  return (
    <div className={classes['ready']}>
      <CircleCheck aria-hidden="true" />
      <p>
        <b>
          <bdi>{run.file_name}</bdi>
        </b>
        <span>
          <Plural value={run.rows_written} one="# ligne" other="# lignes" /> · {size(run.file_bytes ?? 0)}
          {until !== null && (
            <>
              {' · '}
              <Trans>gardé jusqu’au {until}</Trans>
            </>
          )}
        </span>
      </p>
    </div>
  )
}

/** An export that was begun here: how far it is, then its file. Closing the box stops nothing. */
export const ExportFollow = ({ begun, onAgain, onClose }: { begun: ExportRun; onAgain: () => void; onClose: () => void }) => {
  const { t } = useLingui()
  const { data } = useRead(exchangeOperations.getExport, { id: begun.id })
  const { stop, stopping } = useStopExport()
  const run = data ?? begun
  useEffect(() => watchHere(begun.id), [begun.id])
  const title = underWay(run) ? t`Export en cours` : run.state === 'done' ? t`Votre fichier est prêt` : t`Exporter la liste`
  const close = (
    <Button data-first="" onClick={onClose}>
      {underWay(run) ? <Trans>Continuer à travailler</Trans> : <Trans>Fermer</Trans>}
    </Button>
  )
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        underWay(run) ? (
          <>
            <Button kind="danger" busy={stopping === run.id} onClick={() => void stop(run.id)}>
              <Trans>Arrêter l’export</Trans>
            </Button>
            {close}
          </>
        ) : (
          <>
            {close}
            {run.state === 'done' ? (
              <Button kind="primary" icon={<Download aria-hidden="true" />} onClick={() => takeFile(run.id)}>
                <Trans>Télécharger</Trans>
              </Button>
            ) : (
              <Button kind="primary" onClick={onAgain}>
                <Trans>Recommencer</Trans>
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes['form']} aria-live="polite">
        {underWay(run) ? (
          <>
            <ExportProgress run={run} />
            <p className={classes['about']}>
              <Trans>Le fichier se prépare pendant que vous travaillez. Vous le retrouverez dans «Exports».</Trans>
            </p>
          </>
        ) : run.state === 'done' ? (
          <Ready run={run} />
        ) : run.state === 'cancelled' ? (
          <Notice tone="neutral">
            <Trans>L’export est arrêté; aucun fichier n’a été gardé.</Trans>
          </Notice>
        ) : (
          <Notice tone="bad">{run.failure?.message ?? t`Ce fichier n’est plus gardé.`}</Notice>
        )}
      </div>
    </Dialog>
  )
}
