import { useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ListFilter } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Column } from '../definition.ts'
import type { FilterState, FilterTest } from '../filter-state.ts'
import { FieldList } from './field-list.tsx'
import { FilterEditor } from './filter-editor.tsx'

/** Adds a condition: first the field, then what is asked of it. */
export const FilterButton = ({
  columns,
  state,
  onChange,
}: {
  columns: readonly Column<never>[]
  state: FilterState
  onChange: (state: FilterState) => void
}) => {
  const { t } = useLingui()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<{ column: Column<never>; before: readonly FilterTest[] } | null>(null)
  const close = () => {
    setOpen(false)
    setPicked(null)
  }
  const count = state.tests.length
  return (
    <>
      <Button
        ref={anchor}
        icon={<ListFilter aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={count > 0 ? t`Filtrer (${count} en place)` : undefined}
        onClick={() => (open || picked ? close() : setOpen(true))}
      >
        <Trans>Filtrer</Trans>
      </Button>
      {open && (
        <FieldList
          anchor={anchor}
          columns={columns}
          onClose={close}
          onPick={(column) => {
            setOpen(false)
            setPicked({ column, before: state.tests })
          }}
        />
      )}
      {picked && (
        <FilterEditor
          key={picked.column.key}
          anchor={anchor}
          column={picked.column}
          test={null}
          onClose={close}
          onChange={(test) => onChange({ ...state, tests: test ? [...picked.before, test] : picked.before })}
        />
      )}
    </>
  )
}
