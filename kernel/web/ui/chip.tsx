import type { ReactNode } from 'react'
import { joined } from './joined.ts'
import classes from './chip.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'neutral'

/** A state: its word, its colour and a mark whose shape says the same. `plain` leaves the mark out (a count, a tag). */
export const Chip = ({ tone = 'neutral', plain = false, children }: { tone?: Tone; plain?: boolean; children: ReactNode }) => (
  <span className={joined(classes['chip'], tone !== 'neutral' && classes[tone], plain && classes['plain'])}>{children}</span>
)
