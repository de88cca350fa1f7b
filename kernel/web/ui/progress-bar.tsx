import { useId, type CSSProperties, type ReactNode } from 'react'
import { useFormats } from '#kernel/web/formats.ts'
import classes from './progress-bar.module.css'

const saidEvery = 0.1

/** How far something is, as a bar and in words; screen readers are told every tenth of the way. Null while it can't be told. */
export const ProgressBar = ({ value, label, detail }: { value: number | null; label: ReactNode; detail?: ReactNode }) => {
  const { share } = useFormats()
  const id = useId()
  const said = value === null ? 0 : Math.floor(value / saidEvery) * saidEvery
  return (
    <div className={classes['progress']}>
      <p className={classes['words']}>
        <span id={id}>{label}</span>
        {detail !== undefined && <small>{detail}</small>}
      </p>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value === null ? undefined : Math.round(value * 100)}
        className={classes['track']}
        data-unknown={value === null ? '' : undefined}
        style={{ '--done': value ?? 0 } as CSSProperties}
      >
        <i />
      </div>
      <output className={classes['unseen']}>{said > 0 ? share(said) : ''}</output>
    </div>
  )
}
