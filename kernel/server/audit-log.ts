import { sql, type RawBuilder } from 'kysely'
import { auditOperations, type AuditEntry } from '#kernel/shared/audit-contract.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Context } from './context.ts'
import { implement, type Implementation } from './door.ts'
import { identifiersIn, namerOf, namesOf, type Namer } from './names.ts'
import { withinReach } from './scope.ts'
import { verifyJournal } from './verify-journal.ts'

type List = typeof auditOperations.listAudit

/** Fields whose values identify a person to others: the journal shows only their end. */
const sensitive = new Set(['nin', 'rib', 'document_number'])

/** `value` with every sensitive field masked but for its last three characters, however deep it lies. */
export const maskSensitive = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(maskSensitive)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, sensitive.has(key) && held !== null ? masked(String(held)) : maskSensitive(held)]),
  )
}

const masked = (text: string): string => (text.length > 6 ? `••••${text.slice(-3)}` : '••••')

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

/** Fields by which an entry about something that is no record itself (a payment) names the record that it belongs to. */
const belongings = ['contact_id', 'subject_id'] as const
const named = sql.join(
  (['before', 'after'] as const).flatMap((side) =>
    belongings.map(
      (field) =>
        sql`case when d.${sql.ref(side)} ->> ${sql.lit(field)} ~ '^[0-9a-f-]{36}$' then (d.${sql.ref(side)} ->> ${sql.lit(field)})::uuid end`,
    ),
  ),
)

/**
 * Whoever sees only a part of the records reads the journal of that part: an entry about a record out of reach would tell its name and
 * values. What is no record of an agency (people, settings, imports) is the organization's own.
 */
const withinView = (ctx: Context): RawBuilder<unknown> =>
  ctx.actor.scope === 'organization'
    ? sql``
    : sql`and not exists (select 1 from subject s where s.organization_id = ${ctx.organizationId}::uuid and s.id in (e.subject_id, ${named}) and ${seen(ctx)} is not true)`

/** Whether the reader sees the record `s`. */
const seen = (ctx: Context): RawBuilder<unknown> => {
  if (ctx.actor.scope === 'organization') return sql`true`
  const columns = { subjectId: sql`s.id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`s.created_by` }
  const kinds = Object.keys(ctx.actor.grants).map(
    (kind) => sql`(s.kind = ${kind} and ${withinReach(ctx, ctx.can(`${kind}.view`), columns)})`,
  )
  return kinds.length === 0 ? sql`false` : sql`(${sql.join(kinds, sql` or `)})`
}

const subjectNames: Namer = namerOf(
  (ctx, ids) =>
    sql`select s.id, s.title as name from subject s where s.organization_id = ${ctx.organizationId}::uuid and s.id = any(${ids}::uuid[]) and ${seen(ctx)}`,
)

/** What an entry names by identifier alone. */
const namedBy = (entry: Omit<AuditEntry, 'names'>): string[] => [
  ...(entry.subject_id !== null && entry.subject_title === null ? [entry.subject_id] : []),
  ...identifiersIn(entry.before),
  ...identifiersIn(entry.after),
]

const listAudit = async (ctx: Context, input: ParsedOf<List>, namers: readonly Namer[]): Promise<OutputOf<List>> => {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor)
  const found = await sql<Omit<AuditEntry, 'names'>>`
    select e.id, e.sequence, e.occurred_at, e.actor_kind, e.actor_id, e.actor_name, e.ip, e.operation, e.subject_kind, e.subject_id, e.subject_title, e.reason, d.before, d.after
    from audit_entry e left join audit_detail d on d.organization_id = e.organization_id and d.entry_id = e.id
    where e.organization_id = ${ctx.organizationId}::uuid ${withinView(ctx)}
      ${input.subject_id === undefined ? sql`` : sql`and e.subject_id = ${input.subject_id}::uuid`}
      ${input.actor_id === undefined ? sql`` : sql`and e.actor_id = ${input.actor_id}::uuid`}
      ${input.operation === undefined ? sql`` : sql`and e.operation = ${input.operation}`}
      ${input.from === undefined ? sql`` : sql`and e.occurred_at >= ${input.from}::timestamptz`}
      ${input.until === undefined ? sql`` : sql`and e.occurred_at < ${input.until}::timestamptz`}
      ${after === null ? sql`` : sql`and (e.occurred_at, e.id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`}
    order by e.occurred_at desc, e.id desc limit ${input.limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, input.limit)
  const last = page.at(-1)
  const names = await namesOf(ctx, namers, page.flatMap(namedBy))
  return {
    data: page.map((row) => ({
      ...row,
      names: Object.fromEntries(namedBy(row).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
      before: maskSensitive(row.before) as AuditEntry['before'],
      after: maskSensitive(row.after) as AuditEntry['after'],
    })),
    next_cursor:
      found.rows.length > input.limit && last ? Buffer.from(JSON.stringify([last.occurred_at, last.id])).toString('base64url') : null,
  }
}

/** The journal as people with `journal.view` read and check it; `namers` say what records are called. */
export const auditLog = (namers: readonly Namer[]): readonly Implementation[] => [
  implement(auditOperations.listAudit, (ctx, input) => listAudit(ctx, input, [subjectNames, ...namers])),
  implement(auditOperations.verifyAudit, (ctx) => verifyJournal(ctx.db, ctx.organizationId)),
]
