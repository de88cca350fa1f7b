import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { Invitation, User } from '../contract.ts'

/** States of people and invitations: word and colour. */
export const useUserWords = () => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      status: {
        invited: t`Invité`,
        active: t`Actif`,
        suspended: t`Suspendu`,
      } satisfies Record<User['status'], string>,
      invitation: {
        pending: t`En attente`,
        accepted: t`Acceptée`,
        expired: t`Expirée`,
        cancelled: t`Annulée`,
      } satisfies Record<Invitation['status'], string>,
    }),
    [t],
  )
}

export const statusTones: Readonly<Record<User['status'], Tone>> = { invited: 'warn', active: 'good', suspended: 'bad' }
export const invitationTones: Readonly<Record<Invitation['status'], Tone>> = {
  pending: 'warn',
  accepted: 'good',
  expired: 'bad',
  cancelled: 'neutral',
}
