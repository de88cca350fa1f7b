import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { organizationOperations, type Agency, type Region } from '../../contract.ts'

/** What is done from the list itself: an agency in or out of service, a directorate removed; each can be taken back. */
export const useAgencyActs = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const refresh = () => refreshObjects(client, ['agency', 'region'])
  const refused = (error: unknown) => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    void refresh()
  }
  const run = async (id: string, act: () => Promise<unknown>) => {
    setBusy(id)
    try {
      await act()
      await refresh()
    } catch (error) {
      refused(error)
    } finally {
      setBusy(null)
    }
  }
  const setActive = async ({ id, version }: Pick<Agency, 'id' | 'version'>, active: boolean): Promise<Agency> =>
    call(organizationOperations.updateAgency, { id, version, active })
  const switchAgency = (agency: Agency) =>
    run(agency.id, async () => {
      const now = await setActive(agency, !agency.active)
      toast(now.active ? t`${now.name} est en service` : t`${now.name} n’est plus en service`, {
        act: { label: <Trans>Annuler</Trans>, run: () => run(agency.id, () => setActive(now, agency.active)) },
      })
    })
  const removeRegion = ({ id, code, name }: Region) =>
    run(id, async () => {
      await call(organizationOperations.deleteRegion, { id })
      toast(t`${name} supprimée`, {
        act: { label: <Trans>Annuler</Trans>, run: () => run(id, () => call(organizationOperations.createRegion, { code, name })) },
      })
    })
  return { busy, switchAgency, removeRegion }
}
