import { Plural, Trans } from '@lingui/react/macro'
import { Clock3, TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import type { ClaimRow } from '../contract.ts'
import { useClaimWords } from './use-claim-words.ts'
import classes from './claims.module.css'

/** A delay is worth showing in a line from so many days before its end. */
const shownFrom = 180
/** And is urgent from so many. */
const urgentFrom = 3

/** The next deadline of a claim in a line: which clock, days left or late; the exact day on hover. */
export const ClockText = ({ clock }: { clock: ClaimRow['clock'] }) => {
  const words = useClaimWords()
  const { day } = useFormats()
  if (clock === null || clock.left > shownFrom) return <span className={classes['none']}>–</span>
  const { left, late, due_on } = clock
  return (
    <time
      dateTime={due_on}
      title={day(due_on, 'full')}
      className={classes['clock']}
      data-tone={late ? 'bad' : left <= urgentFrom ? 'warn' : undefined}
    >
      {late ? <TriangleAlert aria-hidden="true" /> : <Clock3 aria-hidden="true" />}
      <span>
        <ClockLeft left={left} /> <small>{words.clock[clock.kind]}</small>
      </span>
    </time>
  )
}

/** «2 jours de retard», «dernier jour», «encore 5 jours». */
export const ClockLeft = ({ left, unit = 'day' }: { left: number; unit?: 'day' | 'working_day' }) => {
  if (left < 0) return <Plural value={-left} one="# jour de retard" other="# jours de retard" />
  if (left === 0) return <Trans>dernier jour</Trans>
  return unit === 'day' ? (
    <Plural value={left} one="encore # jour" other="encore # jours" />
  ) : (
    <Plural value={left} one="encore # jour ouvrable" other="encore # jours ouvrables" />
  )
}
