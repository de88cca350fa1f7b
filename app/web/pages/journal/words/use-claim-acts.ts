import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with claims, in words, by the name of the operation. */
export const useClaimActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'claim.declare': t`Sinistre déclaré`,
      'claim.update': t`Déclaration de sinistre corrigée`,
      'claim.set_parties': t`Tiers et témoins d’un sinistre modifiés`,
      'claim.move': t`Sinistre passé à une autre étape`,
      'claim.name_expert': t`Expert désigné`,
      'claim.record_expertise': t`Expertise saisie`,
      'claim.grant': t`Indemnité accordée`,
      'claim.set_recovery': t`Recours modifié`,
      'claim.record_movement': t`Mouvement de provision ou de règlement`,
      'claim.reverse_movement': t`Mouvement de sinistre annulé`,
      'claim.set_paper': t`Pièce de sinistre notée`,
      'claim.write_letter': t`Lettre de sinistre écrite`,
      'claim.watch_clocks': t`Délais de sinistres signalés`,
      'claim.assign': t`Sinistre confié à un collègue`,
      'claim.delete': t`Sinistre mis à la corbeille`,
      'claim.restore': t`Sinistre restauré`,
    }),
    [t],
  )
}
