import { useMemo } from 'react'
import { call } from '#kernel/web/api.ts'
import type { ColumnValues } from '#kernel/web/ui/list/definition.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'

/** Where the values of the filters of bills and payments come from. */
export const useListValues = () =>
  useMemo(() => {
    const agency: ColumnValues = { search: searchAgencies, name: agencyName }
    const contact: ColumnValues = {
      search: async (text, signal) => {
        const page = await call(
          customerOperations.listContacts,
          { ...(text.trim() !== '' && { q: text.trim() }), limit: 20, total: 'none' },
          { signal },
        )
        return page.data.map((one) => ({ value: one.id, label: one.name || one.code, detail: one.code }))
      },
      name: async (id) => (await call(customerOperations.getContact, { id })).name,
    }
    return { agency, contact }
  }, [])
