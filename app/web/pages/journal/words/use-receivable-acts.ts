import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with receivables, in words, by the name of the operation. */
export const useReceivableActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'payment.allocate_credit': t`Avoir affecté`,
      'payment.bounce': t`Chèque impayé`,
      'payment.create': t`Paiement encaissé`,
      'payment.reallocate': t`Paiement réaffecté`,
      'payment.receipt': t`Reçu établi`,
      'payment.refund': t`Client remboursé`,
      'payment.update': t`Paiement corrigé`,
      'payment.void': t`Paiement annulé`,
      'receivable.cancel_promise': t`Promesse annulée`,
      'receivable.create': t`Quittance émise`,
      'receivable.litigate': t`Quittance passée au contentieux`,
      'receivable.night_broken': t`Promesses non tenues signalées`,
      'receivable.night_overdue': t`Quittances échues signalées`,
      'receivable.night_promises': t`Promesses échues`,
      'receivable.night_unpaid': t`Quittances devenues impayées`,
      'receivable.promise': t`Promesse de paiement notée`,
      'receivable.reopen': t`Quittance remise à encaisser`,
      'receivable.settle_amicably': t`Quittance revenue à l’amiable`,
      'receivable.update': t`Quittance modifiée`,
      'receivable.void': t`Quittance annulée`,
      'receivable.write_off': t`Quittance passée en perte`,
    }),
    [t],
  )
}
