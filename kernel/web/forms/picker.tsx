import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, ChevronsUpDown, X } from 'lucide-react'
import { Floating } from '#kernel/web/ui/floating.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import type { ControlAttributes } from './field.tsx'
import { useChoices, type Choice, type ChoiceSource } from './use-choices.ts'
import fieldClasses from './field.module.css'
import classes from './picker.module.css'

export interface PickerProps {
  readonly name?: string | undefined
  readonly source: ChoiceSource
  readonly value: string | null
  /** The words of the value when the source can't tell them. */
  readonly shown?: string | null | undefined
  readonly onChange: (value: string | null, choice: Choice | null) => void
  readonly onBlur?: (() => void) | undefined
  readonly placeholder?: string | undefined
  /** Whether it may be emptied. */
  readonly clearable?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** The first to be focused in the box that was opened for it. */
  readonly first?: boolean | undefined
  readonly wrong?: boolean | undefined
  /** For a picker that stands alone; one in a field has `control`. */
  readonly label?: string | undefined
  readonly control?: ControlAttributes | undefined
  /** What stands below the choices: «Créer …». */
  readonly foot?: ReactNode
}

/** One of many values, found by typing a part of it: arrows, Enter, Escape; the value in place stays until another is chosen. */
export const Picker = ({
  name,
  source,
  value,
  shown,
  onChange,
  onBlur,
  placeholder,
  clearable,
  disabled,
  first,
  wrong,
  label,
  control,
  foot,
}: PickerProps) => {
  const { t } = useLingui()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { choices, state } = useChoices(source, typed ?? '', open)
  const known = 'options' in source ? source.options.find((option) => option.value === value)?.label : undefined
  const words = value === null || value === '' ? '' : (known ?? shown ?? value)
  const active = open ? choices[Math.min(at, choices.length - 1)] : undefined

  const close = () => {
    setOpen(false)
    setTyped(null)
    setAt(0)
  }
  const choose = (choice: Choice) => {
    close()
    onChange(choice.value, choice)
  }
  const step = (by: number) => {
    if (!open) setOpen(true)
    else setAt((now) => (choices.length === 0 ? 0 : (Math.min(now, choices.length - 1) + by + choices.length) % choices.length))
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (active) choose(active)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <div
      ref={box}
      className={joined(fieldClasses['box'], classes['box'])}
      data-wrong={wrong ? '' : undefined}
      data-off={disabled ? '' : undefined}
    >
      <input
        ref={input}
        {...control}
        name={name}
        aria-label={label}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}-${choices.indexOf(active)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        data-first={first ? '' : undefined}
        className={fieldClasses['input']}
        disabled={disabled}
        placeholder={placeholder ?? t`Choisir…`}
        value={typed ?? words}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
          if (event.target.value === '' && clearable) onChange(null, null)
        }}
        onKeyDown={keys}
        onBlur={() => {
          close()
          onBlur?.()
        }}
      />
      {clearable && words !== '' && !disabled && (
        <button
          type="button"
          className={classes['clear']}
          aria-label={t`Effacer`}
          title={t`Effacer`}
          onClick={() => {
            onChange(null, null)
            input.current?.focus()
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
      <ChevronsUpDown aria-hidden="true" className={classes['mark']} />
      {open && (
        <Floating
          anchor={box}
          onClose={close}
          focus="none"
          role="listbox"
          id={list}
          label={label ?? t`Choix possibles`}
          matchWidth
          className={classes['list']}
        >
          {choices.map((choice, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the input's
            <div
              key={choice.value}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={choice.value === value}
              className={joined(classes['choice'], choice === active && classes['active'])}
              ref={choice === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(choice)}
            >
              <span>
                <bdi>{choice.label}</bdi>
              </span>
              {choice.detail !== undefined && <small>{choice.detail}</small>}
              {choice.value === value && <Check aria-hidden="true" />}
            </div>
          ))}
          {choices.length === 0 && (
            <p className={classes['none']}>
              {state === 'waiting' ? (
                <Trans>Recherche…</Trans>
              ) : state === 'failed' ? (
                <Trans>La recherche n’a pas abouti.</Trans>
              ) : (
                <Trans>Aucun résultat</Trans>
              )}
            </p>
          )}
          {foot}
        </Floating>
      )}
    </div>
  )
}
