import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import type { FileAnswer } from '#kernel/server/file-answer.ts'
import { notFound } from '#kernel/server/scope.ts'
import { organizationOperations as operations } from '../contract.ts'
import { createAgency, createRegion, deleteRegion, getAgency, updateAgency, updateRegion } from './agencies.ts'
import { getOrganization } from './get-organization.ts'
import { agencyExport } from './export/agency-export.ts'
import { agencyImport } from './import/agency-import.ts'
import { listAgencies, listRegions } from './list-agencies.ts'
import { placeNamer } from './place-namer.ts'
import { getParameter, listParameters } from './list-parameters.ts'
import { listCommunes, listWilayas } from './reference.ts'
import { prepareLogo, removeLogo, replaceLogo } from './replace-logo.ts'
import { updateOrganization } from './update-organization.ts'
import { addParameterValue, removeParameterValue } from './write-parameter.ts'

export { foundOrganization } from './found-organization.ts'
export { getOrganization } from './get-organization.ts'
export { agencyList } from './list-agencies.ts'
export { listPlaces } from './list-places.ts'
export { ownParameterValues, parameterOn, parametersOn, workCalendar } from './parameters.ts'
export { loadReferenceData } from './reference-data.ts'

export const organizationServer: Capability = {
  name: 'organization',
  implementations: [
    implement(operations.getOrganization, getOrganization),
    implement(operations.updateOrganization, updateOrganization),
    implement(operations.replaceLogo, replaceLogo, { prepare: prepareLogo }),
    implement(operations.removeLogo, removeLogo),
    implement(operations.getLogo, async (_ctx, _input, logo: FileAnswer) => logo, {
      // A logo has an unguessable name and is shown on public pages too: invitation, portal.
      prepare: async (services, input) => {
        const content = await readFile(join(services.dataDir, 'brand', input.file)).catch(() => null)
        if (content === null) throw notFound()
        return { mediaType: 'image/png', content, immutable: true }
      },
    }),
    implement(operations.listRegions, listRegions),
    implement(operations.createRegion, createRegion),
    implement(operations.updateRegion, updateRegion),
    implement(operations.deleteRegion, deleteRegion),
    implement(operations.listAgencies, listAgencies),
    implement(operations.getAgency, getAgency),
    implement(operations.createAgency, createAgency),
    implement(operations.updateAgency, updateAgency),
    implement(operations.listWilayas, listWilayas),
    implement(operations.listCommunes, listCommunes),
    implement(operations.listParameters, listParameters),
    implement(operations.getParameter, getParameter),
    implement(operations.addParameterValue, addParameterValue),
    implement(operations.removeParameterValue, removeParameterValue),
  ],
  namers: [placeNamer],
  importables: [agencyImport],
  exportables: [agencyExport],
}
