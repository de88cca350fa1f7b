import { useId, useRef, useState, type DragEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileSpreadsheet, Upload, X } from 'lucide-react'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { mostFileBytes } from '../../contract.ts'
import type { FileFault } from './check-file.ts'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import classes from './file-step.module.css'

const accepted =
  '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.ms-excel'

const Fault = ({ fault }: { fault: FileFault }) => {
  const size = useFileSize()
  const most = size(mostFileBytes)
  return (
    <Notice tone="bad">
      {fault === 'empty' ? (
        <Trans>Ce fichier est vide. Exportez-le de nouveau et choisissez-le.</Trans>
      ) : fault === 'too_large' ? (
        <Trans>Ce fichier dépasse {most}. Partagez-le en plusieurs fichiers et importez-les l’un après l’autre.</Trans>
      ) : (
        <Trans>Ce n’est pas un tableau. Choisissez un fichier CSV ou Excel.</Trans>
      )}
    </Notice>
  )
}

/** Where a file is dropped or chosen; the whole frame is a target, and what is taken is said before it. */
export const DropZone = ({
  file,
  fault,
  disabled,
  onFile,
}: {
  file: File | null
  fault: FileFault | null
  disabled: boolean
  onFile: (file: File | null) => void
}) => {
  const { t } = useLingui()
  const size = useFileSize()
  const limits = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const most = size(mostFileBytes)
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault()
    if (!disabled) setOver(inside)
  }
  return (
    <div className={classes['file']}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does the same by keyboard */}
      <div
        className={joined(classes['zone'], over && classes['over'], file !== null && classes['taken'])}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event)
          const dropped = event.dataTransfer.files[0]
          if (dropped && !disabled) onFile(dropped)
        }}
      >
        <input
          ref={input}
          type="file"
          accept={accepted}
          className={classes['unseen']}
          tabIndex={-1}
          aria-hidden="true"
          disabled={disabled}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            // The same file may be chosen again once it is mended.
            event.target.value = ''
            if (chosen) onFile(chosen)
          }}
        />
        {file === null ? (
          <>
            <Upload aria-hidden="true" />
            <p className={classes['wish']}>
              <Trans>Déposez votre fichier ici</Trans>
            </p>
            <Button aria-describedby={limits} onClick={() => input.current?.click()}>
              <Trans>Choisir un fichier</Trans>
            </Button>
          </>
        ) : (
          <div className={classes['chosen']}>
            <FileSpreadsheet aria-hidden="true" />
            <span>
              <b>
                <bdi>{file.name}</bdi>
              </b>
              <small>{size(file.size)}</small>
            </span>
            <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
              <Trans>Changer</Trans>
            </Button>
            <IconButton size="small" label={t`Retirer ce fichier`} disabled={disabled} onClick={() => onFile(null)}>
              <X aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
      {fault && <Fault fault={fault} />}
      <p id={limits} className={classes['limits']}>
        <Trans>
          CSV, Excel (.xlsx) ou ancien Excel (.xls), jusqu’à {most}. Encodage, séparateur, titres, dates et nombres sont reconnus.
        </Trans>
      </p>
    </div>
  )
}
