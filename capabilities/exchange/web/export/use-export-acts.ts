import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { exchangeOperations } from '../../contract.ts'

/** Stops an export; says so when it could not be. */
export const useStopExport = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [stopping, setStopping] = useState<string | null>(null)
  const stop = async (id: string) => {
    setStopping(id)
    try {
      await call(exchangeOperations.cancelExport, { id })
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    } finally {
      await refreshObjects(client, ['export'])
      setStopping(null)
    }
  }
  return { stop, stopping }
}
