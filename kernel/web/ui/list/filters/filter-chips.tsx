import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, X } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Column } from '../definition.ts'
import type { FilterState } from '../filter-state.ts'
import { FilterChip } from './filter-chip.tsx'
import classes from './filters.module.css'

/** The conditions in force, and how they are joined; null where the address holds some that chips can't show. */
export const FilterChips = ({
  columns,
  state,
  onChange,
}: {
  columns: readonly Column<never>[]
  state: FilterState | null
  onChange: (state: FilterState) => void
}) => {
  const { t } = useLingui()
  const none: FilterState = { join: 'and', tests: [] }
  if (state === null)
    return (
      <div className={classes['chips']}>
        <span className={classes['chip']}>
          <span className={classes['plain']}>
            <Trans>Filtre composé dans l’adresse</Trans>
          </span>
          <button type="button" className={classes['remove']} aria-label={t`Retirer le filtre`} onClick={() => onChange(none)}>
            <X aria-hidden="true" />
          </button>
        </span>
      </div>
    )
  if (state.tests.length === 0) return null
  return (
    <div className={classes['chips']}>
      {state.tests.length > 1 && (
        <span className={classes['join']}>
          <select
            aria-label={t`Conditions à remplir`}
            value={state.join}
            onChange={(event) => onChange({ ...state, join: event.target.value === 'or' ? 'or' : 'and' })}
          >
            <option value="and">{t`Toutes les conditions`}</option>
            <option value="or">{t`Au moins une condition`}</option>
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
      {state.tests.map((test, at) => {
        const column = columns.find(({ key }) => key === test.field)
        const replace = (next: typeof test | null) =>
          onChange({ ...state, tests: state.tests.flatMap((one, place) => (place === at ? (next ? [next] : []) : [one])) })
        // A field of the address that this list doesn't know is still told, and can be taken away.
        const known: Column<never> = column ?? { key: test.field, label: test.field, kind: 'text' }
        return <FilterChip key={`${test.field}-${at}`} test={test} column={known} onChange={replace} />
      })}
      <Button kind="quiet" size="small" onClick={() => onChange(none)}>
        <Trans>Tout effacer</Trans>
      </Button>
    </div>
  )
}
