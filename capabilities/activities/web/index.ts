import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { ActivityDialog } from './activity-dialog.tsx'
export type { AboutChoice } from './about-choice.ts'
export { ActivityDigest, LatestActivities } from './latest-activities.tsx'
export { LogVisitButton } from './log-visit-button.tsx'
export { NotificationsTab, type NotificationsTabProps } from './notifications/notifications-tab.tsx'
export { ReminderDialog, type ReminderDialogProps } from './reminders/reminder-dialog.tsx'
export { RemindersTab, type RemindersTabProps } from './reminders/reminders-tab.tsx'
export { useReminderWords } from './reminders/use-reminder-words.ts'
export type { ShownSubject } from './shown-subject.ts'
export { useActivityWords } from './use-activity-words.ts'
export { Timeline } from './timeline.tsx'

/** The bell of the top bar; its code comes after the first screen. */
export const notificationBell = () => import('./notifications/notification-bell.tsx').then((module) => module.NotificationBell)

/** The timeline of any record, reminders and notifications. */
export const activitiesWeb: WebCapability = {
  name: 'activities',
  pages: [
    { path: '/reminders', needs: 'reminder.view', load: () => import('./reminders/reminders-page.tsx').then((page) => page.RemindersPage) },
    { path: '/notifications', load: () => import('./notifications/notifications-page.tsx').then((page) => page.NotificationsPage) },
  ],
  navigation: [{ group: 'relation', rank: 30, label: msg`Rappels`, icon: 'reminder', to: '/reminders', needs: 'reminder.view' }],
  notices: () => import('./notifications/notices.tsx').then((module) => module.notices),
  refreshes: { note: ['activity'], call: ['activity'], visit: ['activity'] },
}
