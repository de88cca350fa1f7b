import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { activityOperations as operations } from '../contract.ts'
import { listActivities } from './read-activities.ts'
import { createNote, deleteActivity, editActivity, logActivity } from './write-activities.ts'

export { activitiesOf } from './read-activities.ts'
export { dayGone, dayMoved, daysMoved, type MovedDay } from './followed-days.ts'
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
  ],
  attachments: ['activity', 'reminder', 'notification'],
}
