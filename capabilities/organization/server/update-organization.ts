import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { withKeptPhones } from '#kernel/server/phone-foreign.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { checkNif, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { Brand, Organization, organizationOperations } from '../contract.ts'
import { schemeOf } from './brand.ts'
import { getOrganization } from './get-organization.ts'

const checks = { rc: checkTradeRegister, nif: checkNif } as const

/** Trade register and tax number in their normal form; a 422 for what can't be one. What stood there before is not refused for its form. */
const registrations = (given: { rc?: string | null | undefined; nif?: string | null | undefined }, before: Organization) => {
  const kept: Partial<Record<'rc' | 'nif', string>> = {}
  for (const field of ['rc', 'nif'] as const) {
    const text = given[field]
    if (text === undefined || text === null || text === before[field]) continue
    const answer = checks[field](text)
    if (!('value' in answer)) throw refuse(answer.code, answer.sentence, field)
    kept[field] = answer.value
  }
  return kept
}

/** The company sheet is completed or corrected; the colours follow the accent that was chosen from the logo. */
export const updateOrganization = async (
  ctx: Context,
  input: ParsedOf<typeof organizationOperations.updateOrganization>,
): Promise<Organization> => {
  const before = await getOrganization(ctx)
  const { version, accent, ...given } = input
  const fields = { ...withKeptPhones(given, ['phone', 'mobile']), ...registrations(given, before) }
  const changes = { ...fields, ...(accent !== undefined && { brand: schemeOf(accent, before.brand.palette, 'chosen') }) }
  const change = changesBetween(before, changes)
  const first = before.sheet_completed_at === null
  if (change === null && !first) {
    ctx.unchanged()
    return before
  }
  const { brand, ...rest } = changes as typeof changes & { brand?: Brand }
  const updated = await ctx.db
    .updateTable('organization')
    .set({
      ...rest,
      ...(brand && { brand: JSON.stringify(brand) }),
      ...(first && { sheet_completed_at: ctx.now }),
      version: version + 1,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) {
    throw new Problem(
      409,
      'version_conflict',
      /*i18n*/ { id: 'organization.conflict', message: 'La fiche de l’entreprise a été modifiée entre-temps.' },
      [],
      { current: await getOrganization(ctx) },
    )
  }
  if (fields.name !== undefined)
    await ctx.db
      .updateTable('organization_directory')
      .set({ name: fields.name })
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  ctx.audit({ subject: { kind: 'organization', id: ctx.organizationId, title: rest.name ?? before.name }, ...(change ?? { after: {} }) })
  ctx.emit({ name: 'organization.updated', everyone: true })
  return getOrganization(ctx)
}
