import { Plural, Trans } from '@lingui/react/macro'
import type { ImportRun } from '../../contract.ts'

/** How an import ended, in one sentence. */
export const Ending = ({ run }: { run: ImportRun }) => {
  const { created, updated, rows_read: read } = run.counts
  switch (run.state) {
    case 'done':
      return created + updated === 0 ? (
        <Trans>Import terminé: aucune ligne n’a rien changé</Trans>
      ) : (
        <Plural value={created + updated} one="Import terminé: # fiche enregistrée" other="Import terminé: # fiches enregistrées" />
      )
    case 'cancelled':
      if (read > 0) return <Trans>Import arrêté: ce qui était fait est gardé</Trans>
      return run.started_at === null ? (
        <Trans>Import abandonné: rien n’a été changé</Trans>
      ) : (
        <Trans>Import arrêté: rien n’a été changé</Trans>
      )
    case 'failed':
      return created + updated === 0 ? (
        <Trans>Ce fichier n’a pas été importé: rien n’a été changé</Trans>
      ) : (
        <Trans>Import interrompu: ce qui était fait est gardé</Trans>
      )
    case 'reverting':
      return <Trans>L’import se défait</Trans>
    default:
      return <Trans>Import défait</Trans>
  }
}
