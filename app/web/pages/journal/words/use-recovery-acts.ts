import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done in recoveries, in words, by the name of the operation. */
export const useRecoveryActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'recovery.take_step': t`Étape de recouvrement faite`,
      'recovery.bulk_step': t`Étapes de recouvrement faites en nombre`,
      'recovery.track': t`Numéro d’envoi gardé`,
      'recovery.withdraw': t`Recouvrement abandonné`,
      'recovery.open': t`Dossiers de recouvrement ouverts`,
      'recovery.advance': t`Relances avancées`,
      'recovery.close': t`Recouvrement clos`,
      'recovery.reopen': t`Recouvrement repris`,
    }),
    [t],
  )
}
