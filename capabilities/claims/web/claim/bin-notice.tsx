import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { useClaimAct } from './use-claim-act.ts'

/** Says that the claim lies in the bin, and takes it out again. */
export const BinNotice = ({ claim, at }: { claim: Claim; at: string }) => {
  const { t } = useLingui()
  const { instant } = useFormats()
  const { act } = useClaimAct(claim.id)
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    try {
      await act(claimOperations.restoreClaim, { id: claim.id })
      toast(t`Sinistre restauré`)
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  const when = instant(at)
  return (
    <Notice tone="warn">
      <Trans>Ce sinistre est dans la corbeille depuis le {when}.</Trans>{' '}
      {claim.can.restore && (
        <Button kind="link" busy={busy} onClick={() => void restore()}>
          <Trans>Restaurer</Trans>
        </Button>
      )}
    </Notice>
  )
}
