import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { usePartWords } from '../use-part-words.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import { useRenewalWords } from '../renewals/use-renewal-words.ts'

/** What acts, fields and values are called in the history of a policy; a field without a word is bookkeeping and stays out. */
export const useHistoryWords = () => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const parts = usePartWords()
  const renewals = useRenewalWords()
  return useMemo(() => {
    const operation: Readonly<Record<string, string>> = {
      'policy.create': t`Création`,
      'policy.edit_draft': t`Projet modifié`,
      'policy.update': t`Annotation`,
      'policy.issue': t`Émission`,
      'policy.amend': t`Avenant`,
      'policy.suspend': t`Suspension`,
      'policy.reinstate': t`Remise en vigueur`,
      'policy.cancel': t`Résiliation`,
      'policy.void': t`Annulation sans effet`,
      'policy.renew': t`Renouvellement`,
      'policy.decline_renewal': t`Non-renouvellement`,
      'policy.pay': t`Paiement`,
    }
    const field: Readonly<Record<string, string>> = {
      ...parts,
      total_premium_centimes: t`Prime TTC`,
      status: t`État`,
      effective_date: t`Prise d’effet`,
      expiry_date: t`Échéance`,
      end_date: t`Fin de garantie`,
      end_reason: t`Motif de fin`,
      insured_label: t`Objet assuré`,
      formula_name: t`Formule`,
      duration_code: t`Durée`,
      contract_type: t`Type de contrat`,
      periodicity: t`Fractionnement`,
      payment_mode: t`Mode de paiement`,
      convention_code: t`Convention`,
      intermediary: t`Intermédiaire`,
      remarks: t`Observations`,
      suspension_reason: t`Motif de suspension`,
      renewal_declined: t`Motif de non-renouvellement`,
      amendment_kind: t`Avenant`,
      number: t`Numéro`,
    }
    const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      status: words.status,
      end_reason: words.endReason,
      contract_type: words.contractType,
      periodicity: words.periodicity,
      payment_mode: words.paymentMode,
      suspension_reason: words.suspensionReason,
      renewal_declined: renewals.reason,
      amendment_kind: words.amendment,
    }
    return {
      operation: (name: string): string => operation[name] ?? name,
      field,
      value: (of: string, value: string): string => values[of]?.[value] ?? value,
    }
  }, [t, words, parts, renewals])
}
