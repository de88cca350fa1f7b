import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { changeClaim } from './keep-claim.ts'
import { loadClaim, versionConflict } from './load-claim.ts'
import { showClaim } from './show-claim.ts'

type Input = ParsedOf<typeof claimOperations.setRecovery>

/** The recourse against the party opposite (art. 38): whom, what is still awaited. Nothing is awaited of one refused or received. */
export const setRecovery = async (ctx: Context, input: Input): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  if (before.version !== input.version) throw versionConflict(await showClaim(ctx, before))
  const over = input.recovery_state === 'refused' || input.recovery_state === 'received' || input.recovery_state === null
  const change = {
    recovery_company: input.recovery_company === '' ? null : input.recovery_company,
    recovery_state: input.recovery_state,
    recovery_expected_centimes: over ? 0 : input.recovery_expected_centimes,
  }
  return showClaim(ctx, await changeClaim(ctx, before, change))
}
