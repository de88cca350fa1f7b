import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { ImportMode, ImportRun, ImportState } from '../../contract.ts'

/** How each state is shown. */
export const stateTones: Readonly<Record<ImportState, Tone>> = {
  reading: 'info',
  needs_answer: 'warn',
  ready: 'warn',
  queued: 'info',
  checking: 'info',
  checked: 'warn',
  staging: 'info',
  applying: 'info',
  done: 'good',
  cancelling: 'info',
  cancelled: 'neutral',
  failed: 'bad',
  reverting: 'info',
  reverted: 'neutral',
}

/** The states in which the server works. */
export const workingStates: readonly ImportState[] = ['reading', 'queued', 'checking', 'staging', 'applying', 'cancelling', 'reverting']

export const isWorking = (run: Pick<ImportRun, 'state'>): boolean => workingStates.includes(run.state)

/** The words of imports: states, ways of treating rows, what a row became. */
export const useImportWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const states: Record<ImportState, string> = {
      reading: t`Lecture du fichier`,
      needs_answer: t`Attend une réponse`,
      ready: t`Prêt à essayer`,
      queued: t`En attente`,
      checking: t`Essai en cours`,
      checked: t`Essai terminé`,
      staging: t`Lecture des lignes`,
      applying: t`Import en cours`,
      done: t`Terminé`,
      cancelling: t`Arrêt en cours`,
      cancelled: t`Arrêté`,
      failed: t`Interrompu`,
      reverting: t`Défait en cours`,
      reverted: t`Défait`,
    }
    const modes: Record<ImportMode, string> = {
      create: t`Ajouter seulement`,
      update: t`Mettre à jour seulement`,
      upsert: t`Ajouter et mettre à jour`,
    }
    const outcomes = {
      rejected: t`Refusées`,
      skipped: t`Ignorées`,
      flagged: t`Importées, à vérifier`,
      kept: t`Conservées`,
    }
    return { states, modes, outcomes }
  }, [t])
}
