import { Trans } from '@lingui/react/macro'
import { Building2, Plus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { useAccountList } from './use-account-list.tsx'

/** «Comptes»: companies with their people, households with their members. */
export const AccountsPage = () => {
  const definition = useAccountList()
  const { can } = useSession()
  const create = can('account.create') && (
    <LinkButton to="/accounts/new" kind="primary" icon={<Plus aria-hidden="true" />}>
      <Trans>Nouveau compte</Trans>
    </LinkButton>
  )
  return (
    <RecordList
      definition={definition}
      acts={create || undefined}
      empty={
        <Blank icon={<Building2 aria-hidden="true" />} title={<Trans>Aucun compte pour l’instant</Trans>} acts={create || undefined}>
          <Trans>Un compte réunit les personnes d’une société ou d’un foyer: leurs contrats se lisent alors ensemble.</Trans>
        </Blank>
      }
    />
  )
}
