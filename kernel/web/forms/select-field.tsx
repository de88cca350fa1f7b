import type { SelectHTMLAttributes } from 'react'
import { ChevronDown } from 'lucide-react'
import { joined } from '#kernel/web/ui/joined.ts'
import { Field, type FieldProps } from './field.tsx'
import classes from './field.module.css'

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}
type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'children'> & {
    readonly options: readonly Option[]
    /** The words for «none chosen»; without it, the list has no empty line. */
    readonly none?: string | undefined
  }

/** One of a few values: the system's own list, the quickest on a phone and by keyboard. Long lists use `PickField`. */
export const SelectField = ({ label, hint, error, optional, className, options, none, ...select }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error} optional={optional} className={className}>
    {(control) => (
      <div
        className={joined(classes['box'], classes['chevron'])}
        data-wrong={error ? '' : undefined}
        data-off={select.disabled ? '' : undefined}
      >
        <select {...select} {...control} className={joined(classes['input'], classes['select'])}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
    )}
  </Field>
)
