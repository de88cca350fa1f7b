import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { DunningState, DunningStep } from '../../recovery-rules.ts'

/** How far along a recovery is, by colour; its word says the same. */
export const stateTones: Readonly<Record<DunningState, Tone>> = {
  notified: 'neutral',
  payment_window: 'warn',
  formal_notice: 'warn',
  suspended: 'bad',
  terminated: 'bad',
  settled: 'good',
  withdrawn: 'neutral',
}

/** Recovery in words: states, steps, and what each step is called on a button. */
export const useRecoveryWords = () => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      state: {
        notified: t`Avis envoyé`,
        payment_window: t`Délai de paiement`,
        formal_notice: t`Mise en demeure`,
        suspended: t`Garanties suspendues`,
        terminated: t`Résiliée`,
        settled: t`Réglée`,
        withdrawn: t`Abandonné`,
      } satisfies Record<DunningState, string>,
      step: {
        reminder_sms: t`Relance par SMS`,
        reminder_email: t`Relance par e-mail`,
        reminder_call: t`Appel de relance`,
        formal_notice: t`Mise en demeure`,
        suspension: t`Suspension`,
        termination: t`Résiliation`,
      } satisfies Record<DunningStep, string>,
      act: {
        reminder_sms: t`Noter le SMS envoyé`,
        reminder_email: t`Noter l’e-mail envoyé`,
        reminder_call: t`Noter l’appel`,
        formal_notice: t`Établir la mise en demeure`,
        suspension: t`Suspendre les garanties`,
        termination: t`Résilier la police`,
      } satisfies Record<DunningStep, string>,
      /** What taking the step does, said before it is confirmed. */
      effect: {
        reminder_sms: t`La relance est notée au dossier.`,
        reminder_email: t`La relance est notée au dossier.`,
        reminder_call: t`L’appel est noté au dossier.`,
        formal_notice: t`La lettre recommandée est établie avec sa date; les trente jours courent à partir d’aujourd’hui et ne bougent plus.`,
        suspension: t`Rien n’est plus couvert depuis la fin des trente jours. Les garanties reprennent le lendemain du paiement.`,
        termination: t`La police prend fin aujourd’hui pour non-paiement. La lettre est établie.`,
      } satisfies Record<DunningStep, string>,
    }),
    [t],
  )
}
