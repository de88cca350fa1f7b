import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { contactFields } from '../contract.ts'

/** Every field that a person reads of a contact. */
export type ContactField =
  | keyof typeof contactFields
  | 'code'
  | 'agency_id'
  | 'owner_id'
  | 'account_id'
  | 'tags'
  | 'external_id'
  | 'valid_until'

/** The names of a contact's fields, the same in form, page, list and history. */
export const useFieldWords = (): Readonly<Record<ContactField, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      kind: t`Type de client`,
      title: t`Civilité`,
      last_name: t`Nom`,
      first_name: t`Prénom`,
      maiden_name: t`Nom de jeune fille`,
      name_ar: t`Nom en arabe`,
      company_name: t`Raison sociale`,
      legal_form: t`Forme juridique`,
      birth_date: t`Date de naissance`,
      birth_place: t`Lieu de naissance`,
      marital_status: t`Situation familiale`,
      profession: t`Profession`,
      employer: t`Employeur`,
      email: t`E-mail`,
      other_email: t`Autre e-mail`,
      mobile: t`Téléphone mobile`,
      phone: t`Téléphone fixe`,
      other_phone: t`Autre téléphone`,
      nin: t`NIN`,
      document_kind: t`Pièce d’identité`,
      document_number: t`N° de pièce`,
      document_issued_on: t`Délivrée le`,
      document_issued_at: t`Délivrée à`,
      nif: t`NIF`,
      nis: t`NIS`,
      rc: t`Registre de commerce`,
      ai: t`Article d’imposition`,
      rib: t`RIB`,
      sector: t`Secteur d’activité`,
      employees: t`Effectif`,
      revenue_centimes: t`Chiffre d’affaires`,
      representative: t`Représentant légal`,
      address: t`Adresse`,
      address_ar: t`Adresse en arabe`,
      wilaya: t`Wilaya`,
      commune: t`Commune`,
      postcode: t`Code postal`,
      language: t`Langue préférée`,
      preferred_channel: t`Canal préféré`,
      status: t`Statut`,
      source: t`Origine`,
      remarks: t`Remarques`,
      registered_on: t`Date d’inscription`,
      code: t`Code client`,
      agency_id: t`Agence`,
      owner_id: t`Chargé de clientèle`,
      account_id: t`Compte`,
      tags: t`Étiquettes`,
      external_id: t`Identifiant externe`,
      valid_until: t`Date de validité`,
    }),
    [t],
  )
}
