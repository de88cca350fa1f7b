import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import classes from './check-field.module.css'

type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly kind?: 'checkbox' | 'radio'
}

/** A box to tick (or a round one among several), its words beside it. */
export const CheckField = ({ label, hint, error, kind = 'checkbox', ...input }: CheckFieldProps) => {
  const id = useId()
  const told = Boolean(error) || Boolean(hint)
  return (
    <label className={classes['check']} data-wrong={error ? '' : undefined}>
      <input {...input} type={kind} aria-invalid={error ? true : undefined} aria-describedby={told ? id : undefined} />
      <span>{label}</span>
      {told && (
        <span id={id} className={error ? classes['error'] : classes['hint']}>
          {error ?? hint}
        </span>
      )}
    </label>
  )
}
