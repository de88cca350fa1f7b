import { lazy, Suspense, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Ban, CircleSlash, Ellipsis, FileText, Printer, Shuffle, Undo2 } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations } from '../../contract.ts'
import type { PaymentLine } from '../../rows.ts'
import { mayBounce } from '../../rules.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import { usePrintReceipt } from './use-print-receipt.ts'

const RefundDialog = lazy(() => import('./refund-dialog.tsx').then((module) => ({ default: module.RefundDialog })))
const ReallocateDialog = lazy(() => import('./reallocate-dialog.tsx').then((module) => ({ default: module.ReallocateDialog })))

interface PaymentMenuProps {
  readonly payment: PaymentLine
  /** Left out on the page of the payment itself. */
  readonly open?: boolean
  readonly kind?: 'quiet' | 'secondary'
}

/** What may be done with a payment: its receipt, other bills, a bounced cheque, a mistake, giving its rest back. */
export const PaymentMenu = ({ payment, open = true, kind = 'quiet' }: PaymentMenuProps) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const { amount } = useFormats()
  const receipt = usePrintReceipt(payment.id)
  const [doing, setDoing] = useState<'reallocate' | 'refund' | 'bounce' | 'void' | null>(null)
  const close = () => setDoing(null)
  const printReceipt = async () => {
    const refusal = await receipt.print()
    if (refusal !== null) toast(refusal, { tone: 'bad' })
  }
  const received = payment.amount_centimes >= 0
  const entries: MenuEntry[] = [
    ...(open ? [{ key: 'open', label: t`Ouvrir le paiement`, icon: <FileText aria-hidden="true" />, to: `/payments/${payment.id}` }] : []),
    ...(payment.can.edit
      ? [{ key: 'receipt', label: t`Imprimer le reçu`, icon: <Printer aria-hidden="true" />, act: () => void printReceipt() }]
      : []),
    ...(payment.can.edit && received
      ? [{ key: 'reallocate', label: t`Affecter autrement`, icon: <Shuffle aria-hidden="true" />, act: () => setDoing('reallocate') }]
      : []),
    ...(payment.can.refund
      ? [{ key: 'refund', label: t`Rembourser l’avoir`, icon: <Undo2 aria-hidden="true" />, act: () => setDoing('refund') }]
      : []),
    ...(payment.can.edit && received && mayBounce(payment.mode)
      ? [
          {
            key: 'bounce',
            label: t`Chèque impayé`,
            icon: <CircleSlash aria-hidden="true" />,
            danger: true,
            apart: true,
            act: () => setDoing('bounce'),
          },
        ]
      : []),
    ...(payment.can.void
      ? [{ key: 'void', label: t`Annuler le paiement`, icon: <Ban aria-hidden="true" />, danger: true, act: () => setDoing('void') }]
      : []),
  ]
  const { number } = payment
  const sum = amount(Math.abs(payment.amount_centimes))
  const takeBack =
    (verb: typeof receivableOperations.voidPayment, done: string) => async (reason: string, options: { idempotencyKey: string }) => {
      await call(verb, { id: payment.id, reason }, options)
      await refreshObjects(client, ['receivable', 'payment', 'contact', 'policy', 'recovery'])
      toast(done)
    }
  return (
    <>
      {entries.length > 0 && (
        <Menu label={t`Actions: ${number}`} entries={entries}>
          {(opener) => (
            <IconButton
              {...opener}
              label={t`Actions: ${number}`}
              kind={kind}
              busy={receipt.busy}
              {...(kind === 'quiet' && { size: 'small' as const })}
            >
              <Ellipsis aria-hidden="true" />
            </IconButton>
          )}
        </Menu>
      )}
      <Suspense>
        {doing === 'reallocate' && <ReallocateDialog payment={payment} onClose={close} />}
        {doing === 'refund' && (
          <RefundDialog
            contactId={payment.contact_id}
            paymentId={payment.id}
            most={payment.available_centimes}
            from={number}
            onClose={close}
          />
        )}
        {doing === 'bounce' && (
          <ReasonDialog
            title={t`Chèque impayé: ${number}`}
            act={t`Déclarer impayé`}
            danger
            usual={[t`Sans provision`, t`Compte clôturé`, t`Signature non conforme`, t`Opposition`]}
            onSend={takeBack(receivableOperations.bouncePayment, t`Chèque déclaré impayé: les quittances sont de nouveau dues`)}
            onClose={close}
          >
            {t`Les quittances que ces ${sum} réglaient redeviennent dues.`}
          </ReasonDialog>
        )}
        {doing === 'void' && (
          <ReasonDialog
            title={t`Annuler le paiement ${number}`}
            act={t`Annuler le paiement`}
            danger
            usual={[t`Erreur de saisie`, t`Saisi deux fois`, t`Mauvais client`]}
            onSend={takeBack(receivableOperations.voidPayment, t`Paiement annulé`)}
            onClose={close}
          >
            {t`Les ${sum} ne comptent plus; ce qu’ils réglaient redevient dû.`}
          </ReasonDialog>
        )}
      </Suspense>
    </>
  )
}
