import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { ApiProblem, call, fileAddress } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { documentOperations, type Document } from '../contract.ts'

/** Takes a file into the browser's downloads; the page stays. */
export const takeAddress = (address: string): void => {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

/** Takes a document, or one of its earlier versions, into the downloads. */
export const takeDocument = (id: string, version?: number): void =>
  takeAddress(fileAddress(documentOperations.readFile, { id, ...(version !== undefined && { version }) }))

/** Deletes a document at once, with ten seconds to take it back. */
export const useDeleteDocument = (): ((document: Pick<Document, 'id' | 'title'>) => Promise<boolean>) => {
  const { t } = useLingui()
  const client = useQueryClient()
  return useCallback(
    async ({ id, title }) => {
      const refusal = (error: unknown) =>
        toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
      const restore = async () => {
        try {
          await call(documentOperations.restoreDocument, { id })
          await refreshObjects(client, ['document'])
        } catch (error) {
          refusal(error)
        }
      }
      try {
        await call(documentOperations.deleteDocument, { id })
        await refreshObjects(client, ['document'])
        toast(t`«${title}» est supprimé`, { act: { label: t`Annuler`, run: restore } })
        return true
      } catch (error) {
        refusal(error)
        return false
      }
    },
    [t, client],
  )
}
