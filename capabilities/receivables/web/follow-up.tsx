import { Plural, Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import type { ReceivableLine } from '../rows.ts'
import { stateTones as dunningTones, useRecoveryWords } from './recovery/use-recovery-words.ts'
import { promiseTones, statusTones, useReceivableWords } from './use-receivable-words.ts'

type Followed = Pick<ReceivableLine, 'status' | 'days_late' | 'due_date' | 'promise' | 'dunning' | 'balance_centimes'>

/** What is done about a bill, in one word: its recovery before a promise, a promise before its day. */
export const FollowUp = ({ bill }: { bill: Followed }) => {
  const words = useReceivableWords()
  const recovery = useRecoveryWords()
  const { day } = useFormats()
  const { promise, dunning } = bill
  if (bill.balance_centimes > 0 && dunning !== null && dunning.state !== 'notified' && dunning.state !== 'payment_window')
    return <Chip tone={dunningTones[dunning.state]}>{recovery.state[dunning.state]}</Chip>
  if (bill.balance_centimes > 0 && promise !== null && promise.state !== 'kept')
    return (
      <Chip tone={promiseTones[promise.state]}>
        {promise.state === 'waiting' ? <Trans>Promis pour le {day(promise.due_on)}</Trans> : words.promise[promise.state]}
      </Chip>
    )
  const waits = bill.status === 'issued' || bill.status === 'partial'
  if (waits && bill.days_late !== null) {
    const tone: Tone = bill.days_late === 0 ? 'warn' : 'neutral'
    if (bill.balance_centimes < 0) return <Chip tone="info">{<Trans>À rembourser</Trans>}</Chip>
    return <Chip tone={tone}>{bill.days_late === 0 ? <Trans>Échue aujourd’hui</Trans> : <Trans>Non échue</Trans>}</Chip>
  }
  if (bill.status === 'unpaid' && bill.days_late !== null)
    return (
      <Chip tone="bad">
        <Plural value={bill.days_late} one="En retard de # jour" other="En retard de # jours" />
      </Chip>
    )
  return <Chip tone={statusTones[bill.status]}>{words.status[bill.status]}</Chip>
}
