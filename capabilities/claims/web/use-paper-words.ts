import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { PaperCode } from '../papers.ts'

/** What the papers of a claim are called. */
export const usePaperWords = (): Readonly<Record<PaperCode, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      declaration: t`Déclaration signée`,
      accident_report: t`Constat amiable signé`,
      policy_copy: t`Copie de la police`,
      driving_licence: t`Permis de conduire`,
      registration: t`Carte grise`,
      photos: t`Photos des dommages`,
      other_insurer_certificate: t`Attestation d’assurance adverse`,
      repair_quote: t`Devis ou facture`,
      bank_details: t`RIB ou chèque CCP barré`,
      theft_complaint: t`Dépôt de plainte ou PV`,
      keys: t`Clés et double`,
      original_registration: t`Carte grise originale`,
      no_pledge_certificate: t`Certificat de non-gage`,
      not_found_report: t`PV de non-découverte`,
      subrogation_receipt: t`Quittance subrogative`,
      civil_protection_report: t`PV de la protection civile`,
      inventory: t`Inventaire des biens`,
      police_report: t`PV de police ou de gendarmerie`,
      first_medical_certificate: t`Certificat médical initial (ITT)`,
      consolidation_certificate: t`Certificat de consolidation (IPP)`,
      family_record: t`Fiche familiale`,
      pay_slip: t`Fiche de paie ou relevé d’émoluments`,
      death_certificate: t`Acte de décès`,
      heirs_deed: t`Frédha`,
      plumber_invoice: t`Facture du plombier`,
      lease_or_deed: t`Bail ou acte de propriété`,
      official_journal: t`Journal officiel déclarant la catastrophe`,
      loss_estimate: t`État estimatif des pertes`,
      ctc_report: t`Expertise CTC`,
      third_party_claim: t`Réclamation du tiers`,
      loss_proof: t`Preuves du préjudice`,
      veterinary_certificate: t`Certificat du vétérinaire`,
      intervention_slip: t`Bon d’intervention`,
      expert_report: t`Rapport d’expertise`,
    }),
    [t],
  )
}
