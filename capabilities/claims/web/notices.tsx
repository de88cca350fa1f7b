import { Trans } from '@lingui/react/macro'
import type { Notice, NoticeValues } from '#kernel/web/capability.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { ClockKind } from '../clocks.ts'
import type { ClaimStatus } from '../rules.ts'
import { useClaimWords } from './use-claim-words.ts'

const Status = ({ values }: { values: NoticeValues }) => {
  const words = useClaimWords()
  const status = words.status[values['status'] as ClaimStatus] ?? ''
  const number = String(values['number'] ?? '')
  return (
    <Trans>
      Sinistre <bdi dir="ltr">{number}</bdi>: {status}
    </Trans>
  )
}

const ClockNotice = ({ values }: { values: NoticeValues }) => {
  const words = useClaimWords()
  const { day } = useFormats()
  const clock = words.clock[values['clock'] as ClockKind] ?? ''
  const number = String(values['number'] ?? '')
  const due = typeof values['due_on'] === 'string' ? day(values['due_on']) : ''
  return values['late'] === true ? (
    <Trans>
      Sinistre <bdi dir="ltr">{number}</bdi>: délai dépassé ({clock}, {due})
    </Trans>
  ) : (
    <Trans>
      Sinistre <bdi dir="ltr">{number}</bdi>: délai bientôt atteint ({clock}, {due})
    </Trans>
  )
}

/** How this capability's notifications are said. */
export const notices: Readonly<Record<`${string}.${string}`, Notice>> = {
  'claim.status': { icon: 'claim', Sentence: Status },
  'claim.clock': { icon: 'claim', Sentence: ClockNotice },
}
