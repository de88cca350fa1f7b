import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'

/** What a field that needs a day says of what was typed. */
export const useDayRule = (): ((text: string) => string | null) => {
  const { t } = useLingui()
  return (text) => (isDay(text) ? null : t`Écrivez la date comme 23/11/2026.`)
}
