import type { Context } from '#kernel/server/context.ts'
import { changeSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { checkPlate } from '#kernel/shared/plates.ts'
import type { Claim, ClaimParty, claimOperations } from '../contract.ts'
import { changeClaim } from './keep-claim.ts'
import { loadClaim, versionConflict } from './load-claim.ts'
import { claimSearchText } from './search-text.ts'
import { showClaim } from './show-claim.ts'

type Input = ParsedOf<typeof claimOperations.setParties>
export type PartyInput = Input['parties'][number]

/** Writes the parties of a claim in their order. */
export const writeParties = async (ctx: Context, claimId: string, parties: readonly PartyInput[]): Promise<void> => {
  if (parties.length === 0) return
  const year = Number(ctx.now.slice(0, 4))
  await ctx.db
    .insertInto('claim_party')
    .values(
      parties.map((party) => ({
        ...emptyParty,
        ...Object.fromEntries(Object.entries(party).filter(([, value]) => value !== undefined && value !== '')),
        role: party.role,
        name: party.name,
        plate: keptPlate(party.plate, year),
        organization_id: ctx.organizationId,
        id: newId(),
        claim_id: claimId,
        created_at: ctx.now,
      })),
    )
    .execute()
}

/** A plate in its normal form, or as it was written. */
const keptPlate = (plate: string | null | undefined, year: number): string | null => {
  if (plate === null || plate === undefined || plate === '') return null
  const checked = checkPlate(plate, year)
  return 'value' in checked ? checked.value : plate
}

const emptyParty: Omit<ClaimParty, 'id' | 'role' | 'name'> = {
  phone: null,
  address: null,
  vehicle: null,
  plate: null,
  company: null,
  policy_number: null,
  policy_from: null,
  policy_until: null,
  driver_name: null,
  damage: null,
}

/** The third parties, witnesses and victims of a claim become those given; the claim is found by their plates. */
export const setParties = async (ctx: Context, input: Input): Promise<Claim> => {
  const before = await loadClaim(ctx, input.id, 'edit', { lock: true })
  if (before.version !== input.version) throw versionConflict(await showClaim(ctx, before))
  await ctx.db.deleteFrom('claim_party').where('organization_id', '=', ctx.organizationId).where('claim_id', '=', before.id).execute()
  await writeParties(ctx, before.id, input.parties)
  await changeSubject(ctx, before.id, { searchText: claimSearchText(before.number, input.parties) })
  const after = await changeClaim(ctx, before, {}, { after: { parties: input.parties.map((party) => `${party.role}: ${party.name}`) } })
  return showClaim(ctx, after)
}
