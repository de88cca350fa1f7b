import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs, runUnbound } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Role } from '#capabilities/identity/contract.ts'
import { admitPerson, openSession } from '#capabilities/identity/server/index.ts'
import { foundOrganization } from '#capabilities/organization/server/index.ts'

/** An organization without its registration form: for the demonstration and for tests. */
export const settleOrganization = (
  services: Services,
  input: { name: string; wilaya: string },
): Promise<{ organizationId: string; agencyId: string }> =>
  runUnbound(services, { actor: systemActor('ASSURA-CRM'), operation: 'organization.found' }, (ctx) =>
    foundOrganization(ctx, { ...input, language: 'fr', isDemo: true }),
  )

export interface NewPerson {
  readonly organizationId: string
  readonly agencyId: string
  readonly role: Role
  readonly scope?: Reach
  readonly name: string
  readonly email?: string
  readonly passwordHash?: string
  readonly function?: string
}

/** A confirmed person with an open session, whose cookie is given back. */
export const addPerson = (
  services: Services,
  of: NewPerson,
): Promise<{ id: string; agencyId: string; organizationId: string; cookie: string }> =>
  runAs(services, { actor: systemActor('ASSURA-CRM'), organizationId: of.organizationId, operation: 'user.admit' }, async (ctx) => {
    const id = await admitPerson(ctx, of)
    const { token } = await openSession(ctx, { userId: id, hours: 12 })
    return { id, agencyId: of.agencyId, organizationId: of.organizationId, cookie: `assura_session=${token}` }
  })
