import { useEffect } from 'react'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { ApiProblem } from '#kernel/web/api.ts'
import { makeQueryClient } from '#kernel/web/query.ts'
import { markSignedIn, wasSignedIn } from '#kernel/web/signed-in-mark.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { readPerson } from '../first-person.ts'
import { personKey } from './person-key.ts'
import { Workplace } from './workplace.tsx'

const client = makeQueryClient()

const Admission = () => {
  const navigate = useNavigate()
  const here = useRouterState({ select: (state) => state.location.href })
  const { data: me, error, refetch } = useQuery({ queryKey: personKey, queryFn: readPerson, staleTime: Number.POSITIVE_INFINITY })
  const stranger = error instanceof ApiProblem && error.status === 401 && !me
  useEffect(() => {
    if (!stranger) return
    const ended = wasSignedIn()
    markSignedIn(false)
    void navigate({ to: '/sign-in', search: { next: here, ...(ended && { why: 'ended' }) }, replace: true })
  }, [stranger, navigate, here])
  useEffect(() => {
    if (me) markSignedIn(true)
  }, [me])
  if (me) return <Workplace me={me} />
  if (error && !stranger)
    return (
      <main id="main">
        <Failure error={error} again={refetch} />
      </main>
    )
  return null
}

/** What surrounds every page of work: lets in who is signed in, sends others to the sign-in page and back here afterwards. */
export const Shell = () => (
  <QueryClientProvider client={client}>
    <Admission />
  </QueryClientProvider>
)
