import { msg } from '@lingui/core/macro'
import { call } from '#kernel/web/api.ts'
import type { SearchSource } from '#kernel/web/capability.ts'
import { identityOperations } from '../contract.ts'

/** ⌘K among the people of the company, for those who may see their pages. */
export const peopleSearch: readonly SearchSource[] = [
  {
    kind: msg`Utilisateurs`,
    icon: 'colleague',
    needs: 'user.view',
    find: async (text, signal) => {
      const { data } = await call(identityOperations.listColleagues, { q: text, limit: 6 }, { signal })
      return data.map(({ id, name, agency_name }) => ({ id, title: name, detail: agency_name, to: `/users/${id}` as const }))
    },
  },
]
