import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { activityKinds, type Activity, type ActivityKind, type activityOperations, type TimelinePage } from '../contract.ts'

type Operations = typeof activityOperations

interface ActivityRow extends Omit<Activity, 'can'> {
  readonly subject_agency_id: string
  readonly subject_owner_id: string | null
  readonly subject_created_by: string | null
  readonly subject_deleted_at: string | null
  readonly further_agencies: readonly string[]
}

/** One's own words are corrected by oneself; `<kind>.comment` over the record, out of the bin, is needed too. */
const shown = (ctx: Context, row: ActivityRow): Activity => {
  const { subject_agency_id, subject_owner_id, subject_created_by, subject_deleted_at, further_agencies, ...rest } = row
  const subject = { agency_id: subject_agency_id, owner_id: subject_owner_id, created_by: subject_created_by }
  const writable = subject_deleted_at === null && covers(ctx.actor, ctx.can(`${row.subject_kind}.comment`), subject, further_agencies)
  const own = { agency_id: subject_agency_id, owner_id: row.author_id }
  const may = (action: string) => writable && covers(ctx.actor, ctx.can(`activity.${action}`), own)
  return { ...rest, can: { edit: may('edit'), delete: may('delete') } }
}

/** What hands write, of those that stand, with the card of its record: other capabilities keep kinds of their own in the same table. */
const standing = (ctx: Context) =>
  ctx.db
    .selectFrom('activity as a')
    .innerJoin('subject as s', (join) => join.onRef('s.organization_id', '=', 'a.organization_id').onRef('s.id', '=', 'a.subject_id'))
    .leftJoin('subject as b', (join) => join.onRef('b.organization_id', '=', 'a.organization_id').onRef('b.id', '=', 'a.about_id'))
    .select([
      'a.id',
      'a.subject_id',
      's.kind as subject_kind',
      's.title as subject_title',
      'a.about_id',
      'b.kind as about_kind',
      'b.title as about_title',
      'a.kind',
      'a.direction',
      'a.outcome',
      'a.body',
      'a.occurred_at',
      'a.duration_minutes',
      'a.author_id',
      'a.author_name',
      'a.created_at',
      'a.version',
      's.agency_id as subject_agency_id',
      's.owner_id as subject_owner_id',
      's.created_by as subject_created_by',
      's.deleted_at as subject_deleted_at',
      sql<
        string[]
      >`array(select f.agency_id from subject_agency f where f.organization_id = ${ctx.organizationId}::uuid and f.subject_id = a.subject_id)`.as(
        'further_agencies',
      ),
    ])
    .where('a.organization_id', '=', ctx.organizationId)
    .where('a.deleted_at', 'is', null)
    .where('a.kind', 'in', [...activityKinds])
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

const pageOf = async (
  ctx: Context,
  subjectId: string,
  input: { limit: number; kind?: ActivityKind | undefined; cursor?: string | undefined },
): Promise<TimelinePage> => {
  let query = standing(ctx)
    .where('a.subject_id', '=', subjectId)
    .orderBy('a.occurred_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(input.limit + 1)
  if (input.kind !== undefined) query = query.where('a.kind', '=', input.kind)
  if (input.cursor !== undefined) {
    const after = decodeCursor(input.cursor)
    query = query.where(sql<boolean>`(a.occurred_at, a.id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`)
  }
  const rows = await query.execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return { data: page.map((row) => shown(ctx, row)), next_cursor: rows.length > input.limit && last ? encodeCursor(last) : null }
}

/** One page of the timeline of a record that the actor may see, newest first. */
export const listActivities = async (ctx: Context, input: ParsedOf<Operations['listActivities']>): Promise<TimelinePage> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  return pageOf(ctx, subject.id, input)
}

/** The latest of a record's timeline for its page, in one query. Whether the actor may see the record is the caller's question. */
export const activitiesOf = async (ctx: Context, subjectId: string, limit: number): Promise<TimelinePage> =>
  ctx.can('activity.view') === null ? { data: [], next_cursor: null } : pageOf(ctx, subjectId, { limit })

/** One entry with the record it hangs on; not found when that record is out of view. */
export const getActivity = async (ctx: Context, id: string): Promise<{ activity: Activity; subject: LoadedSubject }> => {
  const row = await standing(ctx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const subject = await loadSubject(ctx, row.subject_id, 'view')
  return { activity: shown(ctx, row), subject }
}
