import { useQuery } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useRead } from '#kernel/web/query.ts'
import { useMe, useSession } from '#kernel/web/session.tsx'
import { identityOperations } from '#capabilities/identity/contract.ts'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { AgencyField, agencyName } from '#capabilities/organization/web/index.ts'
import type { ImportObject } from '../../contract.ts'
import { ProductChoice } from './product-choice.tsx'
import type { Settings, SettingsHand } from './use-settings.ts'

const useAgencyName = (id: string | null): string | null => {
  const { agency } = useMe()
  const own = id === agency.id
  const { data } = useQuery({
    queryKey: ['agency.name', id],
    queryFn: () => agencyName(id ?? ''),
    enabled: id !== null && !own,
  })
  return own ? agency.name : (data ?? null)
}

const useColleagueName = (id: string | null): string | null => {
  const me = useMe()
  const { can } = useSession()
  const own = id === me.id
  const { data } = useRead(identityOperations.getUser, { id: id ?? '' }, { enabled: id !== null && !own && can('user.view') })
  return own ? me.name : (data?.name ?? null)
}

/** What stands in where the file names no agency, owner, product or role. */
export const StandIns = ({ object, settings, change }: { object: ImportObject; settings: Settings; change: SettingsHand['change'] }) => {
  const { t } = useLingui()
  const agency = useAgencyName(settings.agency_id)
  const owner = useColleagueName(settings.owner_id)
  if (object.defaults.length === 0) return null
  return (
    <FieldRow>
      {object.defaults.includes('agency_id') && (
        <AgencyField
          label={object.fields.find(({ key }) => key === 'agency')?.label ?? t`Agence`}
          hint={t`Pour les lignes qui n’en nomment pas.`}
          value={settings.agency_id}
          shown={agency ?? '…'}
          onChange={(agency_id) => agency_id !== null && change({ agency_id })}
        />
      )}
      {object.defaults.includes('owner_id') && (
        <ColleagueField
          label={object.fields.find(({ key }) => key === 'owner')?.label ?? t`Responsable`}
          hint={t`Pour les lignes qui n’en nomment pas; vide, la fiche n’en a pas.`}
          value={settings.owner_id}
          shown={owner ?? '…'}
          onChange={(owner_id) => change({ owner_id })}
        />
      )}
      {object.defaults.includes('product_id') && (
        <ProductChoice value={settings.product_id} onChange={(product_id) => change({ product_id })} />
      )}
      {object.defaults.includes('role') && (
        <SelectField
          label={object.fields.find(({ key }) => key === 'role')?.label ?? t`Rôle`}
          hint={t`Pour les lignes qui n’en nomment pas. Personne ne reçoit d’invitation tant que vous n’en envoyez pas.`}
          value={settings.role ?? 'user'}
          options={[
            { value: 'user', label: t`Utilisateur` },
            { value: 'editor', label: t`Éditeur` },
            { value: 'supervisor', label: t`Superviseur` },
            { value: 'administrator', label: t`Administrateur` },
          ]}
          onChange={(event) => change({ role: event.target.value as NonNullable<Settings['role']> })}
        />
      )}
    </FieldRow>
  )
}
