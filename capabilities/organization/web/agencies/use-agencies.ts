import { useQuery } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { organizationOperations, type Agency, type Region } from '../../contract.ts'

const aPage = 200

/** Every page of a list, one after the other. */
const wholeList = async <T>(read: (cursor: string | undefined) => Promise<{ data: T[]; next_cursor: string | null }>): Promise<T[]> => {
  const all: T[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page = await read(cursor)
    all.push(...page.data)
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return all
}

/** All regional directorates by code and all agencies by number: a few hundreds, kept whole so that search and counts are immediate. */
export const useAgencies = () => {
  const regions = useQuery<Region[]>({
    queryKey: [organizationOperations.listRegions.name, 'all'],
    queryFn: ({ signal }) =>
      wholeList((cursor) =>
        call(organizationOperations.listRegions, { limit: aPage, total: 'none', ...(cursor && { cursor }) }, { signal }),
      ),
  })
  const agencies = useQuery<Agency[]>({
    queryKey: [organizationOperations.listAgencies.name, 'all'],
    queryFn: ({ signal }) =>
      wholeList((cursor) =>
        call(organizationOperations.listAgencies, { limit: aPage, total: 'none', ...(cursor && { cursor }) }, { signal }),
      ),
  })
  return {
    regions: regions.data,
    agencies: agencies.data,
    error: regions.error ?? agencies.error,
    again: () => Promise.all([regions.refetch(), agencies.refetch()]),
  }
}
