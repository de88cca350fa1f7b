import { Trans } from '@lingui/react/macro'
import { FileInput } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { exchangeOperations } from '../../contract.ts'

/** «Importer», beside the list of what a file can bring in; in an empty list it says the whole of it. */
export const ImportLink = ({ list, place }: Pick<ListToolProps, 'list' | 'place'>) => {
  const { can } = useSession()
  const may = can('import.create') && can(`${list}.import`)
  const { data } = useRead(exchangeOperations.listImportObjects, {}, { enabled: may, staleTime: Infinity })
  const object = data?.data.find(({ record }) => record === list)?.object
  if (!may || object === undefined) return null
  return (
    <LinkButton
      to="/imports/new"
      search={{ object }}
      kind={place === 'empty' ? 'secondary' : 'quiet'}
      icon={<FileInput aria-hidden="true" />}
    >
      {place === 'empty' ? <Trans>Importer un fichier</Trans> : <Trans>Importer</Trans>}
    </LinkButton>
  )
}
