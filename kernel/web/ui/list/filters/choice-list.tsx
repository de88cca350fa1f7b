import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useChoices, type Choice } from '#kernel/web/forms/use-choices.ts'
import type { ColumnValues } from '../definition.ts'
import classes from './filters.module.css'

const searchedFrom = 8

/** Several of many values, ticked; long lists are searched. */
export const ChoiceList = ({
  label,
  source,
  value,
  onChange,
}: {
  label: string
  source: ColumnValues
  value: readonly string[]
  onChange: (value: string[]) => void
}) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  // What was chosen stays at hand whatever is searched next.
  const [met, setMet] = useState<ReadonlyMap<string, Choice>>(new Map())
  const { choices, state } = useChoices(source, text, true)
  const long = !('options' in source) || source.options.length > searchedFrom
  // Those in place when the box was opened come first, and none moves under the pointer afterwards.
  const [before] = useState(value)
  const known = 'options' in source ? new Map(source.options.map((choice) => [choice.value, choice])) : met
  const first = before.map((one) => known.get(one)).filter((choice) => choice !== undefined)
  const chosen = value.map((one) => met.get(one)).filter((choice) => choice !== undefined && !choices.includes(choice))
  const pinned = [...new Set([...first, ...('options' in source ? [] : chosen)])].filter((choice) => choice !== undefined)
  const shown = text === '' ? [...pinned, ...choices.filter(({ value: one }) => !pinned.some((choice) => choice.value === one))] : choices
  const toggle = (choice: Choice) => {
    setMet((before) => new Map(before).set(choice.value, choice))
    onChange(value.includes(choice.value) ? value.filter((one) => one !== choice.value) : [...value, choice.value])
  }
  return (
    <>
      {long && (
        <input
          type="search"
          className={classes['search']}
          data-first=""
          aria-label={t`Chercher une valeur`}
          placeholder={t`Chercher…`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const [only] = shown
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (only && text !== '') {
              toggle(only)
              setText('')
            }
          }}
        />
      )}
      <fieldset className={classes['choices']} aria-busy={state === 'waiting'}>
        <legend className={classes['unseen']}>{label}</legend>
        {shown.map((choice) => (
          <label key={choice.value} className={classes['choice']}>
            <input type="checkbox" checked={value.includes(choice.value)} onChange={() => toggle(choice)} />
            <span>
              <bdi>{choice.label}</bdi>
            </span>
            {choice.detail !== undefined && <small>{choice.detail}</small>}
          </label>
        ))}
        {shown.length === 0 && (
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
      </fieldset>
    </>
  )
}
