import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { customerOperations } from '../contract.ts'
import { loadContact } from './load-contact.ts'
import { masked } from './show-contact.ts'

/** Names of the fields that others changed after a version, from the journal and from bulk changes and imports. */
export const fieldsChangedSince = async (ctx: Context, subjectId: string, version: number): Promise<Set<string>> => {
  const rows = await sql<{ field: string }>`
    select distinct field from (
      select jsonb_object_keys(d.after) as field from audit_entry e join audit_detail d on d.organization_id = e.organization_id and d.entry_id = e.id
      where e.organization_id = ${ctx.organizationId}::uuid and e.subject_id = ${subjectId}::uuid and (d.after ->> 'version')::int > ${version}
      union all
      select jsonb_object_keys(i.after) from change_item i where i.organization_id = ${ctx.organizationId}::uuid and i.subject_id = ${subjectId}::uuid and i.version > ${version} and jsonb_typeof(i.after) = 'object'
    ) as changed`.execute(ctx.db)
  return new Set(rows.rows.map((row) => row.field).filter((field) => field !== 'version'))
}

type History = typeof customerOperations.contactHistory

interface HistoryRow {
  id: string
  at: string
  by: string
  operation: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const cursorPattern = /^(\S+)_([0-9a-f-]{36})$/

/** Every change of every field of a record, newest first: from the journal, and row by row from bulk changes and imports. */
export const recordHistory = async (ctx: Context, input: ParsedOf<History>): Promise<OutputOf<History>> => {
  const at = input.cursor === undefined ? null : cursorPattern.exec(Buffer.from(input.cursor, 'base64url').toString())
  if (input.cursor !== undefined && at === null)
    throw new Problem(
      400,
      'invalid_cursor',
      /*i18n*/ { id: 'list.invalid_cursor', message: 'Cette page de liste n’est plus valable ; reprenez au début.' },
    )
  const field = input.field ?? null
  const rows = await sql<HistoryRow>`
    select * from (
      select e.id, e.occurred_at as at, e.actor_name as by, e.operation, d.before, d.after
      from audit_entry e left join audit_detail d on d.organization_id = e.organization_id and d.entry_id = e.id
      where e.organization_id = ${ctx.organizationId}::uuid and e.subject_id = ${input.id}::uuid and d.after is not null and e.operation <> 'contact.unmask'
        and (${field}::text is null or jsonb_exists(d.after, ${field}))
      union all
      select i.change_set_id, s.made_at, coalesce(m.name, 'ASSURA-CRM'), s.kind, i.before, i.after
      from change_item i join change_set s on s.organization_id = i.organization_id and s.id = i.change_set_id
        left join colleague m on m.organization_id = s.organization_id and m.id = s.made_by
      where i.organization_id = ${ctx.organizationId}::uuid and i.subject_id = ${input.id}::uuid and jsonb_typeof(i.after) = 'object'
        and (${field}::text is null or jsonb_exists(i.after, ${field}))
    ) as change
    where ${at === null ? sql`true` : sql`(at, id) < (${at[1]}::timestamptz, ${at[2]}::uuid)`}
    order by at desc, id desc limit ${input.limit + 1}`.execute(ctx.db)
  const page = rows.rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    data: page.flatMap((row) => fieldChanges(row).filter((change) => field === null || change.field === field)),
    next_cursor: rows.rows.length > input.limit && last ? Buffer.from(`${last.at}_${last.id}`).toString('base64url') : null,
  }
}

const fieldChanges = (row: HistoryRow) => {
  const before = masked(row.before ?? {})
  const after = masked(row.after ?? {})
  return Object.keys(after)
    .filter((field) => field !== 'version')
    .map((field) => ({
      at: row.at,
      by: row.by,
      operation: row.operation,
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }))
}

export const contactHistory = async (ctx: Context, input: ParsedOf<History>): Promise<OutputOf<History>> => {
  await loadContact(ctx, input.id, 'view', { binned: true })
  return recordHistory(ctx, input)
}
