import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { dayMoved } from '#capabilities/activities/server/index.ts'
import { readPolicy } from '#capabilities/policies/server/index.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { assessDeclaration } from './assess-declaration.ts'
import { hourOf } from './claim-frame.ts'
import { changeClaim } from './keep-claim.ts'
import { loadClaim, versionConflict } from './load-claim.ts'
import { showClaim } from './show-claim.ts'

type Input = ParsedOf<typeof claimOperations.updateClaim>
type Fields = Omit<Input, 'id' | 'version'>
type Given = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> }

/** What was declared is corrected; what is pointed out is weighed again with it, and reminders follow the day. */
export const updateClaim = async (ctx: Context, input: Input): Promise<Claim> => {
  const { id, version, ...fields } = input
  const before = await loadClaim(ctx, id, 'edit', { lock: true })
  if (before.version !== version) throw versionConflict(await showClaim(ctx, before))
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given
  const asRead = { ...before, occurred_at_time: hourOf(before.occurred_at_time), declared_at_time: hourOf(before.declared_at_time) }
  const { duplicates: _known, ...details } = before.details
  const wanted = { ...given, ...(given.details && { details: { ...details, ...given.details } }) }
  if (changesBetween({ ...asRead, details }, wanted) === null) {
    ctx.unchanged()
    return showClaim(ctx, before)
  }
  const policy = await readPolicy(ctx, before.policy_id)
  if (!policy) throw notFound()
  const parties = await ctx.db
    .selectFrom('claim_party')
    .select('plate')
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', id)
    .execute()
  const assessed = await assessDeclaration(ctx, policy, { ...asRead, details, ...wanted, parties }, id)
  const after = await changeClaim(
    ctx,
    before,
    {
      ...wanted,
      object_id: assessed.object?.id ?? null,
      flags: assessed.flags,
      details: { ...(wanted.details ?? details), duplicates: assessed.duplicates.map((one) => one.id) },
    },
    { frame: assessed.frame },
  )
  if (after.declared_on !== before.declared_on) await dayMoved(ctx, id, 'claim.declared', after.declared_on)
  return showClaim(ctx, after)
}
