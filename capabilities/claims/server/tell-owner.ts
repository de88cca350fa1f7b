import type { Context } from '#kernel/server/context.ts'
import { notify } from '#capabilities/activities/server/index.ts'
import type { ClaimStatus } from '../rules.ts'
import type { ClaimRecord } from './load-claim.ts'

/** Steps of a claim that whoever looks after the customer should know; the others are seen on the claim itself. */
const toldSteps: Partial<Readonly<Record<ClaimStatus, 'info' | 'warning'>>> = {
  declared: 'info',
  documents_missing: 'warning',
  granted: 'info',
  settled: 'info',
  part_settled: 'info',
  rejected: 'warning',
  no_action: 'info',
  in_litigation: 'warning',
  reopened: 'info',
  closed: 'info',
}

/** Tells whoever looks after the customer that a claim has reached a step. */
export const tellOwner = async (
  ctx: Context,
  claim: Pick<ClaimRecord, 'id' | 'number' | 'contact_id' | 'nature'>,
  status: ClaimStatus,
): Promise<void> => {
  const level = toldSteps[status]
  if (level === undefined) return
  await notify(ctx, {
    subjectId: claim.contact_id,
    aboutId: claim.id,
    kind: 'claim.status',
    values: { number: claim.number, status, nature: claim.nature },
    path: `/claims/${claim.id}`,
    level,
  })
}
