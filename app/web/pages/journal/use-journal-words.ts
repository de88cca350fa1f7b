import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { formatPhone } from '#kernel/shared/phone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'

const phones = new Set(['mobile', 'phone', 'other_phone'])

/** How the journal names fields and says values, whatever they belong to. */
export const useJournalWords = () => {
  const { t } = useLingui()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  return useMemo(() => {
    const fields: Readonly<Record<string, string>> = {
      active: t`En service`,
      address: t`Adresse`,
      agency_id: t`Agence`,
      birth_date: t`Date de naissance`,
      brand: t`Couleurs`,
      code: t`Code`,
      commune: t`Commune`,
      company_name: t`Raison sociale`,
      device: t`Appareil`,
      document_number: t`N° de pièce`,
      email: t`E-mail`,
      employees: t`Effectif`,
      first_name: t`Prénom`,
      function: t`Fonction`,
      kind: t`Type`,
      language: t`Langue`,
      last_name: t`Nom`,
      logo_url: t`Logo`,
      mobile: t`Téléphone mobile`,
      name: t`Nom`,
      nif: t`NIF`,
      nin: t`NIN`,
      number: t`Numéro`,
      other_phone: t`Autre téléphone`,
      owner_id: t`Chargé de clientèle`,
      phone: t`Téléphone`,
      postcode: t`Code postal`,
      profession: t`Profession`,
      rc: t`Registre de commerce`,
      region_id: t`Direction régionale`,
      remarks: t`Remarques`,
      revenue_centimes: t`Chiffre d’affaires`,
      rib: t`RIB`,
      role: t`Rôle`,
      scope: t`Périmètre`,
      sector: t`Secteur d’activité`,
      session_id: t`Session`,
      source: t`Origine`,
      status: t`Statut`,
      tags: t`Étiquettes`,
      title: t`Civilité`,
      type: t`Type`,
      user_name: t`Nom d’utilisateur`,
      website: t`Site web`,
      wilaya: t`Wilaya`,
    }
    const value = (field: string, raw: unknown): string => {
      if (raw === null || raw === undefined || raw === '') return t`vide`
      if (Array.isArray(raw)) return raw.length === 0 ? t`vide` : raw.map((one) => value(field, one)).join(', ')
      if (typeof raw === 'object') return 'name' in raw && typeof raw.name === 'string' ? raw.name : JSON.stringify(raw)
      if (typeof raw === 'boolean') return raw ? t`oui` : t`non`
      if (typeof raw === 'number') return field.endsWith('_centimes') ? formats.amount(raw, { decimals: 'needed' }) : formats.count(raw)
      if (typeof raw !== 'string') return ''
      if (field === 'wilaya') return nameOf(raw) ?? raw
      if (phones.has(field)) return formatPhone(raw)
      if (isDay(raw)) return formats.day(raw)
      return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(raw) ? formats.instant(raw) : raw
    }
    const actors = {
      user: null,
      api_key: t`clé d’accès`,
      job: t`tâche de fond`,
      system: t`système`,
      visitor: t`visiteur`,
    }
    return { field: (name: string): string => fields[name] ?? name, value, actors }
  }, [t, formats, nameOf])
}
