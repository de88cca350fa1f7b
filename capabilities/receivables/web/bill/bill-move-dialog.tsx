import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations as operations } from '../../contract.ts'
import type { ReceivableLine } from '../../rows.ts'
import type { BillMove } from '../../rules.ts'
import { ReasonDialog } from '../reason-dialog.tsx'

export type Move = BillMove

const verbs = {
  void: operations.voidReceivable,
  litigate: operations.litigateReceivable,
  settle_amicably: operations.settleAmicably,
  write_off: operations.writeOffReceivable,
  reopen: operations.reopenReceivable,
} as const

/** Asks why before a bill is voided, taken to law, given up or taken up again. */
export const BillMoveDialog = ({
  bill,
  move,
  onClose,
}: {
  bill: Pick<ReceivableLine, 'id' | 'number' | 'balance_centimes' | 'paid_centimes'>
  move: Move
  onClose: () => void
}) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const { amount } = useFormats()
  const { number } = bill
  const due = amount(bill.balance_centimes)
  const paid = amount(bill.paid_centimes)
  const words: Readonly<Record<Move, { title: string; what: string; act: string; done: string; usual: readonly string[] }>> = {
    void: {
      title: t`Annuler la quittance ${number}`,
      what:
        bill.paid_centimes === 0
          ? t`Le client ne doit plus rien sur cette quittance.`
          : t`Le client ne doit plus rien sur cette quittance; les ${paid} déjà réglés lui restent en avoir.`,
      act: t`Annuler la quittance`,
      done: t`Quittance annulée`,
      usual: [t`Erreur d’émission`, t`Doublon`, t`Contrat sans effet`],
    },
    litigate: {
      title: t`Transférer ${number} au contentieux`,
      what: t`Les ${due} restent dus et quittent les relances à l’amiable.`,
      act: t`Transférer`,
      done: t`Quittance transférée au contentieux`,
      usual: [t`Relances sans réponse`, t`Refus de payer`, t`Chèque impayé`],
    },
    settle_amicably: {
      title: t`Revenir à l’amiable pour ${number}`,
      what: t`Les ${due} sont de nouveau suivis par les relances.`,
      act: t`Revenir à l’amiable`,
      done: t`Quittance revenue à l’amiable`,
      usual: [t`Accord trouvé`, t`Échéancier convenu`],
    },
    write_off: {
      title: t`Passer ${number} en perte`,
      what: t`Le client ne devra plus les ${due}; la quittance reste dans les comptes comme irrécouvrable.`,
      act: t`Passer en perte`,
      done: t`Quittance passée en perte`,
      usual: [t`Client introuvable`, t`Insolvabilité`, t`Montant inférieur aux frais`],
    },
    reopen: {
      title: t`Remettre ${number} à encaisser`,
      what: t`Ce qui restait dû l’est de nouveau.`,
      act: t`Remettre à encaisser`,
      done: t`Quittance remise à encaisser`,
      usual: [t`Le client veut payer`, t`Passée en perte par erreur`],
    },
  }
  const said = words[move]
  return (
    <ReasonDialog
      title={said.title}
      act={said.act}
      danger={move === 'void' || move === 'write_off'}
      usual={said.usual}
      onSend={async (reason, options) => {
        await call(verbs[move], { id: bill.id, reason }, options)
        await refreshObjects(client, ['receivable', 'payment', 'contact', 'recovery'])
        toast(said.done)
      }}
      onClose={onClose}
    >
      {said.what}
    </ReasonDialog>
  )
}
