import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type {
  accountKinds,
  ContactKind,
  contactStatuses,
  documentKinds,
  languages,
  legalForms,
  maritalStatuses,
  memberRoles,
  preferredChannels,
  SensitiveField,
  titles,
} from '../contract.ts'

type Words<T extends readonly string[]> = Readonly<Record<T[number], string>>

/** The words of the customers' choices, by value; lists for pickers are made of them by `optionsOf`. */
export const useCustomerWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const kind: Readonly<Record<ContactKind, string>> = {
      individual: t`Particulier`,
      professional: t`Professionnel`,
      company: t`Entreprise`,
      association: t`Association`,
      administration: t`Administration`,
    }
    const status: Words<typeof contactStatuses> = {
      prospect: t`Prospect`,
      active: t`Actif`,
      inactive: t`Inactif`,
      cancelled: t`Résilié`,
      litigation: t`Contentieux`,
      watch: t`Liste de vigilance`,
      deceased: t`Décédé`,
    }
    const title: Words<typeof titles> = { mr: t`M.`, mrs: t`Mme`, miss: t`Mlle` }
    const legalForm: Words<typeof legalForms> = {
      eurl: 'EURL',
      sarl: 'SARL',
      spa: 'SPA',
      snc: 'SNC',
      epe: 'EPE',
      epic: 'EPIC',
      ets: 'ETS',
      other: t`Autre`,
    }
    const document: Words<typeof documentKinds> = {
      national_id: t`Carte d’identité`,
      passport: t`Passeport`,
      driving_licence: t`Permis de conduire`,
    }
    const marital: Words<typeof maritalStatuses> = {
      single: t`Célibataire`,
      married: t`Marié(e)`,
      divorced: t`Divorcé(e)`,
      widowed: t`Veuf ou veuve`,
    }
    const channel: Words<typeof preferredChannels> = {
      phone: t`Téléphone`,
      email: t`E-mail`,
      sms: t`SMS`,
      whatsapp: 'WhatsApp',
      post: t`Courrier`,
      agency: t`Agence`,
    }
    const language: Words<typeof languages> = { fr: t`Français`, ar: t`Arabe`, en: t`Anglais` }
    const accountKind: Words<typeof accountKinds> = { company: t`Société`, household: t`Foyer` }
    const role: Words<typeof memberRoles> = {
      head: t`Chef de famille`,
      spouse: t`Conjoint(e)`,
      child: t`Enfant`,
      parent: t`Parent`,
      employee: t`Salarié(e)`,
      manager: t`Dirigeant(e)`,
      representative: t`Représentant(e)`,
      subsidiary: t`Filiale`,
      other: t`Membre`,
    }
    const sensitive: Readonly<Record<SensitiveField, string>> = {
      nin: t`NIN`,
      rib: t`RIB`,
      document_number: t`N° de pièce`,
    }
    return { kind, status, title, legalForm, document, marital, channel, language, accountKind, role, sensitive }
  }, [t])
}

/** How a status looks; its word says the same. */
export const statusTones: Readonly<Record<(typeof contactStatuses)[number], Tone>> = {
  prospect: 'info',
  active: 'good',
  inactive: 'neutral',
  cancelled: 'neutral',
  litigation: 'bad',
  watch: 'warn',
  deceased: 'neutral',
}

/** Values and their words, for a list to choose from. */
export const optionsOf = <V extends string>(words: Readonly<Record<V, string>>): Array<{ value: V; label: string }> =>
  (Object.entries(words) as Array<[V, string]>).map(([value, label]) => ({ value, label }))
