import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { joined } from '#kernel/web/ui/joined.ts'
import { Field, type FieldProps } from './field.tsx'
import classes from './field.module.css'

interface Sides {
  readonly start?: ReactNode
  readonly end?: ReactNode
  /** Codes, e-mails, phones and addresses of sites stay left to right in Arabic too. */
  readonly ltr?: boolean | undefined
}
export type TextFieldProps = FieldProps &
  Sides &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { readonly ref?: Ref<HTMLInputElement> }

const ltrTypes = new Set(['email', 'tel', 'url', 'password'])

/** One line of text. */
export const TextField = ({ label, hint, error, optional, className, start, end, ltr, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error} optional={optional} className={className}>
    {(control) => (
      <div className={classes['box']} data-wrong={error ? '' : undefined} data-off={input.disabled || input.readOnly ? '' : undefined}>
        {start !== undefined && <span className={classes['start']}>{start}</span>}
        <input
          type="text"
          required={!optional}
          {...input}
          {...control}
          className={joined(classes['input'], (ltr ?? ltrTypes.has(input.type ?? '')) && classes['ltr'])}
        />
        {end !== undefined && <span className={classes['end']}>{end}</span>}
      </div>
    )}
  </Field>
)

type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>

/** Several lines of text. */
export const TextArea = ({ label, hint, error, optional, className, ...area }: TextAreaProps) => (
  <Field label={label} hint={hint} error={error} optional={optional} className={className}>
    {(control) => (
      <div className={classes['box']} data-wrong={error ? '' : undefined}>
        <textarea rows={4} required={!optional} {...area} {...control} className={classes['input']} />
      </div>
    )}
  </Field>
)
