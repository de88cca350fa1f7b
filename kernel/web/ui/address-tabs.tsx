import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useAddressParam } from '#kernel/web/address.ts'
import { joined } from './joined.ts'
import classes from './address-tabs.module.css'

export interface TabItem<K extends string> {
  readonly key: K
  readonly label: ReactNode
  readonly count?: ReactNode
}

/** The tab that the address names (`?tab=`), the first by default. */
export const useTab = <K extends string>(keys: readonly [K, ...K[]], param = 'tab'): K => {
  const [value] = useAddressParam(param)
  return keys.find((key) => key === value) ?? keys[0]
}

/** Tabs that live in the address: links, so that back, reload, a new window and sharing all work. */
export const AddressTabs = <K extends string>({
  tabs,
  current,
  label,
  param = 'tab',
  inCard = false,
}: {
  tabs: readonly TabItem<K>[]
  current: K
  label: string
  param?: string
  inCard?: boolean
}) => {
  const nav = useRef<HTMLElement>(null)
  // On a phone the tabs scroll sideways: the present one is brought into sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav ref={nav} className={joined(classes['tabs'], inCard && classes['inCard'])} aria-label={label}>
      {tabs.map((tab, at) => (
        <Link
          key={tab.key}
          to="."
          search={(before: Record<string, unknown>) => ({ ...before, [param]: at === 0 ? undefined : tab.key })}
          replace
          className={classes['tab'] ?? ''}
          activeProps={{}}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <b>{tab.count}</b>}
        </Link>
      ))}
    </nav>
  )
}
