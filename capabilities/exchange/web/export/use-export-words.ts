import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { ExportRun } from '../../contract.ts'

type State = ExportRun['state']

export const exportTones: Record<State, Tone> = {
  queued: 'info',
  running: 'info',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
  expired: 'neutral',
}

/** An export that is still being written, or waits for it. */
export const underWay = ({ state }: Pick<ExportRun, 'state'>): boolean => state === 'queued' || state === 'running'

/** The words of an export's state. */
export const useExportWords = (): Record<State, string> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      queued: t`En attente`,
      running: t`En cours`,
      done: t`Prêt`,
      cancelled: t`Arrêté`,
      failed: t`Échoué`,
      expired: t`Expiré`,
    }),
    [t],
  )
}
