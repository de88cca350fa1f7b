import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { NotificationLevel, NotificationValues } from '../notification-shapes.ts'

/** Something that staff should know. */
export interface NotificationNote {
  /** Whose it is; absent, it is for whoever looks after the subject, and one person handles it for all. */
  readonly recipientId?: string | null
  /** The record on whose page it stands: the customer. */
  readonly subjectId?: string | null
  /** The policy, bill or claim that it is about. */
  readonly aboutId?: string | null
  /** `policy.expiring`; said in words by `WebCapability.notices` of the capability that tells it. */
  readonly kind: `${string}.${string}`
  /** What its sentence names: days and instants as ISO strings, money as integer centimes. */
  readonly values?: NotificationValues
  /** The page to which it leads, `/policies/…`. */
  readonly path?: string | null
  readonly level?: NotificationLevel
  /** The same key twice is one notification, for good. */
  readonly once?: string | null
  /** Whose the record is, where the subject's card does not say it. */
  readonly agencyId?: string | null
  readonly ownerId?: string | null
}

interface Made {
  readonly id: string
  readonly recipient_id: string | null
  readonly subject_id: string | null
  readonly agency_id: string | null
  readonly owner_id: string | null
}

/** More pages than this are not told one by one which of them changed. */
const mostPages = 50

/** Tells staff one thing; twice under the same `once` is once. True when it is new. */
export const notify = async (ctx: Context, note: NotificationNote): Promise<boolean> => (await notifyMany(ctx, [note])) === 1

/** Tells staff many things by one statement, up to 5,000 at a time; those whose `once` is known are left out. How many are new. */
export const notifyMany = async (ctx: Context, notes: readonly NotificationNote[]): Promise<number> => {
  if (notes.length === 0) return 0
  const given = notes.map((note) => ({
    id: newId(),
    recipient_id: note.recipientId ?? null,
    subject_id: note.subjectId ?? null,
    about_id: note.aboutId ?? null,
    kind: note.kind,
    said: note.values ?? {},
    path: note.path ?? null,
    level: note.level ?? 'info',
    once: note.once ?? null,
    agency_id: note.agencyId ?? null,
    owner_id: note.ownerId ?? null,
  }))
  const { rows } = await sql<Made>`
    insert into notification (organization_id, id, recipient_id, subject_id, about_id, kind, "values", path, level, once, agency_id, owner_id, created_at)
    select ${ctx.organizationId}::uuid, given.id, given.recipient_id, given.subject_id, given.about_id, given.kind, given.said, given.path, given.level,
      given.once, coalesce(given.agency_id, s.agency_id), coalesce(given.owner_id, s.owner_id), ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id uuid, recipient_id uuid, subject_id uuid, about_id uuid, kind text, said jsonb,
      path text, level text, once text, agency_id uuid, owner_id uuid)
    left join subject s on s.organization_id = ${ctx.organizationId}::uuid and s.id = given.subject_id
    on conflict (organization_id, once) where once is not null do nothing
    returning id, recipient_id, subject_id, agency_id, owner_id`.execute(ctx.db)
  announce(ctx, rows)
  return rows.length
}

/** Tells each person's browsers once, and the open pages of the records. */
const announce = (ctx: Context, made: readonly Made[]): void => {
  const people = Map.groupBy(made, (row) => row.recipient_id ?? row.owner_id)
  for (const [userId, theirs] of people) {
    const [first] = theirs
    if (userId !== null && first)
      ctx.emit({ name: 'notification.created', userId, facts: { count: theirs.length, notification: first.id } })
  }
  const shared = made.filter((row) => row.recipient_id === null && row.subject_id !== null && row.agency_id !== null)
  const pages =
    shared.length > mostPages
      ? [...new Set(shared.map((row) => row.agency_id))].map((agency_id) => ({ agency_id, owner_id: null, subject_id: null }))
      : shared
  for (const { agency_id, owner_id, subject_id } of pages)
    if (agency_id !== null)
      ctx.emit({
        name: 'notification.created',
        seenWith: 'activity',
        agencyId: agency_id,
        ownerId: owner_id,
        ...(subject_id !== null && { subjectId: subject_id }),
      })
}
