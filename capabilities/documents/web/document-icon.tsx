import { useState } from 'react'
import { FileImage, FileSpreadsheet, FileText, FileType, Mail, ScrollText } from 'lucide-react'
import { fileAddress } from '#kernel/web/api.ts'
import { joined } from '#kernel/web/ui/joined.ts'
import { documentOperations, type Document } from '../contract.ts'
import classes from './documents.module.css'

const pictureOf = ({ media_type: type, origin }: Pick<Document, 'media_type' | 'origin'>) => {
  if (origin === 'template') return { Picture: Mail, tone: 'letter' }
  if (type === 'application/pdf') return { Picture: FileText, tone: 'pdf' }
  if (type.startsWith('image/')) return { Picture: FileImage, tone: 'image' }
  if (type.includes('spreadsheet') || type === 'text/csv') return { Picture: FileSpreadsheet, tone: 'sheet' }
  if (type.includes('wordprocessing')) return { Picture: FileType, tone: 'word' }
  return { Picture: ScrollText, tone: 'plain' }
}

/** What a document is, at a glance: its own small picture where it is one, else the icon of its type. */
export const DocumentIcon = ({ document }: { document: Document }) => {
  const [missing, setMissing] = useState(false)
  if (document.preview === 'image' && !missing)
    return (
      <span className={classes['thumb']}>
        <img
          src={fileAddress(documentOperations.readThumbnail, { id: document.id, version: document.current_version })}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
        />
      </span>
    )
  const { Picture, tone } = pictureOf(document)
  return (
    <span className={joined(classes['thumb'], classes[tone])}>
      <Picture aria-hidden="true" />
    </span>
  )
}
