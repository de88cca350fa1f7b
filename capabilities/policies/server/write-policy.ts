import type { Updateable } from 'kysely'
import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { AmendmentKind } from '../fields.ts'
import type { FieldChange } from '../rows.ts'
import { withStatus, type PolicyRecord } from './load-policy.ts'
import type { PolicyTable } from './tables.ts'

/** One movement of a policy, as it is noted. */
export interface Movement {
  readonly kind: AmendmentKind
  readonly effectiveDate: string
  readonly reason?: string | null
  readonly note?: string | null
  /** What it adds to the premium; negative for refunds. */
  readonly net?: number
  readonly total?: number
  readonly changes?: readonly FieldChange[]
}

/** Notes a movement («avenant») with its number; returns its identifier and that number. The policy must be locked. */
export const addAmendment = async (ctx: Context, policy: PolicyRecord, movement: Movement): Promise<{ id: string; number: number }> => {
  const id = newId()
  const number = movement.kind === 'new_business' ? 0 : policy.last_amendment + 1
  await ctx.db
    .insertInto('policy_amendment')
    .values({
      organization_id: ctx.organizationId,
      id,
      policy_id: policy.id,
      number,
      kind: movement.kind,
      effective_date: movement.effectiveDate,
      reason: movement.reason ?? null,
      note: movement.note ?? null,
      net_premium_centimes: movement.net ?? 0,
      total_premium_centimes: movement.total ?? 0,
      changes: JSON.stringify(movement.changes ?? []),
      document_id: null,
      made_by: ctx.actor.userId,
      made_by_name: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  return { id, number }
}

/** Columns of a policy that a verb changes. */
export type PolicySet = Omit<Updateable<PolicyTable>, 'organization_id' | 'id' | 'version' | 'updated_at'>

/**
 * Writes what a verb changed on a locked policy, journals the fields that differ, and tells it. `operation` names the journal entry where
 * another capability's verb moves the policy.
 */
export const changePolicy = async (
  ctx: Context,
  before: PolicyRecord,
  set: PolicySet,
  told: { operation?: string; reason?: string; also?: Readonly<Record<string, unknown>> } = {},
): Promise<PolicyRecord> => {
  const version = before.version + 1
  await ctx.db
    .updateTable('policy')
    .set({ ...set, version, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', before.id)
    .execute()
  const { statusNow: _, ...stored } = before
  const after = withStatus(ctx, { ...stored, ...(set as Partial<typeof stored>), version, updated_at: ctx.now })
  const change = changesBetween(before as never, set as Record<string, unknown>)
  ctx.audit({
    subject: { kind: 'policy', id: before.id, title: before.number },
    before: change?.before ?? {},
    after: { ...change?.after, ...told.also, version },
    ...(told.operation !== undefined && { operation: told.operation }),
    ...(told.reason !== undefined && { reason: told.reason }),
  })
  ctx.emit({ name: 'policy.updated', subjectId: before.id, agencyId: after.agency_id, ownerId: after.owner_id })
  return after
}
