import { useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { FieldProps } from '#kernel/web/forms/field.tsx'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { organizationOperations } from '../contract.ts'

/** Agencies in service, by number or name. */
export const searchAgencies: ChoiceSearch = async (text, signal) => {
  const page = await call(
    organizationOperations.listAgencies,
    { ...(text.trim() !== '' && { q: text.trim() }), filter: JSON.stringify({ active: true }), limit: 30, total: 'none' },
    { signal },
  )
  return page.data.map((agency) => ({ value: agency.id, label: agency.name, detail: agency.number }))
}

/** What an agency is called. */
export const agencyName = async (id: string): Promise<string | null> => (await call(organizationOperations.getAgency, { id })).name

/** An agency, found by number or name. */
export const AgencyField = ({
  value,
  shown,
  onChange,
  clearable,
  placeholder,
  ...field
}: Omit<FieldProps, 'label'> & {
  readonly name?: string | undefined
  readonly label?: string
  readonly value: string | null
  /** Its name as far as known. */
  readonly shown?: string | null
  readonly onChange: (value: string | null) => void
  readonly clearable?: boolean
  readonly placeholder?: string
}) => {
  const { t } = useLingui()
  return (
    <PickField
      {...field}
      label={field.label ?? t`Agence`}
      source={searchSource}
      value={value}
      shown={shown}
      clearable={clearable}
      placeholder={placeholder}
      onChange={(next) => onChange(next)}
    />
  )
}
const searchSource = { search: searchAgencies }
