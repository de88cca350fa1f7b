import { useState, type KeyboardEvent } from 'react'
import { parseCentimes } from '#kernel/shared/money.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type MoneyFieldProps = Omit<TextFieldProps, 'onChange' | 'onBlur' | 'value' | 'type'> & {
  /** Integer centimes; null while it is empty or no amount. */
  readonly value: number | null
  readonly onChange: (centimes: number | null) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** An amount in dinars, typed as people write it (`24 800`, `24800,50`, `24.800,50`); shown as the language writes it once left. */
export const MoneyField = ({ value, onChange, ...field }: MoneyFieldProps) => {
  const { amount } = useFormats()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      autoComplete="off"
      end="DA"
      {...field}
      ltr
      inputMode="decimal"
      value={typed ?? (value === null ? '' : amount(value, { currency: false }))}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value.trim() === '' ? null : parseCentimes(event.target.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
