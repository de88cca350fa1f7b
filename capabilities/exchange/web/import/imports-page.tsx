import { Trans } from '@lingui/react/macro'
import { FileInput, Plus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { useImportList } from './use-import-list.tsx'

/** «Imports»: every file brought in, by whom, and what became of its rows. */
export const ImportsPage = () => {
  const definition = useImportList()
  const { can } = useSession()
  const begin = can('import.create') && (
    <LinkButton to="/imports/new" kind="primary" icon={<Plus aria-hidden="true" />}>
      <Trans>Importer un fichier</Trans>
    </LinkButton>
  )
  return (
    <RecordList
      definition={definition}
      acts={begin || undefined}
      empty={
        <Blank icon={<FileInput aria-hidden="true" />} title={<Trans>Importez votre premier fichier</Trans>} acts={begin || undefined}>
          <Trans>
            Clients, comptes, agences ou collègues, en CSV ou en Excel, tel que votre ancien logiciel l’a exporté. Vous essayez d’abord sans
            rien changer, et un import se défait d’un bloc.
          </Trans>
        </Blank>
      }
    />
  )
}
