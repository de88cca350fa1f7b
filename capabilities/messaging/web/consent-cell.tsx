import { useLingui } from '@lingui/react/macro'
import { Check, Minus, X } from 'lucide-react'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { joined } from '#kernel/web/ui/joined.ts'
import { Menu } from '#kernel/web/ui/menu.tsx'
import type { Consent, consentStatuses } from '../contract.ts'
import { useConsentWords } from './use-consent-words.ts'
import classes from './consents.module.css'

export type Statement = (typeof consentStatuses)[number]

interface ConsentCellProps {
  readonly consent: Consent
  /** What was just said and is not yet recorded. */
  readonly pending: Statement | undefined
  /** Null for who may only read. */
  readonly onSay: ((status: Statement | null) => void) | null
}

/** What a person said of one purpose by one channel: a tick, a cross, or a dash while nothing was said; when, and where from. */
export const ConsentCell = ({ consent, pending, onSay }: ConsentCellProps) => {
  const { t } = useLingui()
  const words = useConsentWords()
  const formats = useFormats()
  const status = pending ?? consent.status
  const allowed = pending ? pending === 'granted' : consent.allowed
  const Picture = status === null ? Minus : status === 'granted' ? Check : X
  const state = status === null ? (allowed ? t`Autorisé` : t`Sans accord`) : words.status[status]
  const day = pending
    ? t`à enregistrer`
    : consent.recorded_at
      ? formats.day(dayAt(formats.timeZone, new Date(consent.recorded_at)))
      : allowed
        ? t`par défaut`
        : ''
  const where = [
    words.purpose[consent.purpose].title,
    words.channel[consent.channel],
    [state, day].filter(Boolean).join(' '),
    consent.source && words.source[consent.source],
    consent.recorded_at && formats.instant(consent.recorded_at),
    consent.recorded_by,
    consent.proof,
  ]
  const told = where.filter(Boolean).join(' · ')
  const inside = (
    <>
      <span className={joined(classes['state'], allowed ? classes['yes'] : status === null ? classes['unsaid'] : classes['no'])}>
        <Picture aria-hidden="true" />
      </span>
      <span className={classes['said']}>{state}</span>
      <small>{day}</small>
    </>
  )
  const look = joined(classes['cell'], pending && classes['pending'])
  if (!onSay)
    return (
      <span className={look} title={told}>
        {inside}
      </span>
    )
  return (
    <Menu
      label={told}
      align="start"
      entries={[
        {
          key: 'granted',
          label: words.status.granted,
          icon: <Check aria-hidden="true" />,
          chosen: status === 'granted',
          act: () => onSay('granted'),
        },
        {
          key: 'refused',
          label: words.status.refused,
          icon: <X aria-hidden="true" />,
          chosen: status === 'refused',
          act: () => onSay('refused'),
        },
        ...(consent.status === 'granted'
          ? [
              {
                key: 'withdrawn',
                label: words.status.withdrawn,
                icon: <X aria-hidden="true" />,
                chosen: status === 'withdrawn',
                act: () => onSay('withdrawn'),
              },
            ]
          : []),
        ...(pending ? [{ key: 'none', label: t`Ne rien changer`, apart: true, act: () => onSay(null) }] : []),
      ]}
    >
      {(opener) => (
        <button {...opener} type="button" className={look} title={told} aria-label={told}>
          {inside}
        </button>
      )}
    </Menu>
  )
}
