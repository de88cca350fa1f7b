import { useLingui } from '@lingui/react/macro'
import { ConflictDialog } from '#kernel/web/forms/conflict-dialog.tsx'
import type { Versions } from '#kernel/web/forms/conflict.ts'
import type { Region } from '../../contract.ts'
import { CommuneName, useWilayas } from '../places.tsx'
import { changedAgencyFields, type AgencyValues } from './agency-values.ts'
import { useAgencyTypes } from './use-agency-words.ts'

interface AgencyConflictProps {
  readonly versions: Versions<AgencyValues>
  readonly regions: readonly Region[]
  readonly onSettle: (values: AgencyValues) => Promise<void>
  readonly onClose: () => void
}

/** Two people corrected the same of an agency: which stays. */
export const AgencyConflict = ({ regions, ...props }: AgencyConflictProps) => {
  const { t } = useLingui()
  const types = useAgencyTypes()
  const { nameOf } = useWilayas()
  const names: Record<keyof AgencyValues, string> = {
    number: t`Numéro`,
    name: t`Nom`,
    type: t`Type`,
    region_id: t`Direction régionale`,
    wilaya: t`Wilaya`,
    commune: t`Commune`,
    address: t`Adresse`,
    phone: t`Téléphone`,
    email: t`E-mail`,
    active: t`En service`,
  }
  return (
    <ConflictDialog
      {...props}
      title={t`Cette agence vient d’être modifiée`}
      changed={changedAgencyFields}
      nameOf={(field) => names[field]}
      say={(field, values) => {
        if (field === 'active') return values.active ? t`Oui` : t`Non`
        if (values[field] === '') return t`vide`
        if (field === 'type') return types[values.type]
        if (field === 'wilaya') return nameOf(values.wilaya)
        if (field === 'commune') return <CommuneName wilaya={values.wilaya} code={values.commune} />
        if (field === 'region_id') return regions.find(({ id }) => id === values.region_id)?.name ?? t`vide`
        return values[field]
      }}
    />
  )
}
