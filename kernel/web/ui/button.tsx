import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link } from '@tanstack/react-router'
import { joined } from './joined.ts'
import { Spinner } from './spinner.tsx'
import classes from './button.module.css'

interface Look {
  /** `primary` once per screen; `quiet` for what is rarely needed; `danger` turns red only when it is approached. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerPrimary' | 'link'
  readonly size?: 'small' | 'medium' | 'large'
  readonly wide?: boolean
  readonly icon?: ReactNode
}

const classOf = ({ kind = 'secondary', size = 'medium', wide }: Look, ...more: Array<string | false | undefined>): string =>
  joined(classes['button'], kind !== 'secondary' && classes[kind], size !== 'medium' && classes[size], wide && classes['wide'], ...more)

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { readonly busy?: boolean; readonly ref?: Ref<HTMLButtonElement> }

/** A button whose words are a verb. While `busy` it keeps its width, shows a ring and takes no second press. */
export const Button = ({ kind, size, wide, icon, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={type}
    aria-busy={busy || undefined}
    aria-disabled={busy || rest.disabled || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
    className={classOf({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) }, busy && classes['busy'], className)}
  >
    {icon}
    {children !== undefined && <span>{children}</span>}
    {busy && <Spinner className={classes['spinner']} />}
  </button>
)

type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'wide'> & { readonly label: string; readonly children: ReactNode }

/** A square button with an icon alone; `label` names it to everyone (it is also its tooltip). */
export const IconButton = ({ label, kind = 'quiet', size, className, children, type = 'button', busy, ...rest }: IconButtonProps) => (
  <button
    {...rest}
    type={type}
    aria-label={label}
    title={label}
    aria-busy={busy || undefined}
    className={classOf({ kind, ...(size && { size }) }, classes['square'], className)}
  >
    {busy ? <Spinner /> : children}
  </button>
)

interface LinkButtonProps extends Look {
  readonly to: string
  /** What stands after `?`. */
  readonly search?: Readonly<Record<string, string>>
  readonly replace?: boolean
  readonly className?: string | undefined
  readonly title?: string
  readonly 'aria-label'?: string
  readonly children?: ReactNode
}

/** A link that looks like a button, for what leads somewhere. */
export const LinkButton = ({ kind, size, wide, icon, className, search, children, ...rest }: LinkButtonProps) => (
  <Link
    {...rest}
    {...(search && { search: () => search })}
    className={classOf({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) }, className)}
  >
    {icon}
    {children !== undefined && <span>{children}</span>}
  </Link>
)
