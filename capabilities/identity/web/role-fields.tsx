import { Trans } from '@lingui/react/macro'
import { reaches, type Reach } from '#kernel/shared/rights.ts'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { roles, type Role } from '../contract.ts'
import { defaultScope } from '../rights.ts'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'

interface RoleFieldsProps {
  readonly role: Role
  readonly scope: Reach
  readonly onChange: (role: Role, scope: Reach) => void
  readonly error?: string | undefined
}

/** Role and how far it reaches; a new role brings the reach that goes with it. */
export const RoleFields = ({ role, scope, onChange, error }: RoleFieldsProps) => {
  const roleNames = useRoleNames()
  const reachNames = useReachNames()
  return (
    <FieldRow>
      <SelectField
        label={<Trans>Rôle</Trans>}
        name="role"
        error={error}
        value={role}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
        onChange={(event) => {
          const next = event.target.value as Role
          onChange(next, defaultScope(next))
        }}
      />
      <SelectField
        label={<Trans>Portée</Trans>}
        name="scope"
        value={scope}
        options={reaches.map((value) => ({ value, label: reachNames[value] }))}
        onChange={(event) => onChange(role, event.target.value as Reach)}
      />
    </FieldRow>
  )
}
