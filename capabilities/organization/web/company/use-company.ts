import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#kernel/web/api.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { organizationOperations, type Organization } from '../../contract.ts'

/** Puts a newer company sheet on every screen at once (name, logo, colours), and says what was refused. */
export const useCompanyAnswers = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const { me, renew } = useSession()
  const show = (company: Organization): void => {
    client.setQueryData(keyOf(organizationOperations.getOrganization, {}), company)
    renew({ ...me, organization: company })
  }
  const refused = (error: unknown): void => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    if (error instanceof ApiProblem && error.status === 409) void refreshObjects(client, ['organization'])
  }
  return { show, refused }
}
