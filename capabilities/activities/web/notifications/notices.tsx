import { Trans } from '@lingui/react/macro'
import type { Notice, NoticeValues } from '#kernel/web/capability.ts'

const Fired = ({ values: { title } }: { values: NoticeValues }) => (
  <Trans>
    Rappel: <bdi>{String(title ?? '')}</bdi>
  </Trans>
)

/** How this capability's notifications are said. */
export const notices: Readonly<Record<`${string}.${string}`, Notice>> = {
  'reminder.fired': { icon: 'reminder', Sentence: Fired },
}
