import { useLingui } from '@lingui/react/macro'
import { formatCentimes, parseCentimes } from '#kernel/shared/money.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Column } from '../definition.ts'
import { ChoiceList } from './choice-list.tsx'
import type { Draft } from './draft.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useState } from 'react'
import classes from './filters.module.css'

interface ValueEditorProps {
  readonly column: Column<never>
  readonly draft: Draft
  readonly onChange: (values: readonly string[]) => void
}

/** Dinars on screen, centimes in the condition. */
const AmountField = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => {
  const [typed, setTyped] = useState(() =>
    value === '' ? '' : formatCentimes(Number(value), 'fr', { decimals: 'needed', currency: false }),
  )
  return (
    <TextField
      label={label}
      inputMode="decimal"
      ltr
      end={<span>DA</span>}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const centimes = parseCentimes(event.target.value)
        onChange(centimes === null ? '' : String(centimes))
      }}
    />
  )
}

/** What a condition compares with, asked for in the way of its kind. */
export const ValueEditor = ({ column, draft, onChange }: ValueEditorProps) => {
  const { t } = useLingui()
  const words = useFilterWords()
  const { comparison, values } = draft
  const one = values[0] ?? ''
  const two = values[1] ?? ''
  if (comparison === 'empty' || comparison === 'filled') return null
  if (comparison === 'within')
    return (
      <SelectField
        label={t`Période`}
        none={t`Choisir…`}
        options={
          words.periods.some(({ value }) => value === one) || one === '' ? words.periods : [{ value: one, label: one }, ...words.periods]
        }
        value={one}
        onChange={(event) => onChange([event.target.value])}
      />
    )
  if (comparison === 'age')
    return (
      <div className={classes['pair']}>
        <TextField
          label={t`De (ans)`}
          inputMode="numeric"
          maxLength={3}
          ltr
          value={one}
          onChange={(event) => onChange([event.target.value, two])}
        />
        <TextField
          label={t`À (ans)`}
          inputMode="numeric"
          maxLength={3}
          ltr
          value={two}
          onChange={(event) => onChange([one, event.target.value])}
        />
      </div>
    )
  if (column.values && (comparison === 'in' || comparison === 'nin' || comparison === 'all'))
    return <ChoiceList label={column.label} source={column.values} value={values} onChange={onChange} />
  const field = (label: string, value: string, change: (value: string) => void) => {
    if (column.kind === 'day' || column.kind === 'instant') return <DayField label={label} value={value} onChange={change} />
    if (column.kind === 'money') return <AmountField label={label} value={value} onChange={change} />
    return (
      <TextField
        label={label}
        maxLength={200}
        inputMode={column.kind === 'integer' ? 'numeric' : 'text'}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    )
  }
  if (column.kind === 'boolean')
    return (
      <Segments
        label={column.label}
        hideLabel
        options={[
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]}
        value={one}
        onChange={(value) => onChange([value])}
      />
    )
  if (comparison === 'between')
    return (
      <div className={classes['pair']}>
        {field(t`De`, one, (value) => onChange([value, two]))}
        {field(t`À`, two, (value) => onChange([one, value]))}
      </div>
    )
  return field(t`Valeur`, one, (value) => onChange([value]))
}
