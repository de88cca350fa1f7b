import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Anchor, ReminderState } from '../../contract.ts'

/** The words of reminders. */
export const useReminderWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const state: Readonly<Record<ReminderState, string>> = {
      waiting: t`En attente`,
      fired: t`À traiter`,
      done: t`Fait`,
      cancelled: t`Sans objet`,
    }
    const anchor: Readonly<Record<Anchor, string>> = {
      'policy.expiry': t`Échéance de la police`,
      'policy.effective': t`Effet de la police`,
      'receivable.due': t`Échéance de la quittance`,
      'claim.declared': t`Déclaration du sinistre`,
    }
    return { state, anchor }
  }, [t])
}
