import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { seedCatalogue } from './seed-catalogue.ts'

/** Organizations from before there were products get the catalogue too, each in a transaction of its own. */
export const resumeCatalogue = async (services: Services): Promise<void> => {
  const organizations = await services.database.selectFrom('organization_directory').select(['organization_id', 'name']).execute()
  for (const { organization_id: organizationId, name } of organizations)
    await runAs(services, { actor: systemActor('ASSURA-CRM'), organizationId, operation: 'catalogue.seed' }, async (ctx) => {
      const products = await seedCatalogue(ctx)
      if (products === 0) ctx.unchanged()
      else ctx.audit({ subject: { kind: 'organization', id: organizationId, title: name }, after: { products } })
    })
}
