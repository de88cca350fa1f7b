import { useId, type ReactNode } from 'react'
import classes from './segments.module.css'

/** One of two to five values, all in sight, side by side. */
export const Segments = <V extends string>({
  label,
  options,
  value,
  onChange,
  hideLabel = false,
}: {
  label: string
  options: ReadonlyArray<{ readonly value: V; readonly label: ReactNode; readonly icon?: ReactNode }>
  value: V
  onChange: (value: V) => void
  hideLabel?: boolean
}) => {
  const name = useId()
  return (
    <fieldset className={classes['segments']}>
      <legend className={hideLabel ? classes['unseen'] : classes['label']}>{label}</legend>
      <div className={classes['row']}>
        {options.map((option) => (
          <label key={option.value} className={classes['segment']}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>
              {option.icon}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
