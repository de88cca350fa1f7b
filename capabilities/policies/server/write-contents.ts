import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { PremiumLine } from '#capabilities/products/premium.ts'
import type { GuaranteeInput, PartyInput } from '../fields.ts'
import { keysOf, objectLabel, type ReadObject } from '../insured-objects.ts'
import { checkPlate } from '#kernel/shared/plates.ts'

/** A thing as it is kept, with what it is called. */
export interface KeptObject {
  readonly id: string
  readonly label: string
  readonly plate: string | null
  readonly chassis: string | null
}

const keptPlate = (text: string | null, year: number): string | null => {
  if (text === null || text === '') return null
  const checked = checkPlate(text, year)
  return 'value' in checked ? checked.value : text
}

const communeNames = async (ctx: Context, codes: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const known = [...new Set(codes.filter((code) => code !== null))]
  if (known.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('commune').select(['code', 'name_fr']).where('code', 'in', known).execute()
  return new Map(rows.map(({ code, name_fr }) => [code, name_fr]))
}

/** The columns of things, each in its normal form, keys and label made. */
export const objectRows = async (ctx: Context, objects: readonly ReadObject[], today: Day) => {
  const places = await communeNames(
    ctx,
    objects.map(({ commune }) => commune),
  )
  return objects.map((given) => {
    const object = { ...given, plate: keptPlate(given.plate, Number(today.slice(0, 4))) } as ReadObject
    return {
      kind: object.kind,
      label: objectLabel(object, object.commune === null ? null : (places.get(object.commune) ?? null)),
      plate: object.kind === 'vehicle' ? object.plate : null,
      ...keysOf(object),
      wilaya: object.wilaya,
      commune: object.commune,
      address: object.address,
      value_centimes: object.value_centimes,
      details: JSON.stringify(object.details),
    }
  })
}

/** Adds things to a policy, insured from a day on. */
export const addObjects = async (
  ctx: Context,
  policyId: string,
  objects: readonly ReadObject[],
  from: Day,
  today: Day,
): Promise<KeptObject[]> => {
  if (objects.length === 0) return []
  const rows = (await objectRows(ctx, objects, today)).map((row) => ({
    ...row,
    organization_id: ctx.organizationId,
    id: newId(),
    policy_id: policyId,
    from_date: from,
    until_date: null,
    created_at: ctx.now,
    updated_at: ctx.now,
  }))
  await ctx.db.insertInto('insured_object').values(rows).execute()
  return rows.map(({ id, label, plate, chassis }) => ({ id, label, plate, chassis }))
}

/** What a policy insures, in a few words: the thing itself, or the first of several with how many more there are. */
export const insuredLabel = (labels: readonly string[]): string | null => {
  const [first, ...others] = labels.filter((label) => label !== '')
  if (first === undefined) return null
  return others.length === 0 ? first : `${first} (+${others.length})`
}

/** Puts these guarantees in the place of those that a policy has; limits and deductibles come from the price, the product or the contract. */
export const setGuarantees = async (
  ctx: Context,
  policyId: string,
  asked: readonly GuaranteeInput[],
  lines: readonly PremiumLine[],
): Promise<void> => {
  await ctx.db.deleteFrom('policy_guarantee').where('organization_id', '=', ctx.organizationId).where('policy_id', '=', policyId).execute()
  if (asked.length === 0) return
  const byCode = new Map(lines.map((line) => [line.code, line]))
  await ctx.db
    .insertInto('policy_guarantee')
    .values(
      asked.map((guarantee) => {
        const line = byCode.get(guarantee.code)
        return {
          organization_id: ctx.organizationId,
          policy_id: policyId,
          code: guarantee.code,
          limit_centimes: line?.limit_centimes ?? guarantee.limit_centimes,
          deductible_centimes:
            guarantee.deductible_centimes === undefined ? (line?.deductible_centimes ?? null) : guarantee.deductible_centimes,
          deductible_rate: guarantee.deductible_rate === undefined ? (line?.deductible_rate ?? null) : guarantee.deductible_rate,
          offer: guarantee.offer,
          premium_centimes: line?.premium_centimes ?? guarantee.premium_centimes ?? 0,
        }
      }),
    )
    .execute()
}

/** Puts these people in the place of those that a policy names. */
export const setParties = async (ctx: Context, policyId: string, parties: readonly PartyInput[]): Promise<void> => {
  await ctx.db.deleteFrom('policy_party').where('organization_id', '=', ctx.organizationId).where('policy_id', '=', policyId).execute()
  if (parties.length === 0) return
  await ctx.db
    .insertInto('policy_party')
    .values(
      parties.map(({ id: _, ...party }) => ({
        ...party,
        organization_id: ctx.organizationId,
        id: newId(),
        policy_id: policyId,
        created_at: ctx.now,
      })),
    )
    .execute()
}
