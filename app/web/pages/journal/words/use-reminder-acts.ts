import { useMemo } from 'react'

/** What was done with reminders, in words, by the name of the operation. */
export const useReminderActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
