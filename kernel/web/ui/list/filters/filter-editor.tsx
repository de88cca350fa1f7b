import { useEffect, useRef, useState, type RefObject } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { Floating } from '#kernel/web/ui/floating.tsx'
import type { Column } from '../definition.ts'
import type { FilterTest } from '../filter-state.ts'
import { draftOf, firstDraft, testOf, type Draft } from './draft.ts'
import { ValueEditor } from './value-editor.tsx'
import { comparisonsOf, type Comparison } from './comparisons.ts'
import { useFilterWords } from './use-filter-words.ts'
import classes from './filters.module.css'

const pauseMs = 250

/** The box in which a condition is written; what it says takes effect while it is being written. */
export const FilterEditor = ({
  anchor,
  column,
  test,
  onChange,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  column: Column<never>
  test: FilterTest | null
  onChange: (test: FilterTest | null) => void
  onClose: () => void
}) => {
  const { t } = useLingui()
  const words = useFilterWords()
  const today = useFormats().today()
  const [draft, setDraft] = useState<Draft>(() => (test ? draftOf(test, column, today) : firstDraft(column)))
  const offered = comparisonsOf(column.kind, column.ages ?? false)
  const comparisons = offered.includes(draft.comparison) ? offered : [draft.comparison, ...offered]
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const due = useRef<(() => void) | null>(null)
  const say = (next: Draft) => {
    setDraft(next)
    clearTimeout(timer.current)
    due.current = () => {
      due.current = null
      onChange(testOf(column.key, next, column.kind, today))
    }
    timer.current = setTimeout(() => due.current?.(), pauseMs)
  }
  // A box closed in mid-word still says its last word.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      due.current?.()
    },
    [],
  )
  return (
    <Floating anchor={anchor} label={t`Condition sur ${column.label}`} onClose={onClose} className={classes['editor']}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
        }}
      >
        <SelectField
          label={column.label}
          options={comparisons.map((comparison) => ({ value: comparison, label: words.comparison(comparison, column.kind) }))}
          value={draft.comparison}
          onChange={(event) => say({ comparison: event.target.value as Comparison, values: draft.values })}
        />
        <ValueEditor column={column} draft={draft} onChange={(values) => say({ ...draft, values })} />
        <button type="submit" hidden>
          <Trans>Appliquer</Trans>
        </button>
      </form>
    </Floating>
  )
}
