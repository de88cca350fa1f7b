import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { useAgencyTypes } from './agencies/use-agency-words.ts'
export { AgencyField, agencyName, searchAgencies } from './agency-choice.tsx'
export { CommuneField, CommuneName, useCommunes, useWilayas, WilayaField } from './places.tsx'

/** The company sheet, its regions and agencies. */
export const organizationWeb: WebCapability = {
  name: 'organization',
  pages: [
    { path: '/organization', needs: 'setting.edit', load: () => import('./company/company-page.tsx').then((page) => page.CompanyPage) },
    {
      path: '/parameters',
      needs: 'setting.view',
      load: () => import('./parameters/parameters-page.tsx').then((page) => page.ParametersPage),
    },
    { path: '/agencies', needs: 'agency.view', load: () => import('./agencies/agencies-page.tsx').then((page) => page.AgenciesPage) },
  ],
  navigation: [
    { group: 'administration', rank: 20, label: msg`Agences`, icon: 'agency', to: '/agencies', needs: 'agency.view' },
    { group: 'administration', rank: 30, label: msg`Fiche de l’entreprise`, icon: 'company', to: '/organization', needs: 'setting.edit' },
    {
      group: 'administration',
      rank: 40,
      label: msg`Barèmes et délais`,
      icon: 'parameter',
      to: '/parameters',
      needs: 'setting.view',
    },
  ],
  refreshes: { organization: ['me'], agency: ['region'], parameter: ['product'] },
}
