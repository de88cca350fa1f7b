import { sql } from 'kysely'
import { mostFindings, type AuditReport, type auditFindings } from '#kernel/shared/audit-contract.ts'
import type { Db } from './database.ts'

interface ReadEntry {
  sequence: number
  entry_id: string | null
  finding: 'ok' | 'altered' | 'detail_altered' | 'missing'
  hash: Buffer | null
}

const stretch = 5000

/**
 * Reads the whole chain of the bound organization and names every entry that is altered or missing: in the middle, at the end (the
 * head of the chain knows how far it went) or added past that end.
 */
export const verifyJournal = async (db: Db, organizationId: string): Promise<AuditReport> => {
  const findings: AuditReport['findings'] = []
  let total = 0
  const name = (sequence: number, entryId: string | null, finding: (typeof auditFindings)[number]) => {
    total += 1
    if (findings.length < mostFindings) findings.push({ sequence, entry_id: entryId, finding })
  }
  // The head before the chain: what the sealer adds meanwhile is left to the next check.
  const head = await db.selectFrom('audit_chain').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()
  const end = head?.last_sequence ?? 0
  let sequence = 0
  let previous: Buffer = Buffer.alloc(0)
  let entries = 0
  let gap = false
  while (sequence < end) {
    const read = await sql<ReadEntry>`
      select sequence, entry_id, finding, hash from audit_verify(${organizationId}::uuid, ${sequence}::bigint, ${previous}::bytea, ${stretch})`.execute(
      db,
    )
    if (read.rows.length === 0) break
    for (const row of read.rows) {
      if (row.sequence > end) break
      sequence = row.sequence
      if (row.finding === 'missing') {
        name(row.sequence, null, 'missing')
        gap = true
        continue
      }
      entries += 1
      if (row.finding !== 'ok') name(row.sequence, row.entry_id, gap && row.finding === 'altered' ? 'unverifiable' : row.finding)
      else if (row.sequence === end && row.hash !== null && head && !row.hash.equals(head.last_hash))
        name(row.sequence, row.entry_id, 'altered')
      gap = false
      if (row.hash !== null) previous = row.hash
    }
    if ((read.rows.at(-1)?.sequence ?? 0) > end) break
  }
  for (let missing = sequence + 1; missing <= end; missing += 1) name(missing, null, 'missing')
  // One statement, one moment: entries with a place beyond the head were put there past the sealer.
  const beyond = await sql<{ sequence: number; id: string }>`
    select e.sequence, e.id from audit_entry e where e.organization_id = ${organizationId}::uuid
      and e.sequence > coalesce((select c.last_sequence from audit_chain c where c.organization_id = ${organizationId}::uuid), 0)
    order by e.sequence limit ${mostFindings}`.execute(db)
  for (const row of beyond.rows) name(row.sequence, row.id, 'altered')
  const waiting = await sql<{ count: number }>`
    select count(*) as count from audit_entry where organization_id = ${organizationId}::uuid and sequence is null`.execute(db)
  return { entries, unsealed: waiting.rows[0]?.count ?? 0, findings_total: total, findings }
}
