import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { documentOperations, type Document, type DocumentVersion } from '../contract.ts'
import { Preview } from './preview.tsx'
import { takeDocument } from './use-document-acts.ts'
import { useTypeWords } from './use-type-words.ts'
import classes from './documents.module.css'

const Versions = ({
  versions,
  shown,
  onShow,
}: {
  versions: readonly DocumentVersion[]
  shown: number
  onShow: (number: number) => void
}) => {
  const { t } = useLingui()
  const size = useFileSize()
  return (
    <ol className={classes['versions']} aria-label={t`Versions`}>
      {versions.map((version, at) => {
        const { number } = version
        return (
          <li key={number}>
            <button
              type="button"
              className={joined(classes['version'], number === shown && classes['chosen'])}
              aria-current={number === shown || undefined}
              onClick={() => onShow(number)}
            >
              <b>{at === 0 ? <Trans>Version {number}, actuelle</Trans> : <Trans>Version {number}</Trans>}</b>
              <small>
                <bdi>{version.created_by_name}</bdi> · <Moment at={version.created_at} /> · {size(version.bytes)}
              </small>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

interface PreviewDialogProps {
  readonly document: Document
  readonly onClose: () => void
  /** Null at either end of the list. */
  readonly onPrevious?: (() => void) | null
  readonly onNext?: (() => void) | null
}

/** A document beside its list: its content, its versions, the way to take it; the one before and the next a press away. */
export const PreviewDialog = ({ document, onClose, onPrevious = null, onNext = null }: PreviewDialogProps) => {
  const { t } = useLingui()
  const size = useFileSize()
  const typeOf = useTypeWords()
  const { data } = useRead(documentOperations.getDocument, { id: document.id })
  const [asked, setAsked] = useState<{ of: string; number: number } | null>(null)
  const versions = data?.versions ?? []
  const number = asked?.of === document.id ? asked.number : document.current_version
  const shown = versions.find((version) => version.number === number)
  const kind = number === document.current_version ? document.preview : (shown?.preview ?? null)
  return (
    <Dialog title={document.title} kind="side" size="large" bare onClose={onClose}>
      <header className={classes['previewHead']}>
        {(onPrevious !== null || onNext !== null) && (
          <span className={classes['steps']}>
            <IconButton label={t`Document précédent`} size="small" disabled={!onPrevious} onClick={() => onPrevious?.()}>
              <ChevronLeft aria-hidden="true" />
            </IconButton>
            <IconButton label={t`Document suivant`} size="small" disabled={!onNext} onClick={() => onNext?.()}>
              <ChevronRight aria-hidden="true" />
            </IconButton>
          </span>
        )}
        <div className={classes['what']}>
          <p className={classes['previewTitle']}>
            <bdi>{document.title}</bdi>
          </p>
          <p className={classes['meta']}>
            <span>{typeOf({ media_type: shown?.media_type ?? document.media_type, origin: document.origin })}</span>
            {document.number !== null && (
              <span>
                <bdi>{document.number}</bdi>
              </span>
            )}
            {(shown?.bytes ?? document.bytes) !== null && <span>{size(shown?.bytes ?? document.bytes ?? 0)}</span>}
            <span>
              <bdi>{shown?.created_by_name ?? document.created_by_name}</bdi>
            </span>
            <span>
              <Moment at={shown?.created_at ?? document.created_at} />
            </span>
          </p>
        </div>
        <Button icon={<Download aria-hidden="true" />} onClick={() => takeDocument(document.id, number)}>
          <Trans>Télécharger</Trans>
        </Button>
        <IconButton label={t`Fermer l’aperçu`} onClick={onClose} data-first="">
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={classes['previewBody']}>
        <div className={classes['content']}>
          <Preview kind={kind} id={document.id} version={number} title={document.title} />
        </div>
        {versions.length > 1 && (
          <Versions versions={versions} shown={number} onShow={(one) => setAsked({ of: document.id, number: one })} />
        )}
      </div>
    </Dialog>
  )
}
