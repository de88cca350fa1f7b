import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '#kernel/web/query.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { documentOperations } from '../contract.ts'
import { DocumentIcon } from './document-icon.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import classes from './documents.module.css'

const most = 6

/** The newest documents about one policy, claim or bill, each a press from being seen; nothing while there are none. */
export const DocumentLinks = ({ aboutId }: { aboutId: string }) => {
  const { t } = useLingui()
  const [opened, setOpened] = useState<string | null>(null)
  const { data } = useRead(documentOperations.listDocuments, { filter: JSON.stringify({ about_id: aboutId }), limit: most, total: 'none' })
  const documents = data?.data ?? []
  if (documents.length === 0) return null
  const shown = documents.find(({ id }) => id === opened)
  return (
    <>
      <ul className={classes['links']} aria-label={t`Documents`}>
        {documents.map((document) => (
          <li key={document.id}>
            <button type="button" className={classes['open']} onClick={() => setOpened(document.id)}>
              <DocumentIcon document={document} />
              <span className={classes['what']}>
                <span className={classes['name']}>
                  <bdi>{document.title}</bdi>
                </span>
                <span className={classes['meta']}>
                  <Moment at={document.created_at} />
                </span>
              </span>
            </button>
          </li>
        ))}
        {data?.next_cursor != null && (
          <li className={classes['others']}>
            <Trans>D’autres, plus anciens, sont dans l’onglet Documents.</Trans>
          </li>
        )}
      </ul>
      {shown && <PreviewDialog document={shown} onClose={() => setOpened(null)} />}
    </>
  )
}
