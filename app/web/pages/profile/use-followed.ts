import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { FollowedDay } from '#capabilities/activities/contract.ts'
import type { AboutChoice } from '#capabilities/activities/web/index.ts'
import { isOpen } from '#capabilities/claims/rules.ts'
import type { Profile } from '../../../answers/profile-contract.ts'

const running = new Set(['awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended'])

/** What an exchange with this customer may be about: policies that run, claims that are open, bills that are due. */
export const useAboutChoices = (profile: Profile): readonly AboutChoice[] => {
  const { t } = useLingui()
  const { policies, claims, receivables } = profile
  return useMemo(
    () => [
      ...(policies?.data ?? [])
        .filter(({ status }) => running.has(status))
        .map(({ id, number, product_name }) => ({ about_id: id, label: t`Police ${number} (${product_name})` })),
      ...(claims?.data ?? [])
        .filter(({ status }) => isOpen(status))
        .map(({ id, number }) => ({ about_id: id, label: t`Sinistre ${number}` })),
      ...(receivables?.bills ?? [])
        .filter(({ balance_centimes }) => balance_centimes > 0)
        .map(({ id, number }) => ({ about_id: id, label: t`Quittance ${number}` })),
    ],
    [t, policies, claims, receivables],
  )
}

/** Days that a reminder may follow: expiries, due days, declarations. */
export const useDaysToFollow = (profile: Profile): readonly FollowedDay[] => {
  const { t } = useLingui()
  const { policies, claims, receivables } = profile
  return useMemo(
    () => [
      ...(policies?.data ?? [])
        .filter(({ status }) => running.has(status))
        .map(({ id, number, expiry_date }): FollowedDay => ({
          about_id: id,
          anchor: 'policy.expiry',
          label: t`Échéance de la police ${number}`,
          day: expiry_date,
        })),
      ...(receivables?.bills ?? [])
        .filter(({ balance_centimes }) => balance_centimes > 0)
        .map(({ id, number, due_date }): FollowedDay => ({
          about_id: id,
          anchor: 'receivable.due',
          label: t`Échéance de la quittance ${number}`,
          day: due_date,
        })),
      ...(claims?.data ?? [])
        .filter(({ status }) => isOpen(status))
        .map(({ id, number, declared_on }): FollowedDay => ({
          about_id: id,
          anchor: 'claim.declared',
          label: t`Déclaration du sinistre ${number}`,
          day: declared_on,
        })),
    ],
    [t, policies, claims, receivables],
  )
}
