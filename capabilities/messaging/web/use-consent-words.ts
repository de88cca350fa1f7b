import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Channel, consentSources, consentStatuses, Purpose } from '../contract.ts'

/** The words of the consent register. */
export const useConsentWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const purpose: Readonly<Record<Purpose, { title: string; detail: string }>> = {
      similar_products: { title: t`Produits analogues`, detail: t`Offres proches de ses contrats; permises jusqu’à opposition` },
      satisfaction: { title: t`Satisfaction`, detail: t`Enquêtes après un service; permises jusqu’à opposition` },
      prospecting: { title: t`Prospection`, detail: t`Autres offres commerciales; accord préalable` },
      profiling: { title: t`Profilage`, detail: t`Scores et recommandations; accord préalable` },
      partners: { title: t`Partenaires`, detail: t`Transmission à des tiers; accord préalable` },
      health: { title: t`Données de santé`, detail: t`Traitement de données de santé; accord préalable` },
    }
    const channel: Readonly<Record<Channel, string>> = {
      email: t`E-mail`,
      sms: t`SMS`,
      phone: t`Téléphone`,
      whatsapp: 'WhatsApp',
      post: t`Courrier`,
      push: t`Notification`,
    }
    const status: Readonly<Record<(typeof consentStatuses)[number], string>> = {
      granted: t`Accordé`,
      refused: t`Refusé`,
      withdrawn: t`Retiré`,
    }
    const source: Readonly<Record<(typeof consentSources)[number], string>> = {
      agency: t`En agence`,
      phone: t`Par téléphone`,
      paper: t`Formulaire papier`,
      email: t`Par e-mail`,
      web: t`Site web`,
      portal: t`Espace client`,
      import: t`Import`,
    }
    return { purpose, channel, status, source }
  }, [t])
}
