import { Field, type FieldProps } from './field.tsx'
import { Picker, type PickerProps } from './picker.tsx'

/** One of many values, by typing a part of it, in a form. Few values use `SelectField`. */
export const PickField = ({
  label,
  hint,
  error,
  optional,
  className,
  ...picker
}: FieldProps & Omit<PickerProps, 'control' | 'label' | 'wrong'>) => (
  <Field label={label} hint={hint} error={error} optional={optional} className={className}>
    {(control) => <Picker {...picker} control={control} wrong={Boolean(error)} />}
  </Field>
)
