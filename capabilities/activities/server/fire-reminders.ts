import { sql } from 'kysely'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { notifyMany } from './notify.ts'
import { firedKey } from './settle-notice.ts'

const aChunk = 500
const program = systemActor('ASSURA-CRM')

interface Due {
  readonly id: string
  readonly title: string
  readonly subject_id: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly about_id: string | null
  readonly assignee_id: string
  readonly assignee_active: boolean
  readonly due_at: string
}

/**
 * Tells people of the reminders of one organization whose time has come, a chunk per transaction; how many. Workers that do it at
 * once skip each other's rows, and each time of a reminder has one key: whatever is killed or repeated, it is told once.
 */
export const fireReminders = async (services: Services, organizationId: string): Promise<number> => {
  let fired = 0
  for (;;) {
    const count = await fireChunk(services, organizationId)
    fired += count
    if (count < aChunk) return fired
  }
}

const fireChunk = (services: Services, organizationId: string): Promise<number> =>
  runAs(services, { actor: program, organizationId, operation: 'reminder.fire' }, async (ctx) => {
    // Whoever left the company is told nothing: the reminder goes to whoever looks after the record.
    const { rows: due } = await sql<Due>`
      select r.id, r.title, r.subject_id, s.agency_id, s.owner_id, r.about_id, r.assignee_id, r.due_at, coalesce(p.status = 'active', false) as assignee_active
      from reminder r
      join subject s on s.organization_id = r.organization_id and s.id = r.subject_id and s.deleted_at is null
      left join colleague p on p.organization_id = r.organization_id and p.id = r.assignee_id
      where r.organization_id = ${organizationId}::uuid and r.state = 'waiting' and r.deleted_at is null and r.due_at <= ${ctx.now}::timestamptz
      order by r.due_at, r.id limit ${aChunk} for update of r skip locked`.execute(ctx.db)
    if (due.length === 0) {
      ctx.unchanged()
      return 0
    }
    const ids = due.map((row) => row.id)
    await ctx.db
      .updateTable('reminder')
      .set((eb) => ({ state: 'fired', fired_at: ctx.now, version: eb('version', '+', 1), updated_at: ctx.now }))
      .where('organization_id', '=', organizationId)
      .where('id', 'in', ids)
      .execute()
    await notifyMany(
      ctx,
      due.map((row) => ({
        recipientId: row.assignee_active ? row.assignee_id : null,
        subjectId: row.subject_id,
        aboutId: row.about_id,
        kind: 'reminder.fired',
        values: { reminder_id: row.id, title: row.title, due_at: row.due_at },
        level: 'warning',
        once: firedKey(row),
      })),
    )
    for (const { subject_id, agency_id, owner_id } of due)
      ctx.emit({ name: 'reminder.fired', subjectId: subject_id, agencyId: agency_id, ownerId: owner_id })
    for (const userId of new Set(due.map((row) => row.assignee_id))) ctx.emit({ name: 'reminder.fired', userId })
    ctx.audit({ after: { count: due.length, reminder_ids: ids } })
    return due.length
  })

/** When the next reminder of an organization is due, at the latest `until`; null when none is. Instants are ISO 8601 UTC. */
export const nextDue = (services: Services, organizationId: string, until: string): Promise<string | null> =>
  runAs(services, { actor: program, organizationId, operation: 'reminder.fire', readOnly: true }, async (ctx) => {
    const { rows } = await sql<{ due_at: string }>`
      select r.due_at from reminder r join subject s on s.organization_id = r.organization_id and s.id = r.subject_id and s.deleted_at is null
      where r.organization_id = ${organizationId}::uuid and r.state = 'waiting' and r.deleted_at is null and r.due_at <= ${until}::timestamptz
      order by r.due_at, r.id limit 1`.execute(ctx.db)
    return rows[0]?.due_at ?? null
  })
