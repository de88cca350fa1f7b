import { useQuery } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { ConflictDialog } from '#kernel/web/forms/conflict-dialog.tsx'
import type { Versions } from '#kernel/web/forms/conflict.ts'
import { agencyName } from '#capabilities/organization/web/index.ts'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'
import { changedUserFields, type UserValues } from './user-values.ts'

const AgencyName = ({ id }: { id: string }) => useQuery({ queryKey: ['agency.get', 'name', id], queryFn: () => agencyName(id) }).data ?? '…'

interface UserConflictProps {
  readonly versions: Versions<UserValues>
  readonly onSettle: (values: UserValues) => Promise<void>
  readonly onClose: () => void
}

/** Two people changed the same of a colleague: which stays. */
export const UserConflict = (props: UserConflictProps) => {
  const { t } = useLingui()
  const roles = useRoleNames()
  const reaches = useReachNames()
  const names: Record<keyof UserValues, string> = {
    name: t`Nom et prénom`,
    function: t`Fonction`,
    phone: t`Téléphone`,
    agency_id: t`Agence`,
    role: t`Rôle`,
    scope: t`Portée`,
  }
  return (
    <ConflictDialog
      {...props}
      title={t`Cette personne vient d’être modifiée`}
      changed={changedUserFields}
      nameOf={(field) => names[field]}
      say={(field, values) => {
        if (field === 'role') return roles[values.role]
        if (field === 'scope') return reaches[values.scope]
        if (field === 'agency_id') return values.agency_id === null ? t`vide` : <AgencyName id={values.agency_id} />
        return values[field] || t`vide`
      }}
    />
  )
}
