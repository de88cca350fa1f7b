import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { activityOperations as operations, notificationOperations as notices, reminderOperations as reminders } from '../contract.ts'
import { finishReminder, reopenReminder } from './close-reminder.ts'
import { createReminder } from './create-reminder.ts'
import { editReminder } from './edit-reminder.ts'
import { resumeReminders, sweepReminders, wakeReminders } from './keep-time.ts'
import { handleNotification, readAllNotifications, readNotification } from './mark-notifications.ts'
import { assignReminder, postponeReminder } from './move-reminder.ts'
import { countNotifications, getNotification, listNotifications, listNotificationsOf } from './read-notifications.ts'
import { getReminder, listReminders, listRemindersOf } from './reminder-list.ts'
import { deleteReminder, restoreReminder } from './remove-reminder.ts'
import { listActivities } from './read-activities.ts'
import { createNote, deleteActivity, editActivity, logActivity } from './write-activities.ts'

export { activityImport } from './import/activity-import.ts'
export { activitiesOf } from './read-activities.ts'
export { dayGone, dayMoved, daysMoved, type MovedDay } from './followed-days.ts'
export { fireReminders } from './fire-reminders.ts'
export { notify, notifyMany, type NotificationNote } from './notify.ts'
export { notificationsOf } from './show-notifications.ts'
export { remindersOf } from './show-reminders.ts'

export const activitiesServer: Capability = {
  name: 'activities',
  implementations: [
    implement(operations.listActivities, listActivities),
    implement(operations.logActivity, logActivity),
    implement(operations.editActivity, editActivity),
    implement(operations.deleteActivity, deleteActivity),
    implement(operations.createNote, createNote),
    implement(reminders.listReminders, listReminders),
    implement(reminders.remindersOf, listRemindersOf),
    implement(reminders.getReminder, getReminder),
    implement(reminders.createReminder, createReminder),
    implement(reminders.editReminder, editReminder),
    implement(reminders.assignReminder, assignReminder),
    implement(reminders.postponeReminder, postponeReminder),
    implement(reminders.finishReminder, finishReminder),
    implement(reminders.reopenReminder, reopenReminder),
    implement(reminders.deleteReminder, deleteReminder),
    implement(reminders.restoreReminder, restoreReminder),
    implement(notices.listNotifications, listNotifications),
    implement(notices.countNotifications, countNotifications),
    implement(notices.getNotification, getNotification),
    implement(notices.notificationsOf, listNotificationsOf),
    implement(notices.readNotification, readNotification),
    implement(notices.readAllNotifications, readAllNotifications),
    implement(notices.handleNotification, handleNotification),
  ],
  jobs: [wakeReminders, sweepReminders],
  resume: resumeReminders,
  attachments: [
    'activity',
    'reminder',
    'notification',
    { table: 'reminder', columns: ['about_id'] },
    { table: 'activity', columns: ['about_id'] },
  ],
}
