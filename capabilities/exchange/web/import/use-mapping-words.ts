import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** The programs whose exports are known by their headers. */
export const usePresetNames = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      zoho: 'Zoho CRM',
      salesforce: 'Salesforce',
      hubspot: 'HubSpot',
      google: t`Google Contacts`,
      outlook: 'Outlook',
    }),
    [t],
  )
}

/** Why a column was matched, and by what a relation is looked up. */
export const useMappingWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const because: Readonly<Record<string, string>> = {
      preset: t`Export connu`,
      name: t`Même nom`,
      similar: t`Nom proche`,
      kind: t`D’après le contenu`,
      remembered: t`Comme la dernière fois`,
      chosen: t`Votre choix`,
    }
    const by: Readonly<Record<string, string>> = {
      code: t`code`,
      number: t`numéro`,
      name: t`nom`,
      external_id: t`identifiant externe`,
      email: t`e-mail`,
      nin: t`NIN`,
      nif: t`NIF`,
      name_and_birth: t`nom et date de naissance`,
      number_and_contact: t`numéro et client`,
      category: t`catégorie`,
      word: t`appellation courante`,
    }
    return { because, by }
  }, [t])
}
