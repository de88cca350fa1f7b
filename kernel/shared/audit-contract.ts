import { z } from 'zod'
import { operation } from './contract.ts'
import { id, instant } from './paging.ts'

/** One line of the journal: who did what, to what, when; only the fields that changed, identifiers of persons masked. */
export const auditEntry = z
  .object({
    id,
    /** Its place in the chain, or null while it waits to be sealed. */
    sequence: z.int().nullable(),
    occurred_at: instant,
    actor_kind: z.enum(['user', 'api_key', 'job', 'system', 'visitor']),
    actor_id: id.nullable(),
    actor_name: z.string(),
    ip: z.string().nullable(),
    operation: z.string(),
    subject_kind: z.string().nullable(),
    subject_id: id.nullable(),
    subject_title: z.string().nullable(),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** What the records are called that the entry names by identifier, as far as they are known and within the reader's reach. */
    names: z.record(id, z.string()),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.output<typeof auditEntry>

/** What the check can find: `unverifiable` follows a missing entry, without which its own seal cannot be checked. */
export const auditFindings = ['altered', 'detail_altered', 'missing', 'unverifiable'] as const
/** At most this many findings are named. */
export const mostFindings = 1000

export const auditReport = z
  .object({
    /** Sealed entries that were read. */
    entries: z.int(),
    unsealed: z.int(),
    /** How many findings there are, those beyond the first 1,000 included. */
    findings_total: z.int(),
    findings: z.array(z.object({ sequence: z.int(), entry_id: id.nullable(), finding: z.enum(auditFindings) })),
  })
  .meta({ id: 'AuditReport' })
export type AuditReport = z.output<typeof auditReport>

export const auditOperations = {
  listAudit: operation({
    name: 'audit.list',
    method: 'GET',
    path: '/audit-log',
    access: 'journal.view',
    summary: 'The journal, newest first.',
    input: z.object({
      subject_id: id.optional(),
      actor_id: id.optional(),
      operation: z.string().max(80).optional(),
      /** From this instant on, and before that one. */
      from: instant.optional(),
      until: instant.optional(),
      limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    output: z.object({ data: z.array(auditEntry), next_cursor: z.string().nullable() }),
  }),
  verifyAudit: operation({
    name: 'audit.verify',
    method: 'POST',
    path: '/audit-log/verify',
    access: 'journal.view',
    readOnly: true,
    summary: 'Check the chain of the journal and name every entry that is altered or missing.',
    input: z.object({}),
    output: auditReport,
  }),
} as const
