import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Bone } from '#kernel/web/ui/skeleton.tsx'
import type { ListDefinition } from './definition.ts'
import type { GridHandle } from './grid.tsx'
import type { RowStore } from './row-store.ts'
import type { Selection } from './selection.ts'
import classes from './phone-rows.module.css'

interface PhoneRowsProps<Row extends { readonly id: string }> {
  readonly handle: Ref<GridHandle>
  readonly label: string
  readonly definition: ListDefinition<Row>
  readonly store: RowStore<Row>
  readonly selection: Selection | null
  readonly onChoose: (id: string) => void
}

const rowHeight = 65

/** The list on a phone: two lines a row; the initials choose, the rest opens. */
export const PhoneRows = <Row extends { readonly id: string }>({
  handle,
  label,
  definition,
  store,
  selection,
  onChoose,
}: PhoneRowsProps<Row>) => {
  const { t } = useLingui()
  const scroll = useRef<HTMLDivElement>(null)
  const count = store.rows.length + (store.complete || store.error ? 0 : 3)
  // oxlint-disable-next-line react/incompatible-library -- its answers are read in this render alone
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: store.left.scrolledTo,
  })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    store.want(lastShown + 12)
  }, [store, lastShown])
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = store.left.scrolledTo
  }, [store])
  useImperativeHandle(
    handle,
    () => ({
      focus: () => scroll.current?.querySelector('a')?.focus(),
      showPlace: (place) => virtual.scrollToIndex(place),
      toTop: () => scroll.current?.scrollTo({ top: 0 }),
    }),
    [virtual],
  )
  return (
    <div
      ref={scroll}
      className={classes['scroll']}
      onScroll={(event) => {
        store.note({ scrolledTo: event.currentTarget.scrollTop })
      }}
    >
      <ul className={classes['rows']} aria-label={label} style={{ height: count * rowHeight }}>
        {shown.map(({ index, start }) => {
          const row = store.rows[index]
          if (!row)
            return (
              <li key={`waiting-${index}`} className={classes['row']} style={{ transform: `translateY(${start}px)` }} aria-hidden="true">
                <span className={classes['waiting']}>
                  <Bone width="55%" />
                  <Bone width="35%" height={10} />
                </span>
              </li>
            )
          const { title, detail, aside } = definition.phone(row)
          const name = definition.titleOf(row)
          const chosen = selection?.ids.has(row.id) ?? false
          return (
            <li
              key={row.id}
              aria-setsize={store.complete ? store.rows.length : -1}
              aria-posinset={index + 1}
              className={joined(classes['row'], chosen && classes['chosen'])}
              style={{ transform: `translateY(${start}px)` }}
            >
              {selection ? (
                <button
                  type="button"
                  className={classes['choose']}
                  aria-pressed={chosen}
                  aria-label={t`Sélectionner ${name}`}
                  onClick={() => onChoose(row.id)}
                >
                  {chosen ? (
                    <span className={classes['tick']}>
                      <Check aria-hidden="true" />
                    </span>
                  ) : (
                    <Avatar name={name} />
                  )}
                </button>
              ) : (
                <span className={classes['choose']}>
                  <Avatar name={name} />
                </span>
              )}
              <Link to={definition.pathOf(row)} className={classes['open']}>
                <span className={classes['words']}>
                  <span className={classes['title']}>{title}</span>
                  <span className={classes['detail']}>{detail}</span>
                </span>
                {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
      {store.error !== null && (
        <p className={classes['tail']}>
          <Trans>La suite n’a pas pu être lue.</Trans>{' '}
          <Button size="small" onClick={() => store.retry()}>
            <Trans>Réessayer</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}
