import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Anchor, FollowedDay, Reminder } from '../../contract.ts'

/** The days that a form offers: those of the page, and the one that the reminder follows already. */
export const useFollowedDays = (offered: readonly FollowedDay[], reminder: Reminder | undefined): readonly FollowedDay[] => {
  const { t } = useLingui()
  return useMemo(() => {
    if (!reminder || reminder.anchor === null || reminder.about_id === null || reminder.anchor_day === null) return offered
    const { anchor, about_id, anchor_day: day } = reminder
    if (offered.some((one) => one.about_id === about_id && one.anchor === anchor)) return offered
    const of = reminder.about_title ?? ''
    const labels: Readonly<Record<Anchor, string>> = {
      'policy.expiry': t`Échéance de la police ${of}`,
      'policy.effective': t`Effet de la police ${of}`,
      'receivable.due': t`Échéance de la quittance ${of}`,
      'claim.declared': t`Déclaration du sinistre ${of}`,
    }
    return [...offered, { about_id, anchor, day, label: labels[anchor] }]
  }, [t, offered, reminder])
}
