import { Trans } from '@lingui/react/macro'
import { Plus, Shield } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { usePolicyList } from './use-policy-list.tsx'

/** «Polices»: every contract within reach, in its state of today. */
export const PoliciesPage = () => {
  const definition = usePolicyList()
  const { can } = useSession()
  const create = can('policy.create') && (
    <LinkButton to="/policies/new" kind="primary" icon={<Plus aria-hidden="true" />}>
      <Trans>Nouvelle police</Trans>
    </LinkButton>
  )
  return (
    <RecordList
      definition={definition}
      acts={create || undefined}
      empty={
        <Blank icon={<Shield aria-hidden="true" />} title={<Trans>Aucune police pour l’instant</Trans>} acts={create || undefined}>
          <Trans>Émettez la première, ou importez le fichier que vous avez déjà.</Trans>
        </Blank>
      }
    />
  )
}
