import { addDays, daysBetween, isDay, type Day } from '#kernel/shared/days.ts'
import { instantAt } from '#kernel/shared/time-zone.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, type WorkCalendar } from '#kernel/shared/working-days.ts'
import type { FollowedDay, Reminder } from '../../contract.ts'
import { dayAndTimeOf, relativeDueAt } from '../../reminder-time.ts'

/** What the form of a reminder holds, as texts. */
export interface ReminderValues {
  title: string
  /** A date of its own, or days from the day of a record. */
  mode: 'date' | 'followed'
  day: string
  time: string
  /** `about_id anchor` of the followed day. */
  followed: string
  count: string
  side: 'before' | 'on' | 'after'
  note: string
  assignee: string | null
}

const usualTime = '08:00'
const usualCount = 30
/** Days before an expiry at which people want to hear of it. */
const usualCounts = [usualCount, 15, 7, 3, 1]

/** How many days before a followed day a new reminder opens with: the usual thirty, fewer when those have passed. */
const countBefore = (followed: Day | undefined, today: Day): number =>
  usualCounts.find((count) => followed !== undefined && addDays(followed, -count) > today) ?? usualCount

/** How a followed day is named in the form's list. */
export const keyOfDay = (day: Pick<FollowedDay, 'about_id' | 'anchor'>): string => `${day.about_id} ${day.anchor}`

/** What the form opens with: the reminder's own values, or tomorrow's working morning. */
export const reminderValues = (
  timeZone: string,
  today: Day,
  calendar: WorkCalendar,
  days: readonly FollowedDay[],
  me: string,
  reminder?: Reminder,
): ReminderValues => {
  const [first] = days
  const tomorrow = workingDayFrom(addDays(today, 1), calendar)
  if (!reminder)
    return {
      title: '',
      mode: 'date',
      day: tomorrow,
      time: usualTime,
      followed: first ? keyOfDay(first) : '',
      count: String(countBefore(first?.day, today)),
      side: 'before',
      note: '',
      assignee: me,
    }
  const { day, time } = dayAndTimeOf(timeZone, reminder.due_at)
  const offset = reminder.offset_days ?? -usualCount
  return {
    title: reminder.title,
    mode: reminder.anchor === null ? 'date' : 'followed',
    day,
    time: reminder.anchor === null ? time : reminder.at_time,
    followed:
      reminder.anchor !== null && reminder.about_id !== null
        ? keyOfDay({ about_id: reminder.about_id, anchor: reminder.anchor })
        : first
          ? keyOfDay(first)
          : '',
    count: String(Math.abs(offset) || usualCount),
    side: offset < 0 ? 'before' : offset > 0 ? 'after' : 'on',
    note: reminder.note ?? '',
    assignee: reminder.assignee_id,
  }
}

/** Days from the followed one, negative before it; null while the count is no number. */
export const offsetOf = ({ count, side }: Pick<ReminderValues, 'count' | 'side'>): number | null => {
  if (side === 'on') return 0
  if (!/^\d{1,4}$/.test(count)) return null
  return side === 'before' ? 0 - Number(count) : Number(count)
}

/** When the form's reminder would be due; null while something is missing. */
export const dueOf = (timeZone: string, values: ReminderValues, followed: FollowedDay | undefined): string | null => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(values.time)) return null
  if (values.mode === 'date') return isDay(values.day) ? instantAt(timeZone, values.day, values.time).toISOString() : null
  const offset = offsetOf(values)
  return followed && offset !== null ? relativeDueAt(timeZone, followed.day, offset, values.time) : null
}

/** The working day before a day of rest, with the form moved to it; null when the day is worked. */
export const workedInstead = (
  values: ReminderValues,
  due: Day,
  followed: FollowedDay | undefined,
  calendar: WorkCalendar,
): { readonly day: Day; readonly values: Partial<ReminderValues> } | null => {
  if (isWorkingDay(due, calendar)) return null
  const day = addWorkingDays(due, -1, calendar)
  if (values.mode === 'date') return { day, values: { day } }
  if (!followed) return null
  const offset = daysBetween(followed.day, day)
  return { day, values: { count: String(Math.abs(offset)), side: offset < 0 ? 'before' : offset > 0 ? 'after' : 'on' } }
}
