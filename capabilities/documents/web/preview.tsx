import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink, FileQuestion } from 'lucide-react'
import { fileAddress } from '#kernel/web/api.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Spinner } from '#kernel/web/ui/spinner.tsx'
import { documentOperations, type Preview as PreviewKind } from '../contract.ts'
import { TextPreview } from './text-preview.tsx'
import classes from './documents.module.css'

interface Shown {
  readonly id: string
  readonly version: number
  readonly title: string
}

const Picture = ({ id, version, title }: Shown) => {
  const address = fileAddress(documentOperations.readFile, { id, version, inline: true })
  const [state, setState] = useState<'coming' | 'there' | 'missing'>('coming')
  if (state === 'missing') return <NoPreview />
  return (
    <a className={classes['picture']} href={address} target="_blank" rel="noreferrer">
      {state === 'coming' && <Spinner className={classes['coming']} />}
      <img src={address} alt={title} onLoad={() => setState('there')} onError={() => setState('missing')} />
    </a>
  )
}

/** Phones show no PDF inside a page; their own reader does. */
const readsPdf = (): boolean => navigator.pdfViewerEnabled

const Pages = ({ id, version, title }: Shown) => {
  const { t } = useLingui()
  const address = fileAddress(documentOperations.readFile, { id, version, inline: true })
  const [coming, setComing] = useState(true)
  if (!readsPdf())
    return (
      <Blank
        icon={<ExternalLink aria-hidden="true" />}
        title={<Trans>Ce PDF s’ouvre à part</Trans>}
        acts={
          <a className={classes['openApart']} href={address} target="_blank" rel="noreferrer">
            <Trans>Ouvrir le PDF</Trans>
          </a>
        }
      >
        <Trans>Cet appareil montre les PDF dans son propre lecteur.</Trans>
      </Blank>
    )
  return (
    <div className={classes['pages']}>
      {coming && <Spinner className={classes['coming']} />}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a browser's reader of PDF does not open in one; the answer's own policy lets nothing run */}
      <iframe src={`${address}#navpanes=0&view=FitH`} title={t`Contenu de ${title}`} onLoad={() => setComing(false)} />
    </div>
  )
}

const NoPreview = () => (
  <Blank icon={<FileQuestion aria-hidden="true" />} title={<Trans>Pas d’aperçu pour ce type de fichier</Trans>}>
    <Trans>Téléchargez-le pour l’ouvrir avec votre programme.</Trans>
  </Blank>
)

/** A version of a document, as the browser can show it; nothing of it can run. */
export const Preview = ({ kind, ...shown }: Shown & { kind: PreviewKind | null }) => {
  if (kind === 'image') return <Picture key={`${shown.id} ${shown.version}`} {...shown} />
  if (kind === 'pdf') return <Pages key={`${shown.id} ${shown.version}`} {...shown} />
  if (kind === 'text') return <TextPreview id={shown.id} version={shown.version} />
  return <NoPreview />
}
