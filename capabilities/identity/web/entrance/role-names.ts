import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Role } from '../../contract.ts'

/** The roles as people read them. */
export const useRoleNames = (): Readonly<Record<Role, string>> => {
  const { t } = useLingui()
  return useMemo(() => ({ administrator: t`Administrateur`, supervisor: t`Superviseur`, editor: t`Éditeur`, user: t`Utilisateur` }), [t])
}

/** How far a person's rights reach, as people read it. */
export const useReachNames = (): Readonly<Record<Reach, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({ own: t`Ses propres dossiers`, agency: t`Son agence`, region: t`Sa région`, organization: t`Toute la compagnie` }),
    [t],
  )
}
