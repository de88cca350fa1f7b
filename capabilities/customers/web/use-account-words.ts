import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { accountFields } from '../contract.ts'

/** Every field that a person reads of an account. */
export type AccountField =
  | keyof typeof accountFields
  | 'code'
  | 'parent_id'
  | 'agency_id'
  | 'owner_id'
  | 'tags'
  | 'external_id'
  | 'contacts'

/** The names of an account's fields. */
export const useAccountWords = (): Readonly<Record<AccountField, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      code: t`Code compte`,
      name: t`Nom du compte`,
      kind: t`Type de compte`,
      sector: t`Secteur d’activité`,
      employees: t`Effectif`,
      revenue_centimes: t`Chiffre d’affaires`,
      nif: t`NIF`,
      rc: t`Registre de commerce`,
      phone: t`Téléphone`,
      email: t`E-mail`,
      website: t`Site web`,
      address: t`Adresse`,
      wilaya: t`Wilaya`,
      commune: t`Commune`,
      postcode: t`Code postal`,
      remarks: t`Remarques`,
      parent_id: t`Société mère`,
      agency_id: t`Agence`,
      owner_id: t`Chargé de clientèle`,
      tags: t`Étiquettes`,
      external_id: t`Identifiant externe`,
      contacts: t`Membres`,
    }),
    [t],
  )
}
