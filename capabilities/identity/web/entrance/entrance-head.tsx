import type { ReactNode } from 'react'
import { joined } from '#kernel/web/ui/joined.ts'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import classes from './entrance.module.css'

interface EntranceHeadProps {
  /** The title in plain words, for the window. */
  readonly title: string
  readonly icon?: ReactNode
  readonly tone?: 'good' | 'bad' | undefined
  readonly above?: ReactNode
  readonly children?: ReactNode
}

/** Title and first sentence of a page of the way in. */
export const EntranceHead = ({ title, icon, tone, above, children }: EntranceHeadProps) => {
  usePageTitle(title)
  return (
    <header className={classes['head']}>
      {above}
      {icon !== undefined && <span className={joined(classes['big'], tone && classes[tone])}>{icon}</span>}
      <h1 tabIndex={-1} data-page-title>
        {title}
      </h1>
      {children !== undefined && <p>{children}</p>}
    </header>
  )
}
