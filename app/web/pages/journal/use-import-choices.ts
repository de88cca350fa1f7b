import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** The words of what is chosen for an import or an export, by field. */
export const useImportChoices = (): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      object: { contacts: t`Clients`, accounts: t`Comptes`, agencies: t`Agences`, users: t`Utilisateurs` },
      mode: { create: t`Créer seulement`, update: t`Mettre à jour seulement`, upsert: t`Créer et mettre à jour` },
      format: { csv: 'CSV', xlsx: 'Excel' },
      state: { failed: t`Échoué`, done: t`Terminé`, cancelled: t`Arrêté`, reverted: t`Annulé` },
    }),
    [t],
  )
}
