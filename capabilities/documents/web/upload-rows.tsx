import { Trans, useLingui } from '@lingui/react/macro'
import { CircleAlert, RotateCw, Upload as UploadPicture, X } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { mostDocumentBytes } from '../contract.ts'
import type { Upload, UploadFault } from './use-uploads.ts'
import classes from './documents.module.css'

const Fault = ({ fault }: { fault: UploadFault }) => {
  const size = useFileSize()
  const most = size(mostDocumentBytes)
  if (fault === 'empty') return <Trans>Ce fichier est vide.</Trans>
  if (fault === 'too_large') return <Trans>Ce fichier dépasse {most}.</Trans>
  if (fault.status === 0) return <Trans>La connexion a été coupée pendant l’envoi.</Trans>
  if (fault.status === 413) return <Trans>Ce fichier dépasse {most}.</Trans>
  return <>{fault.message}</>
}

/** Files on their way with how far each is, and those that were refused with why. */
export const UploadRows = ({
  uploads,
  onRetry,
  onRemove,
}: {
  uploads: readonly Upload[]
  onRetry: (key: string) => void
  onRemove: (key: string) => void
}) => {
  const { t } = useLingui()
  const { share } = useFormats()
  if (uploads.length === 0) return null
  return (
    <ul className={classes['uploads']} aria-label={t`Envois`}>
      {uploads.map(({ key, file, state, sent, fault, replaces }) => {
        const part = file.size === 0 ? 0 : Math.min(1, sent / file.size)
        return (
          <li key={key} className={classes['upload']} data-refused={state === 'refused' ? '' : undefined}>
            {state === 'refused' ? <CircleAlert aria-hidden="true" /> : <UploadPicture aria-hidden="true" />}
            <div className={classes['what']}>
              {state === 'refused' && fault !== null ? (
                <>
                  <p className={classes['name']}>
                    <bdi>{file.name}</bdi>
                  </p>
                  <p className={classes['fault']} role="alert">
                    <Fault fault={fault} />
                  </p>
                </>
              ) : (
                <ProgressBar
                  value={state === 'waiting' ? 0 : part}
                  label={<bdi>{replaces === null ? file.name : t`${replaces.title}: nouvelle version`}</bdi>}
                  detail={
                    state === 'waiting' ? (
                      <Trans>en attente</Trans>
                    ) : part >= 1 ? (
                      <Trans>vérification…</Trans>
                    ) : (
                      share(Math.floor(part * 100) / 100)
                    )
                  }
                />
              )}
            </div>
            {state === 'refused' && fault instanceof Error && (fault.status === 0 || fault.status >= 500) && (
              <Button size="small" icon={<RotateCw aria-hidden="true" />} onClick={() => onRetry(key)}>
                <Trans>Renvoyer</Trans>
              </Button>
            )}
            <IconButton
              size="small"
              label={state === 'refused' ? t`Retirer ${file.name}` : t`Annuler l’envoi de ${file.name}`}
              onClick={() => onRemove(key)}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}
