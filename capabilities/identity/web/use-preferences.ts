import { useMutation } from '@tanstack/react-query'
import type { InputOf } from '#kernel/shared/contract.ts'
import { call } from '#kernel/web/api.ts'
import { useSession } from '#kernel/web/session.tsx'
import { identityOperations, type Me } from '../contract.ts'

type Preferences = Partial<Me['preferences']>

/** Changes language, theme or density: on screen at once, kept for the next visits; put back when the server refuses. */
export const usePreferences = (): { preferences: Me['preferences']; prefer: (change: Preferences) => void } => {
  const { me, renew } = useSession()
  const { mutate } = useMutation({
    mutationFn: (change: Preferences) => call(identityOperations.updateMe, change as InputOf<typeof identityOperations.updateMe>),
    onMutate: (change) => {
      renew({ ...me, preferences: { ...me.preferences, ...change } })
      return me
    },
    onSuccess: renew,
    onError: (_error, _change, before) => {
      if (before) renew(before)
    },
  })
  return { preferences: me.preferences, prefer: (change) => mutate(change) }
}
