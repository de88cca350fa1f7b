import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { ClaimStatus } from '../../rules.ts'

/** What the moves of a claim are called on buttons, what is said once they are done, and the usual reasons. */
export const useMoveWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const verb: Readonly<Record<ClaimStatus, string>> = {
      draft: t`Remettre en brouillon`,
      declared: t`Déclarer`,
      documents_missing: t`Demander les pièces`,
      in_verification: t`Vérifier`,
      opened: t`Ouvrir le dossier`,
      in_expertise: t`Mettre en expertise`,
      expertised: t`Noter l’expertise`,
      counter_expertise: t`Demander une contre-expertise`,
      under_study: t`Mettre en étude`,
      in_recovery: t`Engager le recours`,
      granted: t`Accorder l’indemnité`,
      in_settlement: t`Mettre en règlement`,
      part_settled: t`Marquer réglé en partie`,
      settled: t`Marquer réglé`,
      rejected: t`Rejeter`,
      no_action: t`Classer sans suite`,
      in_litigation: t`Passer en contentieux`,
      closed: t`Clôturer`,
      reopened: t`Rouvrir`,
    }
    const done: Readonly<Record<ClaimStatus, string>> = {
      draft: t`Dossier remis en brouillon`,
      declared: t`Sinistre déclaré`,
      documents_missing: t`Pièces demandées`,
      in_verification: t`Dossier en vérification`,
      opened: t`Dossier ouvert`,
      in_expertise: t`Dossier en expertise`,
      expertised: t`Expertise notée`,
      counter_expertise: t`Contre-expertise demandée`,
      under_study: t`Dossier en étude`,
      in_recovery: t`Recours engagé`,
      granted: t`Indemnité accordée`,
      in_settlement: t`Dossier en règlement`,
      part_settled: t`Dossier réglé en partie`,
      settled: t`Dossier réglé`,
      rejected: t`Sinistre rejeté`,
      no_action: t`Sinistre classé sans suite`,
      in_litigation: t`Dossier passé en contentieux`,
      closed: t`Dossier clôturé`,
      reopened: t`Dossier rouvert`,
    }
    const usual: Partial<Readonly<Record<ClaimStatus, readonly string[]>>> = {
      rejected: [t`Hors garantie`, t`Garantie non souscrite`, t`Fausse déclaration`, t`Déclaration tardive`, t`Permis non valable`],
      no_action: [t`Désistement de l’assuré`, t`Sans réponse de l’assuré`, t`Dommages inférieurs à la franchise`, t`Déclaré deux fois`],
      counter_expertise: [t`Évaluation contestée par l’assuré`, t`Écart avec le devis`],
      in_litigation: [t`Assignation reçue`, t`Responsabilité contestée`, t`Montant contesté`],
      reopened: [t`Nouvelle pièce`, t`Réclamation de l’assuré`, t`Décision de justice`, t`Clôturé par erreur`],
    }
    return { verb, done, usual }
  }, [t])
}
