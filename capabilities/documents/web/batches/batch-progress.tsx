import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download, FileText, RotateCw } from 'lucide-react'
import { ApiProblem, call, fileAddress } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { documentOperations, type DocumentBatch } from '../../contract.ts'
import { takeAddress } from '../use-document-acts.ts'
import { underWay } from './use-batch-words.ts'
import classes from './batches.module.css'

const Going = ({ batch }: { batch: DocumentBatch }) => {
  const { count, share } = useFormats()
  const [printed, made, wanted] = [count(batch.printed), count(batch.made), count(batch.wanted)]
  return (
    <ProgressBar
      value={batch.progress}
      label={
        batch.state === 'waiting' ? (
          <Trans>
            Courriers rédigés: {made} sur {wanted}
          </Trans>
        ) : (
          <Trans>
            Courriers mis en page: {printed} sur {wanted}
          </Trans>
        )
      }
      detail={share(Math.floor(batch.progress * 100) / 100)}
    />
  )
}

const Retry = ({ batch }: { batch: DocumentBatch }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    try {
      await call(documentOperations.retryBatch, { id: batch.id })
      await refreshObjects(client, ['document_batch'])
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    }
    setBusy(false)
  }
  return (
    <Button icon={<RotateCw aria-hidden="true" />} busy={busy} onClick={() => void retry()}>
      {batch.state === 'failed' ? <Trans>Reprendre la mise en page</Trans> : <Trans>Refaire les fichiers</Trans>}
    </Button>
  )
}

const Files = ({ batch }: { batch: DocumentBatch }) => {
  const { t } = useLingui()
  const size = useFileSize()
  return (
    <ul className={classes['files']} aria-label={t`Fichiers à imprimer`}>
      {batch.files.map(({ number, name, bytes }) => (
        <li key={number}>
          <FileText aria-hidden="true" />
          <a href={fileAddress(documentOperations.readBatchFile, { id: batch.id, number, inline: true })} target="_blank" rel="noreferrer">
            <bdi>{name}</bdi>
          </a>
          <small>{size(bytes)}</small>
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            aria-label={t`Télécharger ${name}`}
            onClick={() => takeAddress(fileAddress(documentOperations.readBatchFile, { id: batch.id, number }))}
          >
            <Trans>Télécharger</Trans>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** How far letters made together are, live, and their files to print: for a page of its own or the end of a form. */
export const BatchProgress = ({ batchId }: { batchId: string }) => {
  const { data: batch, error, refetch } = useRead(documentOperations.getBatch, { id: batchId })
  if (error && !batch) return <Failure error={error} again={refetch} />
  if (!batch) return <SkeletonRows rows={3} />
  return (
    <div className={classes['batch']}>
      {underWay(batch) && <Going batch={batch} />}
      {batch.failure !== null && <Notice tone="bad">{batch.failure}</Notice>}
      {batch.state === 'done' && batch.wanted === 0 && (
        <p className={classes['note']}>
          <Trans>Aucun courrier n’était à écrire.</Trans>
        </p>
      )}
      {batch.state === 'done' && batch.files.length > 0 && (
        <p className={classes['note']}>
          <Plural value={batch.printed} one="# courrier, prêt à imprimer." other="# courriers, prêts à imprimer." />{' '}
          <Trans>Les fichiers sont gardés trente jours; les courriers restent dans les dossiers.</Trans>
        </p>
      )}
      {batch.can.retry && batch.state === 'done' && (
        <p className={classes['note']}>
          <Trans>Les fichiers ne sont plus gardés. Ils se refont à l’identique depuis les courriers.</Trans>
        </p>
      )}
      {batch.files.length > 0 && <Files batch={batch} />}
      {batch.can.retry && (
        <p>
          <Retry batch={batch} />
        </p>
      )}
    </div>
  )
}
