import { Trans } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { fileAddress } from '#kernel/web/api.ts'
import { useRead } from '#kernel/web/query.ts'
import { documentOperations } from '../contract.ts'

const shown = 20

/** The documents about one policy, claim or bill, newest first, as links; nothing while there are none. */
export const DocumentLinks = ({ aboutId }: { aboutId: string }) => {
  const { data } = useRead(documentOperations.listDocuments, {
    filter: JSON.stringify({ about_id: aboutId }),
    limit: shown,
    total: 'none',
  })
  if (!data || data.data.length === 0) return null
  return (
    <ul aria-label="Documents">
      {data.data.map((document) => (
        <li key={document.id}>
          <FileText aria-hidden="true" />
          <a href={fileAddress(documentOperations.readFile, { id: document.id })} download={document.file_name}>
            <bdi>{document.title}</bdi>
          </a>
        </li>
      ))}
      {data.next_cursor !== null && (
        <li>
          <Trans>et d’autres</Trans>
        </li>
      )}
    </ul>
  )
}
