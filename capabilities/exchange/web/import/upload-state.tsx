import { Trans } from '@lingui/react/macro'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import type { Upload } from './use-upload.ts'
import classes from './file-step.module.css'

/** How far the sending of the file is, or why it stopped; what was chosen stays. */
export const UploadState = ({ upload, onCancel }: { upload: Upload; onCancel: () => void }) => {
  const { share } = useFormats()
  const size = useFileSize()
  if (upload.phase === 'idle') return null
  if (upload.phase === 'refused')
    return (
      <Notice tone="bad">
        {upload.problem.status === 0 ? (
          <Trans>La connexion a été coupée pendant l’envoi. Votre fichier est toujours choisi: renvoyez-le quand elle revient.</Trans>
        ) : (
          upload.problem.message
        )}
      </Notice>
    )
  const part = upload.total === 0 ? 0 : upload.sent / upload.total
  const all = upload.sent >= upload.total && upload.total > 0
  const [sent, total] = [size(upload.sent), size(upload.total)]
  return (
    <div className={classes['sending']}>
      <ProgressBar
        value={part}
        label={all ? <Trans>Le fichier est arrivé, le serveur l’examine…</Trans> : <Trans>Envoi du fichier…</Trans>}
        detail={
          <>
            <bdi>{share(Math.floor(part * 100) / 100)}</bdi> ·{' '}
            <Trans>
              {sent} sur {total}
            </Trans>
          </>
        }
      />
      <Button size="small" onClick={onCancel}>
        <Trans>Annuler l’envoi</Trans>
      </Button>
    </div>
  )
}
