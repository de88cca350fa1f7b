import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Camera, Paperclip } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { mostDocumentBytes } from '../contract.ts'
import { acceptedFiles } from './accepted-files.ts'
import classes from './documents.module.css'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** The buttons that choose files, and on a telephone take a picture; hidden inputs do the work. */
const Choose = ({ onFiles }: { onFiles: (files: Iterable<File>) => void }) => {
  const files = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    // The same file may be chosen again.
    input.value = ''
    if (chosen.length > 0) onFiles(chosen)
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        accept={acceptedFiles}
        className={classes['unseen']}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        className={classes['unseen']}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => take(event.currentTarget)}
      />
      <Button icon={<Paperclip aria-hidden="true" />} onClick={() => files.current?.click()}>
        <Trans>Joindre un fichier</Trans>
      </Button>
      <Button icon={<Camera aria-hidden="true" />} className={classes['camera']} onClick={() => camera.current?.click()}>
        <Trans>Prendre une photo</Trans>
      </Button>
    </>
  )
}

/** A part of a page on which files may be dropped anywhere; above it, where they are chosen and what is taken. */
export const DropFiles = ({ onFiles, children }: { onFiles: (files: Iterable<File>) => void; children: ReactNode }) => {
  const size = useFileSize()
  const [over, setOver] = useState(0)
  const most = size(mostDocumentBytes)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does the same by keyboard
    <div
      className={joined(classes['drop'], over > 0 && classes['over'])}
      onDragEnter={(event) => hasFiles(event) && setOver((count) => count + 1)}
      onDragLeave={(event) => hasFiles(event) && setOver((count) => Math.max(0, count - 1))}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(0)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <div className={classes['choose']}>
        <Choose onFiles={onFiles} />
        <p>
          <span className={classes['dropHint']}>
            <Trans>ou déposez-les ici.</Trans>{' '}
          </span>
          <Trans>PDF, images, Word, Excel, texte, jusqu’à {most}.</Trans>
        </p>
      </div>
      {children}
      {over > 0 && (
        <div className={classes['veil']} aria-hidden="true">
          <Paperclip />
          <Trans>Déposez pour joindre</Trans>
        </div>
      )}
    </div>
  )
}
