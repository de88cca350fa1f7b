import { useState, type KeyboardEvent } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { PaymentDone } from './payment-done.tsx'
import { PaymentForm } from './payment-form.tsx'

export interface PaymentDialogProps {
  readonly contactId: string
  /** The bill that is meant, where it was asked from one. */
  readonly receivableId?: string | undefined
  readonly onClose: () => void
}

/** «Encaisser»: money of a customer, prefilled with what is due; a receipt at the end. */
export const PaymentDialog = ({ contactId, receivableId, onClose }: PaymentDialogProps) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [made, setMade] = useState<Payment | null>(null)
  const { data, error, refetch } = useRead(receivableOperations.duesOf, { id: contactId }, { staleTime: 0, enabled: made === null })
  const name = data?.contact.name ?? ''
  const code = data?.contact.code ?? ''
  const stop = (event: KeyboardEvent) => event.stopPropagation()
  return (
    <Dialog
      title={made ? t`Paiement encaissé` : t`Encaisser`}
      intro={
        data && (
          <>
            <bdi>{name}</bdi> · <bdi dir="ltr">{code}</bdi>
          </>
        )
      }
      onClose={onClose}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps the strokes of the dialog from the page below */}
      <div onKeyDown={stop}>
        {made ? (
          <PaymentDone payment={made} onClose={onClose} />
        ) : data ? (
          <PaymentForm
            key={contactId}
            dues={data}
            receivableId={receivableId ?? null}
            onClose={onClose}
            onCredit={() => void refetch()}
            onDone={async (payment) => {
              setMade(payment)
              await refreshObjects(client, ['receivable', 'payment', 'contact', 'policy'])
            }}
          />
        ) : error ? (
          <Failure error={error} again={() => refetch()} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </div>
    </Dialog>
  )
}
