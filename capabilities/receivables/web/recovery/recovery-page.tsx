import { Trans } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { RecoveryBulk } from './recovery-bulk.tsx'
import { useRecoveryList } from './use-recovery-list.tsx'

/** «Recouvrement» (U12): the list of the day by the legal schedule of art. 16 of ord. 95-07. */
export const RecoveryPage = () => {
  const definition = useRecoveryList()
  const { can } = useSession()
  return (
    <RecordList
      definition={definition}
      bulk={can('receivable.edit') ? (chosen) => <RecoveryBulk chosen={chosen} /> : undefined}
      empty={
        <Blank icon={<CircleCheck aria-hidden="true" />} title={<Trans>Rien à recouvrer aujourd’hui</Trans>}>
          <Trans>Les primes échues et non réglées arrivent ici d’elles-mêmes, avec l’étape que la loi permet.</Trans>
        </Blank>
      }
    />
  )
}
