import { useCallback } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { takeFile } from './take-file.ts'

/** Exports whose end is in sight already, in their own box. */
const watched = new Set<string>()

/** Nothing is said in the corner of an export that its own box shows; returns how to end that. */
export const watchHere = (id: string): (() => void) => {
  watched.add(id)
  return () => void watched.delete(id)
}

/** Says in the corner that a file begun earlier is ready, with the way to take it. */
export const useReadyExports = (): void => {
  const { t } = useLingui()
  const hear = useCallback(
    ({ name, subject_id: id, facts }: ServerEvent) => {
      if (name !== 'export.progressed' || id === undefined || watched.has(id)) return
      if (facts?.['state'] === 'done') toast(t`Votre export est prêt`, { act: { label: t`Télécharger`, run: () => takeFile(id) } })
      if (facts?.['state'] === 'failed') toast(t`Un export n’a pas abouti; sa raison est dans «Exports»`, { tone: 'bad' })
    },
    [t],
  )
  useServerEvents(hear)
}
