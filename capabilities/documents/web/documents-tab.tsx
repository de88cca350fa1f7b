import { Trans } from '@lingui/react/macro'
import { FolderOpen } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { documentOperations } from '../contract.ts'

/**
 * The documents of a record: a place to drop files (for who may attach, `mayAttach`), and the list. With `aboutId`, only those about
 * one policy, claim or bill of the record, and new files go to it.
 */
export const DocumentsTab = ({ subjectId, aboutId }: { subjectId: string; aboutId?: string; mayAttach: boolean }) => {
  const filter = JSON.stringify(aboutId === undefined ? { subject_id: subjectId } : { about_id: aboutId })
  const { data, error, refetch } = useRead(documentOperations.listDocuments, { filter, limit: 50 })
  if (error) return <Failure error={error} again={refetch} />
  if (!data) return <SkeletonRows />
  if (data.data.length === 0) return <Blank icon={<FolderOpen aria-hidden="true" />} title={<Trans>Aucun document pour l’instant</Trans>} />
  return (
    <ul>
      {data.data.map((document) => (
        <li key={document.id}>
          <bdi>{document.title}</bdi>
        </li>
      ))}
    </ul>
  )
}
