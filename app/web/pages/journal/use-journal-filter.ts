import { useNavigate, useSearch } from '@tanstack/react-router'
import { isDay, startOfDayIn, addDays } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'

/** What the journal is narrowed to; kept in the address, so that it can be sent to a colleague. Days both included. */
export interface JournalFilter {
  readonly actor: string | null
  readonly operation: string | null
  readonly from: string
  readonly to: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The filter of the journal, what is asked of the server for it, and the way to change it. */
export const useJournalFilter = () => {
  const { timeZone } = useFormats()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const filter: JournalFilter = {
    actor: textOf(search['actor']) || null,
    operation: textOf(search['operation']) || null,
    from: textOf(search['from']),
    to: textOf(search['to']),
  }
  const input = {
    ...(filter.actor !== null && { actor_id: filter.actor }),
    ...(filter.operation !== null && { operation: filter.operation }),
    ...(isDay(filter.from) && { from: startOfDayIn(timeZone, filter.from).toISOString() }),
    ...(isDay(filter.to) && { until: startOfDayIn(timeZone, addDays(filter.to, 1)).toISOString() }),
  }
  const change = (changes: Partial<JournalFilter>) => {
    const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== null && value !== '')
    void navigate({ to: '/journal', search: Object.fromEntries(next), replace: true, resetScroll: false })
  }
  return { filter, input, change, narrowed: Object.keys(input).length > 0 }
}
