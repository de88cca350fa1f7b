import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, useLingui } from '@lingui/react/macro'
import { Download, EllipsisVertical, Eye, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useRecordPath } from '#kernel/web/record-paths.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import type { Document } from '../contract.ts'
import { acceptedFiles } from './accepted-files.ts'
import { DocumentIcon } from './document-icon.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { takeDocument, useDeleteDocument } from './use-document-acts.ts'
import { useTypeWords } from './use-type-words.ts'
import classes from './documents.module.css'

interface DocumentRowProps {
  readonly document: Document
  /** Where the list is about one record already, what a document is about goes without saying. */
  readonly showAbout: boolean
  readonly onOpen: () => void
  readonly onVersion: (file: File) => void
}

/** One document of a list: what it is, from whom and when, and what may be done with it. A press opens it. */
export const DocumentRow = ({ document, showAbout, onOpen, onVersion }: DocumentRowProps) => {
  const { t } = useLingui()
  const size = useFileSize()
  const typeOf = useTypeWords()
  const aboutPath = useRecordPath()(document.about_kind, document.about_id)
  const remove = useDeleteDocument()
  const [renaming, setRenaming] = useState(false)
  const version = useRef<HTMLInputElement>(null)
  const { title } = document
  const entries: MenuEntry[] = [
    { key: 'open', label: t`Ouvrir`, icon: <Eye aria-hidden="true" />, act: onOpen },
    { key: 'take', label: t`Télécharger`, icon: <Download aria-hidden="true" />, act: () => takeDocument(document.id) },
    ...(document.can.edit
      ? [
          ...(document.origin === 'upload'
            ? [
                {
                  key: 'version',
                  label: t`Nouvelle version…`,
                  icon: <FilePlus2 aria-hidden="true" />,
                  apart: true,
                  act: () => version.current?.click(),
                },
              ]
            : []),
          { key: 'rename', label: t`Renommer…`, icon: <Pencil aria-hidden="true" />, act: () => setRenaming(true) },
        ]
      : []),
    ...(document.can.delete
      ? [
          {
            key: 'delete',
            label: t`Supprimer`,
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            apart: true,
            act: () => void remove(document),
          },
        ]
      : []),
  ]
  return (
    <li className={classes['row']}>
      <button type="button" className={classes['open']} onClick={onOpen}>
        <DocumentIcon document={document} />
        <span className={classes['what']}>
          <span className={classes['name']}>
            <bdi>{title}</bdi>
          </span>
          <span className={classes['meta']}>
            <span>{typeOf(document)}</span>
            {document.number !== null && (
              <span>
                <bdi>{document.number}</bdi>
              </span>
            )}
            {document.bytes !== null && <span>{size(document.bytes)}</span>}
            {document.current_version > 1 && (
              <span>
                <Plural value={document.current_version} one="# version" other="# versions" />
              </span>
            )}
            <span>
              <bdi>{document.created_by_name}</bdi>
            </span>
            <span>
              <Moment at={document.created_at} />
            </span>
          </span>
        </span>
      </button>
      {showAbout && document.about_title !== null && (
        <span className={classes['about']}>
          {aboutPath === null ? (
            <bdi>{document.about_title}</bdi>
          ) : (
            <Link to={aboutPath}>
              <bdi>{document.about_title}</bdi>
            </Link>
          )}
        </span>
      )}
      <span className={classes['acts']}>
        <IconButton size="small" className={classes['take']} label={t`Télécharger ${title}`} onClick={() => takeDocument(document.id)}>
          <Download aria-hidden="true" />
        </IconButton>
        <Menu label={t`Actions sur le document`} entries={entries}>
          {(opener) => (
            <IconButton {...opener} size="small" label={t`Actions: ${title}`}>
              <EllipsisVertical aria-hidden="true" />
            </IconButton>
          )}
        </Menu>
      </span>
      <input
        ref={version}
        type="file"
        accept={acceptedFiles}
        className={classes['unseen']}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onVersion(file)
        }}
      />
      {renaming && <RenameDialog document={document} onClose={() => setRenaming(false)} />}
    </li>
  )
}
