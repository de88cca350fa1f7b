import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { activityKinds, type Activity, type activityOperations } from '../contract.ts'

type Operations = typeof activityOperations

const columns = [
  'id',
  'subject_id',
  'kind',
  'direction',
  'outcome',
  'body',
  'occurred_at',
  'duration_minutes',
  'author_id',
  'author_name',
  'created_at',
  'version',
] as const

type ActivityRow = Omit<Activity, 'subject_kind' | 'subject_title' | 'can'>

/** One's own words are corrected by oneself; `<kind>.comment` over the record is needed too. */
const mayChange = (ctx: Context, subject: LoadedSubject, row: ActivityRow, action: 'edit' | 'delete'): boolean =>
  subject.may('comment') && covers(ctx.actor, ctx.can(`activity.${action}`), { agency_id: subject.agency_id, owner_id: row.author_id })

const shown = (ctx: Context, subject: LoadedSubject, row: ActivityRow): Activity => ({
  ...row,
  subject_kind: subject.kind,
  subject_title: subject.title,
  can: { edit: mayChange(ctx, subject, row, 'edit'), delete: mayChange(ctx, subject, row, 'delete') },
})

/** What hands write, of those that stand: other capabilities keep kinds of their own in the same table. */
const standing = (ctx: Context) =>
  ctx.db
    .selectFrom('activity')
    .select(columns)
    .where('organization_id', '=', ctx.organizationId)
    .where('deleted_at', 'is', null)
    .where('kind', 'in', [...activityKinds])
    .$castTo<ActivityRow>()

const encodeCursor = (row: ActivityRow): string => Buffer.from(JSON.stringify([row.occurred_at, row.id])).toString('base64url')

const decodeCursor = (text: string): { occurredAt: string; id: string } => {
  try {
    const [occurredAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if (typeof occurredAt === 'string' && typeof id === 'string' && !Number.isNaN(Date.parse(occurredAt)) && /^[0-9a-f-]{36}$/.test(id))
      return { occurredAt, id }
  } catch {
    // told below
  }
  throw new Problem(
    400,
    'invalid_cursor',
    /*i18n*/ { id: 'list.invalid_cursor', message: 'Cette page de liste n’est plus valable ; reprenez au début.' },
  )
}

/** One page of the timeline of a record that the actor may see, newest first. */
export const listActivities = async (
  ctx: Context,
  input: ParsedOf<Operations['listActivities']>,
): Promise<OutputOf<Operations['listActivities']>> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  let query = standing(ctx)
    .where('subject_id', '=', subject.id)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
  if (input.kind !== undefined) query = query.where('kind', '=', input.kind)
  if (input.cursor !== undefined) {
    const after = decodeCursor(input.cursor)
    query = query.where(sql<boolean>`(occurred_at, id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`)
  }
  const rows = await query.execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    data: page.map((row) => shown(ctx, subject, row)),
    next_cursor: rows.length > input.limit && last ? encodeCursor(last) : null,
  }
}

/** One entry with the record it hangs on; not found when that record is out of view. */
export const getActivity = async (ctx: Context, id: string): Promise<{ activity: Activity; subject: LoadedSubject }> => {
  const row = await standing(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const subject = await loadSubject(ctx, row.subject_id, 'view')
  return { activity: shown(ctx, subject, row), subject }
}
