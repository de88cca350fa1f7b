import { useEffect, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { joined } from './joined.ts'
import classes from './page.module.css'

interface PageProps {
  /** The words of the title, for the window too. */
  readonly title: string
  /** What stands in place of the bare title (a name with its avatar). */
  readonly heading?: ReactNode
  /** «320 agences»: the count and what it counts. */
  readonly count?: ReactNode
  readonly intro?: ReactNode
  readonly acts?: ReactNode
  /** Where this page belongs. */
  readonly back?: { readonly to: string; readonly label: ReactNode }
  readonly width?: 'normal' | 'wide' | 'narrow'
  readonly children: ReactNode
}

/** Names the window after what it shows. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · ASSURA-CRM` : 'ASSURA-CRM'
  }, [title])
}

/** The frame of a page of work: where it belongs, title and count, the actions at the end of the line, then the work. */
export const Page = ({ title, heading, count, intro, acts, back, width = 'normal', children }: PageProps) => {
  usePageTitle(title)
  return (
    <div className={joined(classes['page'], width === 'wide' && classes['wide'], width === 'narrow' && classes['narrow'])}>
      <header className={classes['head']}>
        <div className={classes['words']}>
          {back && (
            <Link to={back.to} className={classes['back']}>
              <ChevronLeft aria-hidden="true" />
              {back.label}
            </Link>
          )}
          <div className={classes['title']}>
            <h1 tabIndex={-1} data-page-title>
              {heading ?? title}
            </h1>
            {count !== undefined && <span className={classes['count']}>{count}</span>}
          </div>
          {intro !== undefined && <p className={classes['intro']}>{intro}</p>}
        </div>
        {acts !== undefined && <div className={classes['acts']}>{acts}</div>}
      </header>
      {children}
    </div>
  )
}
