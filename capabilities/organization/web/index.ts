import type { WebCapability } from '#kernel/web/capability.ts'

export { AgencyField, agencyName, searchAgencies } from './agency-choice.tsx'
export { CommuneField, CommuneName, useCommunes, useWilayas, WilayaField } from './places.tsx'

/** The company sheet, its regions and agencies. */
export const organizationWeb: WebCapability = { name: 'organization' }
