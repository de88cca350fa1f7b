import type { WebCapability } from '#kernel/web/capability.ts'

export { ActivityDialog } from './activity-dialog.tsx'
export { LatestActivities } from './latest-activities.tsx'
export { NotificationsTab, type NotificationsTabProps } from './notifications-tab.tsx'
export { RemindersTab, type RemindersTabProps } from './reminders-tab.tsx'
export { useActivityWords } from './use-activity-words.ts'
export { Timeline } from './timeline.tsx'

/** The timeline of any record: notes, calls and visits. */
export const activitiesWeb: WebCapability = {
  name: 'activities',
  refreshes: { note: ['activity'], call: ['activity'], visit: ['activity'] },
}
