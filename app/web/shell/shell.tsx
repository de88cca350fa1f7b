import { useEffect } from 'react'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
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
  const router = useRouter()
  const { data: me, error, refetch } = useQuery({ queryKey: personKey, queryFn: readPerson, staleTime: Number.POSITIVE_INFINITY })
  const stranger = error instanceof ApiProblem && error.status === 401 && !me
  useEffect(() => {
    if (!stranger) return
    const ended = wasSignedIn()
    markSignedIn(false)
    // Read here, not followed: this stays mounted while the sign-in page comes, and must not send to it again from there.
    const { href } = router.state.location
    void navigate({ to: '/sign-in', search: { next: href, ...(ended && { why: 'ended' }) }, replace: true })
  }, [stranger, navigate, router])
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
