import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type PhoneFieldProps = Omit<TextFieldProps, 'onChange' | 'onBlur' | 'value' | 'type'> & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
}

/** A telephone number in any usual writing, put in order on leaving (`0550 12 34 56`, `+33 6 12 34 56 78`). Holds what is shown. */
export const PhoneField = ({ value, onChange, onBlur, ...field }: PhoneFieldProps) => (
  <TextField
    placeholder="0550 12 34 56"
    maxLength={40}
    autoComplete="tel"
    {...field}
    type="tel"
    inputMode="tel"
    value={value}
    onChange={(event) => onChange(event.target.value)}
    onBlur={() => {
      const phone = readPhone(value)
      if (phone) onChange(formatPhone(phone.e164))
      onBlur?.()
    }}
  />
)
