import { Trans } from '@lingui/react/macro'
import { Umbrella } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { DeclareClaimButton } from '../declare-claim-button.tsx'
import { useClaimList } from './use-claim-list.tsx'

/** «Sinistres»: every claim within reach, with its clock and its money. */
export const ClaimsPage = () => {
  const definition = useClaimList()
  const declare = <DeclareClaimButton kind="primary" />
  return (
    <RecordList
      definition={definition}
      acts={declare}
      empty={
        <Blank icon={<Umbrella aria-hidden="true" />} title={<Trans>Aucun sinistre pour l’instant</Trans>} acts={declare}>
          <Trans>Les sinistres déclarés s’inscriront ici, avec leurs délais légaux.</Trans>
        </Blank>
      }
    />
  )
}
