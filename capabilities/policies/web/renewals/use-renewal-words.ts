import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { RenewalRow } from '../../renewal-contract.ts'

type Outcome = RenewalRow['outcome']

export const outcomeTones: Readonly<Record<Outcome, Tone>> = { open: 'warn', renewed: 'good', not_renewed: 'neutral' }

/** What becomes of terms, in words. */
export const useRenewalWords = () => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      outcome: { open: t`À décider`, renewed: t`Renouvelée`, not_renewed: t`Non renouvelée` } satisfies Record<Outcome, string>,
      reason: {
        price: t`Tarif`,
        other_insurer: t`Autre assureur`,
        service: t`Service ou sinistre`,
        sold_or_destroyed: t`Bien vendu ou détruit`,
        unreachable: t`Injoignable`,
        no_longer_needed: t`Plus de besoin`,
        left_country: t`Départ à l’étranger`,
        death: t`Décès`,
        insurer_refused: t`Refus de la compagnie`,
        other: t`Autre motif`,
      },
    }),
    [t],
  )
}
