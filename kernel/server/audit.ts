import { sql } from 'kysely'
import { newId } from '#kernel/shared/ids.ts'
import type { Actor } from './context.ts'
import { withNext } from './client.ts'
import type { Db } from './database.ts'

/** One line for the journal. `before`/`after` hold only the fields that changed; `reason` is what the person gave. */
export interface AuditNote {
  readonly subject?: { readonly kind: string; readonly id: string; readonly title?: string }
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
  readonly reason?: string
  /** Who a visitor turned out to be: somebody who signed in, or followed a link of theirs. */
  readonly by?: { readonly id: string; readonly name: string }
  /** Set where one operation makes entries of another name (a bulk, an import). */
  readonly operation?: string
}

/** Writes the notes of one operation in its own transaction, unchained; the sealer chains them within about a second (docs/architecture.md). */
export const writeAudit = async (
  db: Db,
  notes: readonly AuditNote[],
  call: { organizationId: string; actor: Actor; operation: string; requestId: string; now: string },
): Promise<void> => {
  if (notes.length === 0) return
  const rows = notes.map((note) => {
    const hasDetail = note.before !== undefined || note.after !== undefined
    return {
      id: newId(),
      operation: note.operation ?? call.operation,
      subject_kind: note.subject?.kind ?? null,
      subject_id: note.subject?.id ?? null,
      subject_title: note.subject?.title ?? null,
      reason: note.reason ?? null,
      actor_kind: note.by ? 'user' : call.actor.kind,
      actor_id: note.by?.id ?? call.actor.userId,
      actor_name: note.by?.name ?? call.actor.name,
      detailed: hasDetail,
      before: note.before ?? null,
      after: note.after ?? null,
    }
  })
  // One statement for entry and detail, so that the hash is of the very jsonb that is stored.
  await sql`${sql.raw(withNext)}
    with note as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n(id uuid, operation text, subject_kind text, subject_id uuid, subject_title text, reason text, actor_kind text, actor_id uuid, actor_name text, detailed boolean, before jsonb, after jsonb)
    ), detail as (
      insert into audit_detail (organization_id, entry_id, before, after)
      select ${call.organizationId}::uuid, id, before, after from note where detailed
    )
    insert into audit_entry (organization_id, id, occurred_at, actor_kind, actor_id, actor_name, ip, operation, subject_kind, subject_id, subject_title, reason, request_id, detail_hash)
    select ${call.organizationId}::uuid, id, ${call.now}::timestamptz, actor_kind, actor_id, actor_name, ${call.actor.ip},
      operation, subject_kind, subject_id, subject_title, reason, ${call.requestId}, case when detailed then audit_detail_hash(before, after) end
    from note`.execute(db)
}

/**
 * The fields of `after` that differ from `before`, as the two halves of a journal detail; null when nothing differs.
 * Bookkeeping fields are left out.
 */
export const changesBetween = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null => {
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const key of Object.keys(after)) {
    if (key === 'version' || key === 'updated_at' || key === 'updated_by') continue
    if (after[key] === undefined || JSON.stringify(before[key] ?? null) === JSON.stringify(after[key] ?? null)) continue
    was[key] = before[key] ?? null
    is[key] = after[key]
  }
  return Object.keys(is).length === 0 ? null : { before: was, after: is }
}
