import { useMemo } from 'react'
import type { FollowedDay, Reminder } from '../../contract.ts'
import { useReminderWords } from './use-reminder-words.ts'

/** The days that a form offers: those of the page, and the one that the reminder follows already. */
export const useFollowedDays = (offered: readonly FollowedDay[], reminder: Reminder | undefined): readonly FollowedDay[] => {
  const words = useReminderWords()
  return useMemo(() => {
    if (!reminder || reminder.anchor === null || reminder.about_id === null || reminder.anchor_day === null) return offered
    const { anchor, about_id, anchor_day: day } = reminder
    if (offered.some((one) => one.about_id === about_id && one.anchor === anchor)) return offered
    return [...offered, { about_id, anchor, day, label: `${words.anchor[anchor]} ${reminder.about_title ?? ''}`.trim() }]
  }, [words, offered, reminder])
}
