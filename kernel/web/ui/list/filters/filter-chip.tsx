import { useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { Column } from '../definition.ts'
import type { FilterTest } from '../filter-state.ts'
import { FilterEditor } from './filter-editor.tsx'
import type { Comparison } from './comparisons.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useValueWords } from './value-words.tsx'
import classes from './filters.module.css'

const comparisonShown = ({ operator, value }: FilterTest, column: Column<never>): Comparison => {
  if (operator === 'empty') return value === false ? 'filled' : 'empty'
  if (operator === 'between' && column.ages) return 'age'
  if (operator === 'eq' && (column.kind === 'choice' || column.kind === 'reference')) return 'in'
  return operator
}

/** One condition in words («Wilaya est Alger»): a press opens it, the cross takes it away. */
export const FilterChip = ({
  test,
  column,
  onChange,
}: {
  test: FilterTest
  column: Column<never>
  onChange: (test: FilterTest | null) => void
}) => {
  const { t } = useLingui()
  const words = useFilterWords()
  const value = useValueWords(test, column)
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const label = column.label
  return (
    <span className={classes['chip']}>
      <button ref={anchor} type="button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} <span>{words.comparison(comparisonShown(test, column), column.kind)}</span>{' '}
        {value !== '' && (
          <b>
            <bdi>{value}</bdi>
          </b>
        )}
      </button>
      <button
        type="button"
        className={classes['remove']}
        aria-label={t`Retirer le filtre ${label}`}
        title={t`Retirer`}
        onClick={() => onChange(null)}
      >
        <X aria-hidden="true" />
      </button>
      {open && (
        <FilterEditor
          anchor={anchor}
          column={column}
          test={test}
          onClose={() => setOpen(false)}
          onChange={(next) => {
            // While it is being rewritten, an unfinished condition leaves the former in force.
            if (next) onChange(next)
          }}
        />
      )}
    </span>
  )
}
