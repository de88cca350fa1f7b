import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import classes from './figure-strip.module.css'

/** One figure of the head: what it is, how much, in what state, and where its rows are. */
export interface HeadFigure {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  readonly note: ReactNode
  readonly tone?: 'plain' | 'warn' | 'bad' | 'good'
  /** How the figure is reckoned, shown on hover. */
  readonly help?: string
  /** The tab that shows its rows. */
  readonly tab: string
}

/** The figures under the name, in one calm line; each is a link to its rows. */
export const FigureStrip = ({ figures, label }: { figures: readonly HeadFigure[]; label: string }) => (
  <nav className={classes['strip']} aria-label={label}>
    {figures.map((figure) => (
      <Link
        key={figure.key}
        to="."
        search={(before: Record<string, unknown>) => ({ ...before, tab: figure.tab })}
        replace
        className={classes['figure'] ?? ''}
        activeProps={{}}
        data-tone={figure.tone ?? 'plain'}
        title={figure.help}
      >
        <span>{figure.label}</span>
        <strong>{figure.value}</strong>
        <em>{figure.note}</em>
      </Link>
    ))}
  </nav>
)
