import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { FolderOpen } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { keyOf } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { documentOperations } from '../contract.ts'
import { DocumentRow } from './document-row.tsx'
import { DropFiles } from './drop-files.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { UploadRows } from './upload-rows.tsx'
import { useUploads } from './use-uploads.ts'
import classes from './documents.module.css'

const aPage = 50

interface DocumentsTabProps {
  /** Whose documents: the customer. */
  readonly subjectId: string
  /** One policy, claim or bill: only what is about it, and new files go to it. */
  readonly aboutId?: string
  /** Whether the person may attach to this record; their right on documents is asked besides. */
  readonly mayAttach: boolean
}

/** The documents of a record, newest first, and the place to attach files; each opens beside the list. */
export const DocumentsTab = ({ subjectId, aboutId, mayAttach }: DocumentsTabProps) => {
  const { t } = useLingui()
  const { can } = useSession()
  const [opened, setOpened] = useState<string | null>(null)
  const { uploads, add, retry, remove } = useUploads({ subjectId, aboutId })
  const input = {
    filter: JSON.stringify(aboutId === undefined ? { subject_id: subjectId } : { about_id: aboutId }),
    limit: aPage,
    total: 'none' as const,
  }
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(documentOperations.listDocuments, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(documentOperations.listDocuments, { ...input, ...(pageParam !== '' && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  const documents = data?.pages.flatMap((page) => page.data) ?? []
  const attaching = mayAttach && can('document.attach')
  const at = documents.findIndex(({ id }) => id === opened)
  const shown = documents[at]
  const step = (to: number) => {
    const next = documents[to]
    return next === undefined ? null : () => setOpened(next.id)
  }
  const list = (
    <>
      <UploadRows uploads={uploads} onRetry={retry} onRemove={remove} />
      {isPending ? (
        <SkeletonRows rows={4} />
      ) : error && documents.length === 0 ? (
        <Failure error={error} again={refetch} />
      ) : documents.length === 0 ? (
        uploads.length === 0 && (
          <Blank icon={<FolderOpen aria-hidden="true" />} title={<Trans>Aucun document pour l’instant</Trans>}>
            {attaching ? (
              <Trans>Pièces d’identité, cartes grises, constats et photos se rangent ici; les courriers envoyés aussi.</Trans>
            ) : (
              <Trans>Les pièces jointes et les courriers envoyés se rangent ici.</Trans>
            )}
          </Blank>
        )
      ) : (
        <ul className={classes['list']} aria-label={t`Documents`}>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              showAbout={aboutId === undefined}
              onOpen={() => setOpened(document.id)}
              onVersion={(file) => add([file], document)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes['more']}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Voir les documents plus anciens</Trans>
          </Button>
        </div>
      )}
      {shown && <PreviewDialog document={shown} onClose={() => setOpened(null)} onPrevious={step(at - 1)} onNext={step(at + 1)} />}
    </>
  )
  return attaching ? <DropFiles onFiles={add}>{list}</DropFiles> : <div className={classes['drop']}>{list}</div>
}
