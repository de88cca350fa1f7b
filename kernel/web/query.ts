import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '#kernel/shared/contract.ts'
import { ApiProblem, call } from './api.ts'

/** The answers at hand, shared by all screens. Events keep them true, so nothing is asked again by mere passing of time. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { retry: false },
    },
  })

/** The key of an answer: operation name, then its input. Events refresh by the object at the head of the name. */
export const keyOf = <T extends Operation>(operation: T, input: InputOf<T>): readonly [string, InputOf<T>] => [operation.name, input]

/** The query of a read, for `useQuery`, `useInfiniteQuery`'s first page or a prefetch; a superseded request is aborted. */
export const readOf = <T extends Operation>(operation: T, input: InputOf<T>) => ({
  queryKey: keyOf(operation, input),
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<OutputOf<T>> => call(operation, input, { signal }),
})

/** Reads an operation for a screen: `const { data } = useRead(organizationOperations.listRegions, { limit: 200 })`. */
export const useRead = <T extends Operation>(
  operation: T,
  input: InputOf<T>,
  options: { enabled?: boolean; keepPrevious?: boolean; staleTime?: number } = {},
): UseQueryResult<OutputOf<T>> =>
  useQuery<OutputOf<T>>({
    ...readOf(operation, input),
    enabled: options.enabled ?? true,
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
    ...(options.keepPrevious && { placeholderData: (previous: OutputOf<T> | undefined) => previous }),
  } as Parameters<typeof useQuery<OutputOf<T>>>[0])

/** Which answers an event makes untrue: those of its object, and of the objects that show it. */
export const objectsTouchedBy = (event: string, alsoRefresh: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const object = event.slice(0, event.indexOf('.'))
  return [object, ...(alsoRefresh[object] ?? [])]
}

/** Marks the answers of these objects as untrue; those on screen are asked again. */
export const refreshObjects = (client: QueryClient, objects: Iterable<string>): Promise<void> => {
  const heads = new Set(objects)
  return client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && heads.has(name.slice(0, Math.max(0, name.indexOf('.')))),
  })
}
