import { useId, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import classes from './field.module.css'

export interface FieldProps {
  readonly label: ReactNode
  /** Helps before a mistake; gives way to the error. */
  readonly hint?: ReactNode
  /** A sentence that says what to write. */
  readonly error?: ReactNode
  /** Most fields of a form are needed; those that aren't say so. */
  readonly optional?: boolean | undefined
  readonly className?: string | undefined
}

/** What the control inside a field must carry, so that its label, hint and error are read with it. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

interface FrameProps extends FieldProps {
  readonly children: (control: ControlAttributes) => ReactNode
}

/** Label above, control, then hint or error below. */
export const Field = ({ label, hint, error, optional, className, children }: FrameProps) => {
  const id = useId()
  const wrong = Boolean(error)
  const told = wrong || Boolean(hint)
  return (
    <div className={className ? `${classes['field']} ${className}` : classes['field']}>
      <label className={classes['label']} htmlFor={id}>
        {label}
        {optional && (
          <small>
            <Trans>facultatif</Trans>
          </small>
        )}
      </label>
      {children({ id, 'aria-invalid': wrong || undefined, 'aria-describedby': told ? `${id}-told` : undefined })}
      {told && (
        <p id={`${id}-told`} className={wrong ? classes['error'] : classes['hint']}>
          {wrong && <CircleAlert aria-hidden="true" />}
          <span>{wrong ? error : hint}</span>
        </p>
      )}
    </div>
  )
}
