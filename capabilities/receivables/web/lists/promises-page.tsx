import { Trans } from '@lingui/react/macro'
import { CalendarCheck } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { usePromiseList } from './use-promise-list.tsx'

/** «Promesses de paiement»: what customers said they would pay, and whether they did. */
export const PromisesPage = () => (
  <RecordList
    definition={usePromiseList()}
    acts={
      <LinkButton to="/receivables">
        <Trans>Voir les créances</Trans>
      </LinkButton>
    }
    empty={
      <Blank icon={<CalendarCheck aria-hidden="true" />} title={<Trans>Aucune promesse pour l’instant</Trans>}>
        <Trans>Une promesse se note depuis une quittance: «Noter une promesse».</Trans>
      </Blank>
    }
  />
)
