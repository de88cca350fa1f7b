import { useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { readDay } from './read-day.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import classes from './day-field.module.css'

type DayFieldProps = Omit<TextFieldProps, 'onChange' | 'onBlur' | 'value' | 'type' | 'end' | 'min' | 'max'> & {
  /** `YYYY-MM-DD`, or the text as it was typed while it is no day: a rule of the form then says so. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly min?: string
  readonly max?: string
}

/** A day, typed in any usual writing (`23/11/2026`, `231126`), or taken from the browser's calendar. */
export const DayField = ({ value, onChange, onBlur, min, max, ...field }: DayFieldProps) => {
  const { t } = useLingui()
  const formats = useFormats()
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const known = value !== null && isDay(value)
  return (
    <TextField
      placeholder={t`jj/mm/aaaa`}
      maxLength={20}
      autoComplete="off"
      {...field}
      ltr
      inputMode="numeric"
      value={typed ?? (known ? formats.day(value) : (value ?? ''))}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readDay(event.target.value, formats.today()) ?? event.target.value.trim())
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
      end={
        <>
          <input
            ref={calendar}
            type="date"
            className={classes['calendar']}
            tabIndex={-1}
            aria-hidden="true"
            min={min}
            max={max}
            value={known ? value : ''}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className={classes['open']}
            aria-label={t`Ouvrir le calendrier`}
            title={t`Ouvrir le calendrier`}
            disabled={field.disabled}
            onClick={() => calendar.current?.showPicker?.()}
          >
            <CalendarDays aria-hidden="true" />
          </button>
        </>
      }
    />
  )
}
