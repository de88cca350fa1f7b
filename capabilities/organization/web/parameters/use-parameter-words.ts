import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { Confidence, GridUsage } from '../../parameter-kinds.ts'
import type { ParameterCode, ParameterGroup } from '../../parameters.ts'

interface Named {
  readonly name: string
  /** From when it counts, or what it is for. */
  readonly about: string
}

/** What the parameters of law and market are called, and what for. */
export const useParameterWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const parameter: Readonly<Record<ParameterCode, Named>> = {
      DECL_STANDARD: { name: t`Déclaration d’un sinistre`, about: t`À compter du jour où l’assuré en a connaissance.` },
      DECL_VOL: { name: t`Déclaration d’un vol`, about: t`À compter du vol, week-ends et jours fériés exclus.` },
      DECL_GRELE: { name: t`Déclaration de la grêle`, about: t`À compter du dommage aux récoltes.` },
      DECL_BETAIL: { name: t`Déclaration de la mort du bétail`, about: t`À compter de la mort de l’animal.` },
      DECL_CATNAT: {
        name: t`Déclaration d’une catastrophe naturelle`,
        about: t`À compter de la publication de l’état de catastrophe au Journal officiel.`,
      },
      MISSION_EXPERT: { name: t`Mission de l’expert`, about: t`À compter de la déclaration.` },
      REGLEMENT_AUTO: { name: t`Règlement d’un sinistre automobile`, about: t`À compter de la déclaration.` },
      REGLEMENT_IDA: { name: t`Règlement par convention IDA`, about: t`À compter de la déclaration, entre assureurs signataires.` },
      REGLEMENT_CATNAT: { name: t`Règlement d’une catastrophe naturelle`, about: t`À compter de l’estimation des dommages.` },
      PRESCRIPTION: { name: t`Prescription`, about: t`À compter de l’événement.` },
      PROVISIONS_OUVERTURE: { name: t`Provisions d’ouverture`, about: t`Évaluation proposée à l’ouverture d’un dossier, par nature.` },
      PROVISION_VOL: { name: t`Provision d’un vol`, about: t`Part de la valeur vénale du véhicule volé.` },
      PREAVIS_ECHEANCE: { name: t`Avis d’échéance`, about: t`Avant l’échéance d’un contrat à tacite reconduction.` },
      PREAVIS_RESILIATION: { name: t`Préavis de résiliation`, about: t`Avant l’échéance, par l’assuré ou la compagnie.` },
      A_RENOUVELER: { name: t`Contrat à renouveler`, about: t`Avant l’échéance, le contrat passe à l’état «À renouveler».` },
      JALONS_RENOUVELLEMENT: { name: t`Jalons du renouvellement`, about: t`Jours avant l’échéance où l’on s’en occupe.` },
      PAIEMENT_ECHEANCE: { name: t`Paiement de la prime`, about: t`Après l’échéance, avant la mise en demeure.` },
      MISE_EN_DEMEURE: { name: t`Mise en demeure`, about: t`De la mise en demeure à la suspension des garanties.` },
      RESILIATION: { name: t`Résiliation après suspension`, about: t`De la suspension à la résiliation possible.` },
      RELANCES: { name: t`Relances`, about: t`Jours après l’exigibilité d’une quittance impayée.` },
      ESPECES_INTERDITES: {
        name: t`Espèces pour les assurances obligatoires`,
        about: t`Quand la règle est active, chaque produit dit s’il refuse ou déconseille les espèces.`,
      },
      TVA: { name: t`TVA`, about: t`Sur la prime nette et le coût de police, sauf produits exonérés.` },
      FGA: { name: t`Fonds de garantie automobile`, about: t`Sur la responsabilité civile et le coût de police.` },
      TIMBRE_DIMENSION: { name: t`Timbre de dimension`, about: t`Par feuille du contrat.` },
      TIMBRE_GRADUE: { name: t`Timbre gradué`, about: t`Contrats automobiles, par tranches de prime nette.` },
      TAXE_VEHICULE: { name: t`Taxe sur les véhicules`, about: t`Une fois par an, encaissée avec la prime.` },
      RC_AUTO_BAREME: { name: t`Barème de la RC automobile`, about: t`Primes annuelles par zone, usage et puissance.` },
      RC_AUTO_COEFFICIENT: { name: t`Coefficient de la RC automobile`, about: t`Multiplie le barème: les hausses du marché.` },
      PLAFOND_REDUCTION: { name: t`Plafond des réductions`, about: t`Part des garanties facultatives qu’un contrat peut céder.` },
      LIMITES_PAIEMENT: { name: t`Limites de paiement`, about: t`Par sinistre, sans l’accord d’un autre.` },
    }
    const group: Readonly<Record<ParameterGroup, string>> = {
      claims: t`Sinistres`,
      renewal: t`Échéances et renouvellement`,
      recovery: t`Paiement et recouvrement`,
      taxes: t`Taxes et timbres`,
      motor: t`Tarif automobile`,
      limits: t`Pouvoirs`,
    }
    /** Lines of the parameters that have several. */
    const line: Readonly<Record<string, string>> = {
      glass: t`Bris de glaces`,
      collision: t`Dommages matériels`,
      comprehensive: t`Tous risques`,
      bodily: t`Corporel`,
      water: t`Dégât des eaux`,
      other: t`Autres`,
      sms: t`SMS`,
      email: t`E-mail`,
      call: t`Appel`,
      formal_notice: t`Mise en demeure`,
      touring: t`Véhicules de tourisme`,
      two_wheels: t`Deux-roues`,
      user: t`Utilisateur`,
      editor: t`Éditeur`,
      supervisor: t`Superviseur`,
      administrator: t`Administrateur`,
    }
    const usage: Readonly<Record<GridUsage, string>> = {
      business: t`Affaires`,
      private: t`Fonctionnaire`,
      trade: t`Commerce`,
      taxi: t`Taxi`,
    }
    const confidence: Readonly<Record<Confidence, { readonly label: string; readonly tone: Tone }>> = {
      confirmed: { label: t`Source lue`, tone: 'good' },
      likely: { label: t`Probable`, tone: 'neutral' },
      to_check: { label: t`À vérifier`, tone: 'warn' },
      choice: { label: t`Proposition`, tone: 'info' },
    }
    return { parameter, group, line, usage, confidence }
  }, [t])
}
