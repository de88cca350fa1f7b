import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { fold } from '#kernel/shared/fold.ts'
import { Floating } from '#kernel/web/ui/floating.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Field, type FieldProps } from './field.tsx'
import { useChoices, type ChoiceSearch } from './use-choices.ts'
import fieldClasses from './field.module.css'
import pickerClasses from './picker.module.css'
import classes from './tags-field.module.css'

const mostOffered = 8

type TagsFieldProps = FieldProps & {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  /** The tags in use. */
  readonly search: ChoiceSearch
  readonly placeholder?: string | undefined
  /** The first to be focused in the box that was opened for it. */
  readonly first?: boolean | undefined
}

/** Words put on a record, old ones proposed, new ones made by Enter or a comma; Backspace takes the last one off. */
export const TagsField = ({ value, onChange, search, placeholder, first, ...field }: TagsFieldProps) => {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const has = (name: string) => value.some((tag) => fold(tag) === fold(name))
  const { choices } = useChoices({ search }, typed, open)
  const list = useId()
  const offered = choices.filter((choice) => !has(choice.label)).slice(0, mostOffered)
  const makes = typed.trim() !== '' && !has(typed) && !choices.some((choice) => fold(choice.label) === fold(typed))
  const last = offered.length - (makes ? 0 : 1)
  const spread = open && last >= 0
  const here = spread && at >= 0 ? Math.min(at, last) : -1
  const add = (name: string) => {
    const clean = name.trim().replace(/\s+/g, ' ').slice(0, 60)
    setTyped('')
    setAt(-1)
    // The list would lie over what comes next in the form.
    setOpen(false)
    if (clean !== '' && !has(clean)) onChange([...value, choices.find((choice) => fold(choice.label) === fold(clean))?.label ?? clean])
  }
  const remove = (name: string) => {
    onChange(value.filter((tag) => tag !== name))
    input.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',' || event.key === '،') && (typed.trim() !== '' || offered[here])) {
      event.preventDefault()
      add(event.key === 'Enter' ? (offered[here]?.label ?? typed) : typed)
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) remove(value.at(-1) ?? '')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt((now) => Math.max(-1, Math.min(last, now + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <Field {...field}>
      {(control) => (
        <div ref={box} className={joined(fieldClasses['box'], classes['box'])} data-wrong={field.error ? '' : undefined}>
          {value.map((tag) => (
            <span key={tag} className={classes['tag']}>
              <bdi>{tag}</bdi>
              <button type="button" aria-label={t`Retirer l’étiquette ${tag}`} title={t`Retirer`} onClick={() => remove(tag)}>
                <X aria-hidden="true" />
              </button>
            </span>
          ))}
          <input
            ref={input}
            {...control}
            type="text"
            role="combobox"
            aria-expanded={spread}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={here >= 0 ? `${list}-${here}` : undefined}
            autoComplete="off"
            data-first={first ? '' : undefined}
            maxLength={60}
            placeholder={value.length === 0 ? (placeholder ?? t`Ajouter une étiquette…`) : ''}
            value={typed}
            onClick={() => setOpen(true)}
            onChange={(event) => {
              setTyped(event.target.value)
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={keys}
            onBlur={() => {
              add(typed)
              setOpen(false)
            }}
          />
          {spread && (
            <Floating
              anchor={box}
              onClose={() => setOpen(false)}
              focus="none"
              role="listbox"
              id={list}
              label={t`Étiquettes`}
              matchWidth
              className={pickerClasses['list']}
            >
              {offered.map((choice, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/control-has-associated-label -- the keys are the input's
                <div
                  key={choice.value}
                  id={`${list}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === here}
                  className={joined(pickerClasses['choice'], index === here && pickerClasses['active'])}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => add(choice.label)}
                >
                  <span>
                    <bdi>{choice.label}</bdi>
                  </span>
                </div>
              ))}
              {makes && (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/control-has-associated-label -- the keys are the input's
                <div
                  id={`${list}-${offered.length}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={here === offered.length}
                  className={joined(pickerClasses['choice'], here === offered.length && pickerClasses['active'])}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => add(typed)}
                >
                  <Trans>Créer «{typed.trim()}»</Trans>
                </div>
              )}
            </Floating>
          )}
        </div>
      )}
    </Field>
  )
}
