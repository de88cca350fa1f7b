import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { forbidden } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Activity, activityOperations } from '../contract.ts'
import { checkActivity, occurredAt } from './check-activity.ts'
import { getActivity } from './read-activities.ts'

type Operations = typeof activityOperations

const about = (subject: LoadedSubject) => ({ kind: subject.kind, id: subject.id, title: subject.title })

/** Open pages that show the record learn that its timeline changed. */
const announce = (ctx: Context, what: 'created' | 'updated' | 'deleted', subject: LoadedSubject): void =>
  ctx.emit({ name: `activity.${what}`, subjectId: subject.id, agencyId: subject.agency_id, ownerId: subject.owner_id })

/** Writes a note, a call or a visit on the timeline of a record on which the actor may comment. */
export const logActivity = async (ctx: Context, input: ParsedOf<Operations['logActivity']>): Promise<Activity> => {
  const subject = await loadSubject(ctx, input.subject_id, 'comment')
  const { subject_id, ...fields } = input
  checkActivity(fields)
  if (fields.about_id !== null) await loadSubject(ctx, fields.about_id, 'view')
  const written = { ...fields, occurred_at: occurredAt(fields.occurred_at, ctx.now) }
  const id = newId()
  await ctx.db
    .insertInto('activity')
    .values({
      ...written,
      organization_id: ctx.organizationId,
      id,
      subject_id,
      author_id: ctx.actor.userId,
      author_name: ctx.actor.name,
      external_id: null,
      source: null,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .execute()
  ctx.audit({ subject: about(subject), after: { activity_id: id, ...written } })
  announce(ctx, 'created', subject)
  return (await getActivity(ctx, id)).activity
}

/** A note in one call: the text on the record, now. */
export const createNote = (ctx: Context, input: ParsedOf<Operations['createNote']>): Promise<Activity> =>
  logActivity(ctx, { ...input, kind: 'note', about_id: null, direction: null, outcome: null, duration_minutes: null })

const conflict = (current: Activity): Problem =>
  new Problem(409, 'version_conflict', /*i18n*/ { id: 'activity.conflict', message: 'Cet échange a été modifié entre-temps.' }, [], {
    current,
  })

/** Corrects what one wrote; the journal keeps what stood there. */
export const editActivity = async (ctx: Context, input: ParsedOf<Operations['editActivity']>): Promise<Activity> => {
  const { id, version, occurred_at, ...given } = input
  const { activity: before } = await getActivity(ctx, id)
  const subject = await loadSubject(ctx, before.subject_id, 'comment')
  if (!before.can.edit) throw forbidden()
  if (before.version !== version) throw conflict(before)
  const fields = { ...given, ...(occurred_at !== undefined && { occurred_at: occurredAt(occurred_at, ctx.now) }) }
  const change = changesBetween(before, fields)
  if (change === null) {
    ctx.unchanged()
    return before
  }
  checkActivity({ ...before, ...change.after })
  if (fields.about_id != null && fields.about_id !== before.about_id) await loadSubject(ctx, fields.about_id, 'view')
  const updated = await ctx.db
    .updateTable('activity')
    .set({ ...change.after, version: version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw conflict((await getActivity(ctx, id)).activity)
  ctx.audit({ subject: about(subject), before: { activity_id: id, ...change.before }, after: { activity_id: id, ...change.after } })
  announce(ctx, 'updated', subject)
  return (await getActivity(ctx, id)).activity
}

/** Removes what one wrote; the journal keeps it. */
export const deleteActivity = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const { activity: before } = await getActivity(ctx, input.id)
  const subject = await loadSubject(ctx, before.subject_id, 'comment')
  if (!before.can.delete) throw forbidden()
  await ctx.db
    .updateTable('activity')
    .set((row) => ({ deleted_at: ctx.now, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .execute()
  const { kind, direction, outcome, body, occurred_at, duration_minutes, author_name } = before
  ctx.audit({
    subject: about(subject),
    before: { activity_id: input.id, kind, direction, outcome, body, occurred_at, duration_minutes, author_name },
  })
  announce(ctx, 'deleted', subject)
  return {}
}
