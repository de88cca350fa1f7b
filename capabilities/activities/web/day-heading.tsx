import { Trans } from '@lingui/react/macro'
import { addDays } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'

/** «Aujourd’hui», «Hier», «jeudi 19 novembre 2026». */
export const DayHeading = ({ day }: { day: string }) => {
  const formats = useFormats()
  const today = formats.today()
  if (day === today) return <Trans>Aujourd’hui</Trans>
  if (day === addDays(today, -1)) return <Trans>Hier</Trans>
  return <time dateTime={day}>{formats.day(day, 'full')}</time>
}
