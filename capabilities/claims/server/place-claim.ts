import type { Context } from '#kernel/server/context.ts'
import { binSubjects, changeSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { dayGone } from '#capabilities/activities/server/index.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { changeClaim, tellClaim } from './keep-claim.ts'
import { loadClaim } from './load-claim.ts'
import { showClaim } from './show-claim.ts'

type Operations = typeof claimOperations

/** A claim is given to another person, who handles it from now on. */
export const assignClaim = async (ctx: Context, input: ParsedOf<Operations['assignClaim']>): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'assign', { lock: true })
  if (before.owner_id === input.owner_id) {
    ctx.unchanged()
    return showClaim(ctx, before)
  }
  if (input.owner_id !== null) await demandColleague(ctx, input.owner_id)
  await changeSubject(ctx, before.id, { ownerId: input.owner_id })
  return showClaim(ctx, await changeClaim(ctx, before, { owner_id: input.owner_id }))
}

const demandColleague = async (ctx: Context, id: string): Promise<void> => {
  const found = await ctx.db
    .selectFrom('colleague')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!found)
    throw refuse(
      'owner.unknown',
      /*i18n*/ { id: 'placement.unknown_owner', message: 'Cette personne ne fait pas partie de l’organisation.' },
      'owner_id',
    )
}

/** A claim goes into the bin for 90 days; not once money was paid on it. */
export const deleteClaim = async (ctx: Context, input: ParsedOf<Operations['deleteClaim']>): Promise<Record<string, never>> => {
  const before = await loadClaim(ctx, input.id, 'delete', { lock: true })
  if (before.paid_centimes !== 0 || before.fees_centimes !== 0 || before.recovered_centimes !== 0)
    throw refuse(
      'claim.has_payments',
      /*i18n*/ { id: 'claim.has_payments', message: 'Des règlements ont été faits sur ce sinistre : il ne peut pas être supprimé.' },
    )
  await changeClaim(ctx, before, { deleted_at: ctx.now })
  await binSubjects(ctx, [before.id], ctx.now)
  await dayGone(ctx, before.id)
  tellClaim(ctx, 'deleted', before)
  return {}
}

/** A claim comes back from the bin as it was. */
export const restoreClaim = async (ctx: Context, input: ParsedOf<Operations['restoreClaim']>): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'delete', { lock: true, binned: true })
  if (before.deleted_at === null) {
    ctx.unchanged()
    return showClaim(ctx, before)
  }
  const after = await changeClaim(ctx, before, { deleted_at: null })
  await binSubjects(ctx, [before.id], null)
  tellClaim(ctx, 'restored', before)
  return showClaim(ctx, after)
}
