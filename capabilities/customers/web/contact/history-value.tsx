import { useQuery } from '@tanstack/react-query'
import { useContactValues } from '../contacts/use-contact-values.ts'
import { useHistoryWords } from './use-history-words.ts'

const sources = { agency_id: 'agency', owner_id: 'owner', account_id: 'account', parent_id: 'account' } as const

/** One value of the history in words; records that it refers to by their name. */
export const HistoryValue = ({ field, value }: { field: string; value: unknown }) => {
  const words = useHistoryWords()
  const values = useContactValues()
  const source = field in sources ? values[sources[field as keyof typeof sources]] : undefined
  const id = typeof value === 'string' && value !== '' ? value : null
  const { data } = useQuery({
    queryKey: ['name', field, id],
    queryFn: async () => (source && 'name' in source && id !== null ? ((await source.name(id)) ?? '') : ''),
    enabled: source !== undefined && id !== null,
    staleTime: 300_000,
    retry: false,
  })
  return <bdi>{source && id !== null ? data || '…' : words.value(field, value)}</bdi>
}
