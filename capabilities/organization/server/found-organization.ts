import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { defaultBrand } from './brand.ts'

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    /** An organization has just begun: who keeps something for every organization lays it now. */
    'organization.founded': { readonly organizationId: string }
  }
}

/** A new organization starts with its head-office agency: wilaya + `000` (docs/decisions.md 2). Returns both identifiers. */
export const foundOrganization = async (
  ctx: Context,
  input: {
    name: string
    wilaya: string
    language: 'fr' | 'ar' | 'en'
    isDemo: boolean
    ids?: { organizationId: string; agencyId: string }
  },
): Promise<{ organizationId: string; agencyId: string }> => {
  const organizationId = input.ids?.organizationId ?? newId()
  const agencyId = input.ids?.agencyId ?? newId()
  await ctx.db
    .insertInto('organization_directory')
    .values({ organization_id: organizationId, name: input.name, is_demo: input.isDemo, created_at: ctx.now })
    .execute()
  await ctx.enter(organizationId)
  await ctx.db
    .insertInto('organization')
    .values({
      organization_id: organizationId,
      id: organizationId,
      name: input.name,
      address: null,
      wilaya: input.wilaya,
      commune: null,
      postcode: null,
      mobile: null,
      phone: null,
      email: null,
      website: null,
      employees: null,
      rc: null,
      nif: null,
      language: input.language,
      logo_file: null,
      brand: JSON.stringify(defaultBrand),
      sheet_completed_at: null,
      is_demo: input.isDemo,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  await ctx.db
    .insertInto('agency')
    .values({
      organization_id: organizationId,
      id: agencyId,
      number: `${input.wilaya}000`,
      name: 'Siège',
      type: 'head_office',
      region_id: null,
      wilaya: input.wilaya,
      commune: null,
      address: null,
      phone: null,
      email: null,
      external_id: null,
      source: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  ctx.audit({
    operation: 'organization.found',
    subject: { kind: 'organization', id: organizationId, title: input.name },
    after: { name: input.name, wilaya: input.wilaya },
  })
  await ctx.occasion('organization.founded', { organizationId })
  return { organizationId, agencyId }
}
