import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { AmendmentKind, EndReason, ObjectKind, PartyRole, PaymentMode, Periodicity, SuspensionReason } from '../fields.ts'
import type { ContractType, PolicyStatus } from '../rules.ts'

/** Colour and shape of each state. */
export const statusTones: Readonly<Record<PolicyStatus, Tone>> = {
  draft: 'neutral',
  awaiting_payment: 'info',
  in_force: 'good',
  to_renew: 'warn',
  renewed: 'good',
  suspended: 'bad',
  lapsed: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  void: 'neutral',
}

/** What a policy, its states and its movements are called. */
export const usePolicyWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const status: Readonly<Record<PolicyStatus, string>> = {
      draft: t`Projet`,
      awaiting_payment: t`En attente de paiement`,
      in_force: t`En vigueur`,
      to_renew: t`À renouveler`,
      renewed: t`Renouvelée`,
      suspended: t`Suspendue`,
      lapsed: t`Échue non renouvelée`,
      expired: t`Expirée`,
      cancelled: t`Résiliée`,
      void: t`Annulée (sans effet)`,
    }
    const contractType: Readonly<Record<ContractType, string>> = {
      firm: t`Ferme`,
      tacit: t`Tacite reconduction`,
      temporary: t`Temporaire`,
    }
    const periodicity: Readonly<Record<Periodicity, string>> = {
      annual: t`Annuelle`,
      half_yearly: t`Semestrielle`,
      quarterly: t`Trimestrielle`,
      monthly: t`Mensuelle`,
      single: t`Unique`,
    }
    const amendment: Readonly<Record<AmendmentKind, string>> = {
      new_business: t`Affaire nouvelle`,
      renewal: t`Renouvellement`,
      replacement: t`Remplacement`,
      guarantees: t`Modification de garanties`,
      vehicle: t`Changement de véhicule`,
      risk: t`Changement de risque ou d’adresse`,
      transfer: t`Changement de souscripteur`,
      addition: t`Incorporation`,
      removal: t`Retrait`,
      extension: t`Prorogation`,
      suspension: t`Suspension`,
      reinstatement: t`Remise en vigueur`,
      refund: t`Ristourne`,
      cancellation: t`Résiliation`,
      voiding: t`Annulation`,
      bank_details: t`Changement de domiciliation`,
    }
    const endReason: Readonly<Record<EndReason, string>> = {
      sale: t`Vente du véhicule ou du bien`,
      destroyed_or_stolen: t`Véhicule réformé, détruit ou volé`,
      non_payment: t`Non-paiement`,
      at_expiry: t`À l’échéance, demande du client`,
      other_insurer_price: t`Changement d’assureur: tarif`,
      other_insurer_service: t`Changement d’assureur: service ou sinistre`,
      death: t`Décès`,
      departure: t`Déménagement ou départ à l’étranger`,
      double_insurance: t`Double assurance`,
      aggravation_refused: t`Aggravation du risque refusée`,
      false_statement: t`Fausse déclaration`,
      loss_record: t`Sinistralité, par l’assureur`,
      activity_ceased: t`Cessation d’activité`,
      issue_error: t`Erreur d’émission`,
      credit_ended: t`Fin de crédit ou de leasing`,
      licence_withdrawn: t`Retrait d’agrément`,
    }
    const suspensionReason: Readonly<Record<SuspensionReason, string>> = {
      non_payment: t`Non-paiement`,
      customer_request: t`Demande du client`,
      vehicle_laid_up: t`Véhicule immobilisé`,
      requisition: t`Réquisition`,
      aggravation: t`Aggravation du risque`,
    }
    const transferReason: Readonly<Record<'sale' | 'inheritance' | 'change_of_name' | 'other', string>> = {
      sale: t`Vente`,
      inheritance: t`Succession`,
      change_of_name: t`Changement de nom ou de raison sociale`,
      other: t`Autre`,
    }
    const role: Readonly<Record<PartyRole, string>> = {
      insured: t`Assuré`,
      beneficiary: t`Bénéficiaire`,
      driver: t`Conducteur`,
      payer: t`Payeur`,
    }
    const paymentMode: Readonly<Record<PaymentMode, string>> = {
      cash: t`Espèces`,
      cheque: t`Chèque bancaire`,
      postal_cheque: t`Chèque CCP`,
      transfer: t`Virement bancaire`,
      postal_transfer: t`Virement CCP`,
      cib_card: t`Carte CIB`,
      edahabia_card: t`Carte Edahabia`,
      cib_online: t`Paiement en ligne CIB`,
      edahabia_online: t`Paiement en ligne Edahabia`,
      baridimob: t`BaridiMob`,
      bank_deposit: t`Versement bancaire`,
    }
    const objectKind: Readonly<Record<ObjectKind, string>> = {
      vehicle: t`Véhicule`,
      home: t`Habitation`,
      building: t`Bâtiment`,
      business: t`Local professionnel`,
      boat: t`Bateau`,
      trip: t`Voyage`,
      person: t`Personne`,
      goods: t`Marchandises`,
      farm: t`Exploitation agricole`,
      none: t`Objet`,
    }
    return { status, contractType, periodicity, amendment, endReason, suspensionReason, transferReason, role, paymentMode, objectKind }
  }, [t])
}

/** Choices of a list of values, in their own order. */
export const optionsOf = <V extends string>(words: Readonly<Record<V, string>>): { value: V; label: string }[] =>
  (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }))
