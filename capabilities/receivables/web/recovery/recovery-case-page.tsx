import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { recoveryOperations } from '../../recovery-contract.ts'
import { RecoveryQuick } from './recovery-quick.tsx'

/** One case of recovery on a page of its own: for a link, or a phone. */
export const RecoveryCasePage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRead(recoveryOperations.getRecovery, { id })
  return (
    <Page title={t`Dossier de recouvrement`} width="narrow" back={{ to: '/recovery', label: <Trans>Recouvrement</Trans> }}>
      {error && !data ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <Card>{data ? <RecoveryQuick row={data} /> : <SkeletonRows rows={8} />}</Card>
      )}
    </Page>
  )
}
