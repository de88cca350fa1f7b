import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { ClockKind } from '../clocks.ts'
import type {
  adverseOthers,
  claimChannels,
  conventions,
  movementKinds,
  partyRoles,
  recoveryStates,
  settlementModes,
} from '../claim-shapes.ts'
import type { ClosingWarning, DeclarationFlag, MovementWarning } from '../guard-rails.ts'
import type { indemnityLines, liabilityParts } from '../indemnity.ts'
import type { ClaimLetter } from '../letters.ts'
import type { NaturalEvent, Nature } from '../natures.ts'
import type { ClaimStatus } from '../rules.ts'

type Words<T extends readonly string[]> = Readonly<Record<T[number], string>>

/** The words of the choices of claims, by value. Papers have theirs in `usePaperWords`. */
export const useClaimWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const status: Readonly<Record<ClaimStatus, string>> = {
      draft: t`Brouillon`,
      declared: t`Déclaré`,
      documents_missing: t`Pièces manquantes`,
      in_verification: t`En vérification`,
      opened: t`Ouvert`,
      in_expertise: t`En expertise`,
      expertised: t`Expertisé`,
      counter_expertise: t`En contre-expertise`,
      under_study: t`En étude`,
      in_recovery: t`En recours`,
      granted: t`Accordé`,
      in_settlement: t`En règlement`,
      part_settled: t`Réglé partiellement`,
      settled: t`Réglé`,
      rejected: t`Rejeté`,
      no_action: t`Classé sans suite`,
      in_litigation: t`En contentieux`,
      closed: t`Clôturé`,
      reopened: t`Rouvert`,
    }
    const nature: Readonly<Record<Nature, string>> = {
      collision_third_party: t`Accident matériel avec tiers identifié`,
      accident_alone: t`Accident sans tiers`,
      parked_unknown: t`Stationnement, tiers inconnu`,
      bodily_injury: t`Accident corporel`,
      theft: t`Vol total`,
      theft_partial: t`Vol partiel ou tentative`,
      fire: t`Incendie`,
      glass: t`Bris de glaces`,
      vandalism: t`Vandalisme`,
      natural_event: t`Événement naturel`,
      riot: t`Émeutes`,
      water_damage: t`Dégât des eaux`,
      home_theft: t`Vol habitation`,
      home_fire: t`Incendie habitation`,
      private_liability: t`RC vie privée`,
      catnat: t`Catastrophe naturelle`,
      business_liability: t`RC exploitation`,
      machinery_breakdown: t`Bris de machine`,
      cargo_damage: t`Avarie`,
      livestock_death: t`Mortalité de bétail`,
      assistance: t`Assistance`,
      other: t`Autre`,
    }
    const event: Readonly<Record<NaturalEvent, string>> = {
      hail: t`Grêle`,
      flood: t`Inondation`,
      storm: t`Tempête`,
      earthquake: t`Séisme`,
      landslide: t`Mouvement de terrain`,
      other: t`Autre`,
    }
    const clock: Readonly<Record<ClockKind, string>> = {
      declaration: t`déclaration`,
      expert: t`mission d’expert`,
      settlement: t`règlement`,
      prescription: t`prescription`,
    }
    const clockName: Readonly<Record<ClockKind, string>> = {
      declaration: t`Déclaration`,
      expert: t`Mission d’expert`,
      settlement: t`Règlement`,
      prescription: t`Prescription`,
    }
    const flag: Readonly<Record<DeclarationFlag, string>> = {
      outside_cover: t`Hors période de garantie`,
      suspended: t`Survenu pendant une suspension`,
      unpaid: t`Prime non réglée`,
      object_not_insured: t`Bien non assuré à cette date`,
      late_declaration: t`Déclaration tardive`,
      duplicate: t`Possible double déclaration`,
      guarantee_not_held: t`Garantie non souscrite`,
    }
    const channel: Words<typeof claimChannels> = {
      agency: t`Agence`,
      phone: t`Téléphone`,
      email: t`E-mail`,
      post: t`Courrier`,
      website: t`Site web`,
      app: t`Application mobile`,
      whatsapp: 'WhatsApp',
      partner: t`Partenaire`,
      other: t`Autre`,
    }
    const party: Words<typeof partyRoles> = { third_party: t`Tiers`, witness: t`Témoin`, victim: t`Victime` }
    const recovery: Words<typeof recoveryStates> = {
      claimed: t`Réclamé`,
      accepted: t`Accepté`,
      disputed: t`Contesté`,
      refused: t`Refusé`,
      received: t`Encaissé`,
    }
    const movement: Words<typeof movementKinds> = {
      opening: t`Ouverture de provision`,
      revaluation: t`Réévaluation de provision`,
      payment: t`Règlement principal`,
      fees: t`Honoraires`,
      recovery: t`Recours encaissé`,
      salvage: t`Sauvetage (épave)`,
      closing: t`Clôture de provision`,
    }
    const movementShort: Words<typeof movementKinds> = {
      opening: t`Ouverture`,
      revaluation: t`Provision`,
      payment: t`Règlement`,
      fees: t`Honoraires`,
      recovery: t`Recours`,
      salvage: t`Épave`,
      closing: t`Clôture`,
    }
    const movementDone: Words<typeof movementKinds> = {
      opening: t`Provision ouverte`,
      revaluation: t`Provision réévaluée`,
      payment: t`Règlement enregistré`,
      fees: t`Honoraires enregistrés`,
      recovery: t`Recours encaissé`,
      salvage: t`Sauvetage encaissé`,
      closing: t`Provision soldée`,
    }
    const mode: Words<typeof settlementModes> = {
      cheque: t`Chèque bancaire`,
      postal_cheque: t`Chèque CCP`,
      transfer: t`Virement bancaire`,
      postal_transfer: t`Virement CCP`,
      repairer: t`Réparateur agréé`,
      compensation: t`Compensation`,
    }
    const convention: Words<typeof conventions> = { ida: 'IDA', arcm: 'ARCM', none: t`Hors convention` }
    const company: Words<typeof adverseOthers> = { uninsured: t`Non assuré`, foreign: t`Étranger (carte orange)` }
    const movementWarning: Readonly<Record<MovementWarning, string>> = {
      no_reserve: t`Aucune provision ne couvre ce règlement.`,
      above_reserve: t`Ce règlement dépasse la provision.`,
      above_authority: t`Ce montant dépasse votre plafond de règlement.`,
      not_granted: t`Aucune indemnité n’est encore accordée.`,
      above_granted: t`Le total réglé dépasserait l’indemnité accordée.`,
    }
    const closingWarning: Readonly<Record<ClosingWarning, string>> = {
      open_tasks: t`Des rappels restent à faire sur ce dossier.`,
      reserve_left: t`Une provision reste ouverte.`,
      documents_missing: t`Des pièces attendues manquent.`,
      not_fully_paid: t`L’indemnité accordée n’est pas entièrement réglée.`,
      recovery_pending: t`Un recours est encore attendu.`,
    }
    const line: Words<typeof indemnityLines> = {
      evaluation: t`Évaluation de l’expert`,
      wear: t`Vétusté`,
      deductible: t`Franchise`,
      liability: t`Part de responsabilité`,
      limit: t`Plafond de la garantie`,
      indemnity: t`Indemnité`,
    }
    const part: Words<typeof liabilityParts> = {
      whole: t`Dommages de l’assuré, quelle que soit la responsabilité`,
      own_share: t`Part de responsabilité de l’assuré`,
      other_share: t`Part de responsabilité de l’autre partie`,
    }
    const letter: Readonly<Record<ClaimLetter, string>> = {
      acknowledgement: t`Accusé de déclaration`,
      missing_papers: t`Pièces manquantes`,
      expert_named: t`Désignation d’expert`,
      settlement_ready: t`Indemnité disponible`,
      rejection: t`Rejet motivé`,
    }
    return {
      status,
      nature,
      event,
      clock,
      clockName,
      flag,
      channel,
      party,
      recovery,
      movement,
      movementShort,
      movementDone,
      mode,
      convention,
      company,
      movementWarning,
      closingWarning,
      line,
      part,
      letter,
    }
  }, [t])
}
export type ClaimWords = ReturnType<typeof useClaimWords>

/** Values and their words, for a list to choose from. */
export const optionsOf = <V extends string>(words: Readonly<Record<V, string>>): Array<{ value: V; label: string }> =>
  (Object.entries(words) as Array<[V, string]>).map(([value, label]) => ({ value, label }))

/** How a state looks; its word says the same. */
export const claimTones: Readonly<Record<ClaimStatus, Tone>> = {
  draft: 'neutral',
  declared: 'info',
  documents_missing: 'warn',
  in_verification: 'info',
  opened: 'info',
  in_expertise: 'info',
  expertised: 'info',
  counter_expertise: 'warn',
  under_study: 'info',
  in_recovery: 'info',
  granted: 'good',
  in_settlement: 'good',
  part_settled: 'good',
  settled: 'good',
  rejected: 'bad',
  no_action: 'neutral',
  in_litigation: 'bad',
  closed: 'neutral',
  reopened: 'warn',
}
