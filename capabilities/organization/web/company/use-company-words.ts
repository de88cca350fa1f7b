import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { CompanyValues } from './company-values.ts'

/** The names of the fields of the company sheet. */
export const useCompanyWords = (): Readonly<Record<keyof CompanyValues, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      name: t`Nom de l’entreprise`,
      address: t`Adresse`,
      wilaya: t`Wilaya`,
      commune: t`Commune`,
      postcode: t`Code postal`,
      mobile: t`Téléphone mobile`,
      phone: t`Téléphone fixe`,
      email: t`E-mail`,
      website: t`Site web`,
      employees: t`Nombre d’employés`,
      rc: t`Registre de commerce`,
      nif: t`NIF`,
      language: t`Langue de l’entreprise`,
    }),
    [t],
  )
}
