import { Trans } from '@lingui/react/macro'
import { CircleCheck, Clock3, Hourglass, TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import type { Claim } from '../../contract.ts'
import { ClockLeft } from '../clock-text.tsx'
import { useClaimWords } from '../use-claim-words.ts'
import classes from './claim.module.css'

const urgentFrom = 3
const pictures = { running: Clock3, late: TriangleAlert, met: CircleCheck, met_late: TriangleAlert, waiting: Hourglass } as const

/** The legal clocks of a claim side by side: days left or late, how they were met; the exact day below and on hover. */
export const ClockList = ({ clocks }: { clocks: Claim['clocks'] }) => {
  const words = useClaimWords()
  const { day } = useFormats()
  return (
    <ul className={classes['clocks']}>
      {clocks.map((clock) => {
        const Picture = pictures[clock.state]
        const urgent = clock.state === 'running' && clock.left !== null && clock.left <= urgentFrom
        const tone =
          clock.state === 'late' ? 'bad' : clock.state === 'met_late' || urgent ? 'warn' : clock.state === 'met' ? 'good' : undefined
        const due = clock.due_on === null ? null : day(clock.due_on)
        const met = clock.met_on === null ? null : day(clock.met_on)
        return (
          <li key={clock.kind} data-tone={tone} title={clock.due_on === null ? undefined : day(clock.due_on, 'full')}>
            <Picture aria-hidden="true" />
            <span>
              <small>{words.clockName[clock.kind]}</small>
              <b>
                {clock.state === 'met' ? (
                  <Trans>dans les délais</Trans>
                ) : clock.state === 'met_late' ? (
                  <Trans>hors délai</Trans>
                ) : clock.left === null ? (
                  <Trans>en attente du Journal officiel</Trans>
                ) : (
                  <ClockLeft left={clock.left} unit={clock.unit} />
                )}
              </b>
              <small>
                {met !== null && due !== null ? (
                  <Trans>
                    le {met}, avant le {due}
                  </Trans>
                ) : (
                  due !== null && <Trans>avant le {due}</Trans>
                )}
                {clock.due_time !== null && <bdi dir="ltr"> {clock.due_time}</bdi>}
              </small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
