import type { Updateable } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { changesBetween } from '#kernel/server/audit.ts'
import { newId } from '#kernel/shared/ids.ts'
import { nextDeadline } from '../clocks.ts'
import type { ClaimStatus } from '../rules.ts'
import { claimFrame, daysOfClaim, type ClaimFrame } from './claim-frame.ts'
import type { ClaimRecord } from './load-claim.ts'
import type { ClaimTable } from './tables.ts'

/** Fields of a claim that a verb brings to new values; `details` as it is read. */
export type ClaimChange = Partial<Omit<ClaimRecord, 'organization_id' | 'id' | 'further' | 'branch' | 'version'>>

/** Writes new values, with the deadline that follows from them, and tells journal and open pages. `audit` adds to the entry. */
export const changeClaim = async (
  ctx: Context,
  before: ClaimRecord,
  change: ClaimChange,
  audit: { readonly reason?: string | undefined; readonly after?: Readonly<Record<string, unknown>>; readonly frame?: ClaimFrame } = {},
): Promise<ClaimRecord> => {
  const merged: ClaimRecord = { ...before, ...change }
  const frame = audit.frame ?? (await claimFrame(ctx, merged.declared_on))
  const due = nextDeadline(daysOfClaim(merged), frame.delays, frame.calendar)
  const values = { ...change, due_on: due?.due_on ?? null, due_kind: due?.kind ?? null }
  const { details, ...plain } = values
  const written: Updateable<ClaimTable> = {
    ...plain,
    ...(details !== undefined && { details: JSON.stringify(details) }),
    version: before.version + 1,
    updated_at: ctx.now,
  }
  await ctx.db.updateTable('claim').set(written).where('organization_id', '=', ctx.organizationId).where('id', '=', before.id).execute()
  const { status_since: _since, due_on: _due, due_kind: _kind, ...told } = values
  const differences = changesBetween(before as unknown as Record<string, unknown>, told)
  ctx.audit({
    subject: { kind: 'claim', id: before.id, title: before.number },
    ...(differences !== null && { before: differences.before }),
    after: { ...differences?.after, ...audit.after, version: before.version + 1 },
    ...(audit.reason !== undefined && { reason: audit.reason }),
  })
  tellClaim(ctx, 'updated', before)
  return { ...merged, due_on: values.due_on, due_kind: values.due_kind, version: before.version + 1 }
}

/** Open pages of the claim, and of its customer, ask again. */
export const tellClaim = (
  ctx: Context,
  what: 'created' | 'updated' | 'deleted' | 'restored',
  claim: Pick<ClaimRecord, 'id' | 'contact_id' | 'agency_id' | 'owner_id'>,
): void => {
  ctx.emit({ name: `claim.${what}`, subjectId: claim.id, agencyId: claim.agency_id, ownerId: claim.owner_id })
}

/** A line in the course of a claim: from where to where, why, by whom. */
export const noteCourse = async (
  ctx: Context,
  claimId: string,
  from: ClaimStatus | null,
  to: ClaimStatus,
  note: string | null,
): Promise<void> => {
  await ctx.db
    .insertInto('claim_status_change')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      claim_id: claimId,
      from_status: from,
      to_status: to,
      note,
      made_by: ctx.actor.userId,
      made_by_name: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
}
