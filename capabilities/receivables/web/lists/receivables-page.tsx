import { Trans } from '@lingui/react/macro'
import { ChartColumn, Handshake, Wallet } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { useReceivableList } from './use-receivable-list.tsx'

/** «Créances»: what customers owe and have paid, within reach. */
export const ReceivablesPage = () => {
  const definition = useReceivableList()
  const { can } = useSession()
  return (
    <RecordList
      definition={definition}
      acts={
        <>
          <LinkButton to="/promises" icon={<Handshake aria-hidden="true" />}>
            <Trans>Promesses</Trans>
          </LinkButton>
          <LinkButton to="/receivables/aged" icon={<ChartColumn aria-hidden="true" />}>
            <Trans>Balance âgée</Trans>
          </LinkButton>
        </>
      }
      empty={
        <Blank icon={<Wallet aria-hidden="true" />} title={<Trans>Aucune quittance pour l’instant</Trans>}>
          {can('policy.create') ? (
            <Trans>Les quittances naissent à l’émission et au renouvellement des polices.</Trans>
          ) : (
            <Trans>Les quittances de vos clients paraîtront ici.</Trans>
          )}
        </Blank>
      }
    />
  )
}
