import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { receivableOperations } from '../../contract.ts'
import { Amount } from '../amount.tsx'

/** Lets what is left of a customer's payments settle what is due, oldest first; says what came of it. */
export const useAllocateCredit = (contactId: string) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const allocate = async (): Promise<void> => {
    setBusy(true)
    try {
      const done = await call(receivableOperations.allocateCredit, { contact_id: contactId })
      const sum = amount(done.allocated_centimes)
      await refreshObjects(client, ['receivable', 'payment', 'contact'])
      toast(done.allocated_centimes === 0 ? t`Rien à régler avec cet avoir` : t`${sum} d’avoir affectés`)
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return { allocate, busy }
}

/** The customer has money here already: it goes first. */
export const CreditNotice = ({ contactId, credit, onDone }: { contactId: string; credit: number; onDone: () => void }) => {
  const { allocate, busy } = useAllocateCredit(contactId)
  return (
    <Notice tone="info">
      <Trans>
        Ce client a un avoir de <Amount centimes={credit} />.
      </Trans>{' '}
      <Button kind="link" busy={busy} onClick={() => void allocate().then(onDone)}>
        <Trans>L’affecter d’abord</Trans>
      </Button>
    </Notice>
  )
}
