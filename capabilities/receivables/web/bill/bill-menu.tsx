import { lazy, Suspense, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { CalendarCheck, Ellipsis, FileText, Gavel, Handshake, Pencil, RotateCcw, Trash2, Undo2 } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import type { ReceivableLine } from '../../rows.ts'
import { movesOf } from '../../rules.ts'
import { PromiseDialog } from './promise-dialog.tsx'
import { BillMoveDialog, type Move } from './bill-move-dialog.tsx'

const EditBillDialog = lazy(() => import('./edit-bill-dialog.tsx').then((module) => ({ default: module.EditBillDialog })))
const RefundDialog = lazy(() => import('../payment/refund-dialog.tsx').then((module) => ({ default: module.RefundDialog })))

interface BillMenuProps {
  readonly bill: ReceivableLine
  /** Left out on the page of the bill itself. */
  readonly open?: boolean
  readonly kind?: 'quiet' | 'secondary'
}

/** What else may be done with a bill, besides receiving its money. */
export const BillMenu = ({ bill, open = true, kind = 'quiet' }: BillMenuProps) => {
  const { t } = useLingui()
  const { can } = useSession()
  const [doing, setDoing] = useState<Move | 'promise' | 'edit' | 'refund' | null>(null)
  const close = () => setDoing(null)
  const moves = movesOf(bill.status)
  const owed = bill.balance_centimes > 0
  const entries: MenuEntry[] = [
    ...(open ? [{ key: 'open', label: t`Ouvrir la quittance`, icon: <FileText aria-hidden="true" />, to: `/receivables/${bill.id}` }] : []),
    ...(bill.can.edit && owed
      ? [{ key: 'promise', label: t`Noter une promesse`, icon: <CalendarCheck aria-hidden="true" />, act: () => setDoing('promise') }]
      : []),
    ...(bill.can.edit
      ? [{ key: 'edit', label: t`Modifier l’échéance`, icon: <Pencil aria-hidden="true" />, act: () => setDoing('edit') }]
      : []),
    ...(bill.can.pay && bill.balance_centimes < 0
      ? [{ key: 'refund', label: t`Rembourser le client`, icon: <Undo2 aria-hidden="true" />, act: () => setDoing('refund') }]
      : []),
    ...(bill.can.edit && moves.includes('litigate')
      ? [
          {
            key: 'litigate',
            label: t`Transférer au contentieux`,
            icon: <Gavel aria-hidden="true" />,
            act: () => setDoing('litigate'),
            apart: true,
          },
        ]
      : []),
    ...(bill.can.edit && moves.includes('settle_amicably')
      ? [{ key: 'amicable', label: t`Revenir à l’amiable`, icon: <Handshake aria-hidden="true" />, act: () => setDoing('settle_amicably') }]
      : []),
    ...(moves.includes('reopen') && can('receivable.approve')
      ? [{ key: 'reopen', label: t`Remettre à encaisser`, icon: <RotateCcw aria-hidden="true" />, act: () => setDoing('reopen') }]
      : []),
    ...(bill.can.write_off
      ? [
          {
            key: 'write_off',
            label: t`Passer en perte`,
            icon: <Undo2 aria-hidden="true" />,
            danger: true,
            act: () => setDoing('write_off'),
          },
        ]
      : []),
    ...(bill.can.void
      ? [{ key: 'void', label: t`Annuler la quittance`, icon: <Trash2 aria-hidden="true" />, danger: true, act: () => setDoing('void') }]
      : []),
  ]
  const { number } = bill
  return (
    <>
      {entries.length > 0 && (
        <Menu label={t`Actions: ${number}`} entries={entries}>
          {(opener) => (
            <IconButton {...opener} label={t`Actions: ${number}`} kind={kind} {...(kind === 'quiet' && { size: 'small' as const })}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          )}
        </Menu>
      )}
      <Suspense>
        {doing === 'promise' && <PromiseDialog bill={bill} onClose={close} />}
        {doing === 'edit' && <EditBillDialog bill={bill} onClose={close} />}
        {doing === 'refund' && (
          <RefundDialog
            contactId={bill.contact_id}
            receivableId={bill.id}
            most={-bill.balance_centimes}
            from={bill.number}
            onClose={close}
          />
        )}
        {doing !== null && doing !== 'promise' && doing !== 'edit' && doing !== 'refund' && (
          <BillMoveDialog bill={bill} move={doing} onClose={close} />
        )}
      </Suspense>
    </>
  )
}
