import type { ReactNode, Ref } from 'react'
import { Trans } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { ColumnsButton } from './columns-button.tsx'
import { Count } from './count.tsx'
import type { ListDefinition } from './definition.ts'
import { noFilter, readFilter, writeFilter, type FilterState } from './filter-state.ts'
import { FilterButton } from './filters/filter-button.tsx'
import { FilterChips } from './filters/filter-chips.tsx'
import type { Layout } from './layout.ts'
import type { RowStore } from './row-store.ts'
import { SearchBox } from './search-box.tsx'
import type { ListAddress } from './use-list-address.ts'
import { useLingui } from '@lingui/react/macro'
import classes from './list.module.css'

interface ListBarProps<Row extends { readonly id: string }> {
  readonly definition: ListDefinition<Row>
  readonly address: ListAddress
  readonly store: RowStore<Row>
  readonly layout: Layout
  readonly onLayout: (layout: Layout | null) => void
  readonly acts: ReactNode
  readonly tools: ReactNode
  readonly search: Ref<HTMLInputElement>
  readonly onDown: () => void
}

/** The head of a list: what it is and how many, views, search, filters, columns, the one action. */
export const ListBar = <Row extends { readonly id: string }>({
  definition,
  address,
  store,
  layout,
  onLayout,
  acts,
  tools,
  search,
  onDown,
}: ListBarProps<Row>) => {
  const { t } = useLingui()
  const phone = useNarrow(720)
  const { columns, words, views } = definition
  const filter = readFilter(address.filter)
  const change = (state: FilterState) => address.change({ filter: writeFilter(state) })
  const fields = columns.filter((column) => column.filterable)
  return (
    <header className={classes['bar']}>
      <div className={classes['line']}>
        <div className={classes['title']}>
          <h1 tabIndex={-1} data-page-title>
            {words.title}
          </h1>
          <span className={classes['count']}>
            <Count store={store} words={words} />
          </span>
        </div>
        {views && views.length > 1 && (
          <Menu
            label={t`Vues`}
            align="start"
            entries={views.map((view) => ({
              key: view.key,
              label: view.label,
              icon: view.icon,
              chosen: view === address.view,
              act: () => address.change({ view: view === views[0] ? null : view.key }),
            }))}
          >
            {(opener) => (
              <Button {...opener} kind="quiet">
                {address.view?.label} <ChevronDown aria-hidden="true" className={classes['chevron']} />
              </Button>
            )}
          </Menu>
        )}
        <span className={classes['room']} />
        <SearchBox input={search} label={words.search} value={address.q} onChange={(q) => address.change({ q })} onDown={onDown} />
        <div className={classes['buttons']}>
          {fields.length > 0 && <FilterButton columns={fields} state={filter ?? noFilter} onChange={change} />}
          {!phone && <ColumnsButton columns={columns} layout={layout} onChange={onLayout} />}
          {tools}
        </div>
        {acts !== undefined && <div className={classes['acts']}>{acts}</div>}
      </div>
      <FilterChips columns={fields} state={filter} onChange={change} />
      {address.filter !== undefined && filter === null && (
        <p className={classes['hint']}>
          <Trans>Ce filtre a été composé ailleurs; il reste appliqué tant qu’il n’est pas retiré.</Trans>
        </p>
      )}
    </header>
  )
}
