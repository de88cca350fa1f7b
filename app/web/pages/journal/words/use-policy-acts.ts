import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with policies, in words, by the name of the operation. */
export const usePolicyActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'policy.create': t`Police créée`,
      'policy.edit_draft': t`Projet de police modifié`,
      'policy.update': t`Police annotée`,
      'policy.issue': t`Police émise`,
      'policy.amend': t`Avenant établi`,
      'policy.suspend': t`Police suspendue`,
      'policy.reinstate': t`Police remise en vigueur`,
      'policy.cancel': t`Police résiliée`,
      'policy.void': t`Police annulée sans effet`,
      'policy.renew': t`Police renouvelée`,
      'policy.decline_renewal': t`Non-renouvellement noté`,
      'policy.pay': t`Garantie acquise par le paiement`,
      'policy.keep_states': t`États des polices mis à jour`,
      'contact.keep_cover': t`Situation du client mise à jour`,
    }),
    [t],
  )
}
