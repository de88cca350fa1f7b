import { useCallback, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { useAddressParam } from '#kernel/web/address.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { exchangeOperations, type ImportRun } from '../../contract.ts'
import { faultOf } from './check-file.ts'
import { DropZone } from './drop-zone.tsx'
import { ObjectChoice } from './object-choice.tsx'
import { Steps } from './steps.tsx'
import { UploadState } from './upload-state.tsx'
import { useUpload } from './use-upload.ts'
import classes from './import.module.css'

/** The first step of an import: which file, and what it holds. */
export const NewImportPage = () => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [wanted, want] = useAddressParam('object')
  const [file, setFile] = useState<File | null>(null)
  const { data, error, refetch } = useRead(exchangeOperations.listImportObjects, {})
  const objects = data?.data ?? []
  // Lists lead here with the kind of record that they show.
  const object = objects.find((one) => one.object === wanted || one.record === wanted)?.object ?? null
  const arrive = useCallback(
    (run: ImportRun) => {
      client.setQueryData(keyOf(exchangeOperations.getImport, { id: run.id }), run)
      void refreshObjects(client, ['import'])
      void navigate({ to: '/imports/$id', params: { id: run.id }, search: {}, replace: true })
    },
    [client, navigate],
  )
  const { upload, send, cancel, clear } = useUpload(arrive)
  const fault = file && faultOf(file)
  const sending = upload.phase === 'sending'
  const take = (next: File | null) => {
    clear()
    setFile(next)
  }
  return (
    <Page title={t`Importer un fichier`} back={{ to: '/imports', label: <Trans>Imports</Trans> }} width="narrow">
      <Steps step="file" />
      {error ? (
        <Failure error={error} again={refetch} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : objects.length === 0 ? (
        <Blank title={<Trans>Vous ne pouvez rien importer</Trans>}>
          <Trans>L’import demande un droit que votre administrateur peut vous donner.</Trans>
        </Blank>
      ) : (
        <form
          className={classes['stack']}
          onSubmit={(event) => {
            event.preventDefault()
            if (file && object && !fault && !sending) void send(file, object)
          }}
        >
          <ObjectChoice objects={objects} value={object} onChange={want} disabled={sending} />
          <DropZone file={file} fault={fault} disabled={sending} onFile={take} />
          <UploadState upload={upload} onCancel={cancel} />
          <div className={classes['bar']}>
            <p className={classes['quiet']}>
              <Trans>Rien n’est enregistré à cette étape: le fichier est seulement lu.</Trans>
            </p>
            <Button type="submit" kind="primary" size="large" busy={sending} disabled={!file || !object || Boolean(fault)}>
              {upload.phase === 'refused' && upload.problem.status === 0 ? <Trans>Renvoyer</Trans> : <Trans>Envoyer et lire</Trans>}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
