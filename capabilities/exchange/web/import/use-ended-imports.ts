import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'

/** Says in the corner that one of these imports came to its end, with the way to its report, unless that is in sight. */
export const useEndedImports = (mine: ReadonlyMap<string, string>): void => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const here = useLocation().pathname
  // The list of what runs may already have lost the one that ends.
  const known = useRef(new Map<string, string>())
  const at = useRef(here)
  useEffect(() => {
    at.current = here
    for (const [id, name] of mine) known.current.set(id, name)
  })
  const hear = useCallback(
    ({ name, subject_id: id, facts }: ServerEvent) => {
      const file = id === undefined ? undefined : known.current.get(id)
      const state = facts?.['state']
      if (name !== 'import.progressed' || id === undefined || file === undefined || (state !== 'done' && state !== 'failed')) return
      known.current.delete(id)
      if (at.current === `/imports/${id}`) return
      const act = { label: t`Voir le bilan`, run: () => navigate({ to: '/imports/$id', params: { id } }) }
      if (state === 'done') toast(t`L’import de «${file}» est terminé`, { act })
      else toast(t`L’import de «${file}» s’est interrompu`, { act, tone: 'bad' })
    },
    [t, navigate],
  )
  useServerEvents(hear)
}
