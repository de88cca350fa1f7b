import { z } from 'zod'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { fireReminders, nextDue } from './fire-reminders.ts'
import { soonMs, wake } from './wake.ts'

const lookAgainMs = 1000

/** The alarms that this process has set: the nearest due time of an organization, kept apart by application. */
const alarms = new WeakMap<Services, Map<string, { at: number; timer: NodeJS.Timeout }>>()

/**
 * Fires what is due in one organization, and sets an alarm in this process for what is due within the minute to come. An alarm that
 * is lost with its process is made good by the next sweep.
 */
const keepTime = async (services: Services, organizationId: string, stopping: AbortSignal): Promise<void> => {
  const until = new Date(Date.now() + soonMs).toISOString()
  let next = await nextDue(services, organizationId, until)
  if (next !== null && Date.parse(next) <= Date.now()) {
    await fireReminders(services, organizationId)
    next = await nextDue(services, organizationId, until)
  }
  if (next !== null) setAlarm(services, organizationId, Date.parse(next), stopping)
}

const setAlarm = (services: Services, organizationId: string, at: number, stopping: AbortSignal): void => {
  if (stopping.aborted) return
  const set = alarms.get(services) ?? new Map<string, { at: number; timer: NodeJS.Timeout }>()
  alarms.set(services, set)
  const known = set.get(organizationId)
  if (known !== undefined && known.at <= at) return
  clearTimeout(known?.timer)
  const off = () => clearTimeout(timer)
  const ring = () => {
    set.delete(organizationId)
    stopping.removeEventListener('abort', off)
    keepTime(services, organizationId, stopping).catch((error: unknown) =>
      services.log.warn({ err: error }, 'reminders wait for the next sweep'),
    )
  }
  // One that another worker has just taken is looked at again a little later, not at once.
  const wait = at - Date.now()
  const timer = setTimeout(ring, wait > 0 ? wait : lookAgainMs)
  timer.unref()
  stopping.addEventListener('abort', off, { once: true })
  set.set(organizationId, { at, timer })
}

/** Looks at the reminders of one organization because one of them is due soon. */
export const wakeReminders = job({
  ...wake,
  run: (services, input, { stopping }) => keepTime(services, input.organization_id, stopping),
})

/** Each minute, one organization after the other: what is due fires, what is due within the minute gets its alarm. */
export const sweepReminders = job({
  name: 'reminders.sweep',
  input: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  run: async (services, _input, { signal, stopping }) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id } of organizations) {
      if (signal.aborted) return
      await keepTime(services, organization_id, stopping)
    }
  },
})

/** What fell due while no process was at work fires as soon as one is. */
export const resumeReminders = (services: Services): Promise<void> =>
  services.database.transaction().execute((db) => services.jobs.within(db).send(sweepReminders, {}))
