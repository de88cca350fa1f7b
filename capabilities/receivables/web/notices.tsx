import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { Notice, NoticeValues } from '#kernel/web/capability.ts'

type Said = { readonly values: NoticeValues }
const text = (value: NoticeValues[string] | undefined): string => (value === null || value === undefined ? '' : String(value))
const sum = (value: NoticeValues[string] | undefined): number => (typeof value === 'number' ? value : 0)

const Overdue = ({ values }: Said) => {
  const { amount, day } = useFormats()
  const number = text(values['number'])
  const due = amount(sum(values['amount_centimes']))
  const on = day(text(values['due_date']))
  return (
    <Trans>
      Quittance {number} impayée: {due} depuis le {on}
    </Trans>
  )
}

const Broken = ({ values }: Said) => {
  const { amount, day } = useFormats()
  const number = text(values['number'])
  const promised = amount(sum(values['amount_centimes']))
  const kept = amount(sum(values['kept_centimes']))
  const on = day(text(values['due_on']))
  if (sum(values['kept_centimes']) > 0)
    return (
      <Trans>
        Promesse du {on} tenue à moitié: {kept} sur {promised} ({number})
      </Trans>
    )
  return (
    <Trans>
      Promesse du {on} non tenue: {promised} ({number})
    </Trans>
  )
}

const Bounced = ({ values }: Said) => {
  const { amount } = useFormats()
  const cheque = text(values['reference'])
  const bank = text(values['bank'])
  const due = amount(sum(values['amount_centimes']))
  return (
    <Trans>
      Chèque {cheque} {bank} impayé: {due} de nouveau dus
    </Trans>
  )
}

/** How the notifications of receivables are said. */
export const receivableNotices: Readonly<Record<`${string}.${string}`, Notice>> = {
  'receivable.overdue': { icon: 'receivable', Sentence: Overdue },
  'promise.broken': { icon: 'receivable', Sentence: Broken },
  'payment.bounced': { icon: 'payment', Sentence: Bounced },
}
