import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with documents, in words, by the name of the operation. */
export const useDocumentActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'document.attach': t`Document joint`,
      'document.add_version': t`Nouvelle version d’un document`,
      'document.rename': t`Document renommé`,
      'document.delete': t`Document mis à la corbeille`,
      'document.restore': t`Document restauré`,
      'document.write_letter': t`Courrier écrit`,
      'document.clean_up': t`Documents supprimés définitivement`,
      'document_batch.open': t`Courriers demandés en nombre`,
      'document_batch.printed': t`Courriers mis en page`,
      'document_batch.failed': t`Mise en page de courriers arrêtée`,
      'document_batch.retry': t`Mise en page de courriers relancée`,
    }),
    [t],
  )
}
