import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { HandCoins } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'

/** The desk of payments; its code comes when it is first opened. */
export const PaymentDialog = lazy(() => import('./payment-dialog.tsx').then((module) => ({ default: module.PaymentDialog })))

export interface PayButtonProps {
  readonly contactId: string
  /** The bill that is meant; all that is due otherwise. */
  readonly receivableId?: string
  /** False once nothing is due: the button goes, but not the receipt that is still being looked at. */
  readonly offered?: boolean
  readonly kind?: ComponentProps<typeof Button>['kind']
  readonly size?: ComponentProps<typeof Button>['size']
  readonly children?: ReactNode
}

/** «Encaisser»: opens the desk of payments for a customer, for those who may receive money; nothing for others. */
export const PayButton = ({ contactId, receivableId, offered = true, kind, size, children }: PayButtonProps) => {
  const { can } = useSession()
  const [open, setOpen] = useState(false)
  if (!can('payment.create')) return null
  return (
    <>
      {offered && (
        <Button {...(kind && { kind })} {...(size && { size })} icon={<HandCoins aria-hidden="true" />} onClick={() => setOpen(true)}>
          {children ?? <Trans>Encaisser</Trans>}
        </Button>
      )}
      {open && (
        <Suspense>
          <PaymentDialog contactId={contactId} receivableId={receivableId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
