import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { FieldProps } from '#kernel/web/forms/field.tsx'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { identityOperations } from '../contract.ts'

/** Colleagues by name, of one agency or of all. */
export const colleagueSearch =
  (agencyId?: string | null): ChoiceSearch =>
  async (text, signal) => {
    const { data } = await call(
      identityOperations.listColleagues,
      { ...(text.trim() !== '' && { q: text.trim() }), ...(agencyId && { agency_id: agencyId }), limit: 30 },
      { signal },
    )
    return data.map((colleague) => ({ value: colleague.id, label: colleague.name, detail: colleague.agency_name }))
  }

/** A colleague, found by name; of one agency when it is given. */
export const ColleagueField = ({
  value,
  shown,
  agencyId,
  onChange,
  placeholder,
  label,
  ...field
}: Omit<FieldProps, 'label'> & {
  readonly name?: string | undefined
  readonly label: string
  readonly value: string | null
  /** Their name as far as known. */
  readonly shown?: string | null | undefined
  readonly agencyId?: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
}) => {
  const { t } = useLingui()
  const source = useMemo(() => ({ search: colleagueSearch(agencyId) }), [agencyId])
  return (
    <PickField
      {...field}
      label={label}
      source={source}
      value={value}
      shown={shown}
      clearable
      placeholder={placeholder ?? t`Chercher un collègue…`}
      onChange={(next) => onChange(next)}
    />
  )
}
