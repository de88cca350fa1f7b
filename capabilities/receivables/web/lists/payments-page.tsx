import { Trans } from '@lingui/react/macro'
import { Calculator, HandCoins } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { usePaymentList } from './use-payment-list.tsx'

/** «Encaissements»: payments of the agencies within reach, latest first. */
export const PaymentsPage = () => (
  <RecordList
    definition={usePaymentList()}
    acts={
      <LinkButton to="/payments/day" icon={<Calculator aria-hidden="true" />}>
        <Trans>Encaissements du jour</Trans>
      </LinkButton>
    }
    empty={
      <Blank icon={<HandCoins aria-hidden="true" />} title={<Trans>Aucun paiement pour l’instant</Trans>}>
        <Trans>Encaissez depuis la fiche d’un client ou depuis une quittance.</Trans>
      </Blank>
    }
  />
)
