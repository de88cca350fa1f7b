import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type Account } from '../../contract.ts'
import type { Assignment } from '../assign-dialog.tsx'

/** What is done with one account besides writing its fields; each can be taken back from its toast. */
export const useAccountActs = (account: Account) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, agency_id, owner_id } = account
  const show = (now: Account) => {
    client.setQueryData(keyOf(customerOperations.getAccount, { id }), now)
    void refreshObjects(client, ['account', 'contact'])
  }
  const refused = (error: unknown) => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  }
  const undo = (run: () => Promise<void>) => ({ label: <Trans>Annuler</Trans>, run: () => run().catch(refused) })
  const give = async (assignment: Assignment) => show(await call(customerOperations.assignAccount, { id, ...assignment }))
  const assign = async (assignment: Assignment) => {
    await give(assignment)
    toast(t`Compte affecté`, { act: undo(() => give({ agency_id, owner_id })) })
  }
  const bringBack = async () => show(await call(customerOperations.restoreAccount, { id }))
  const restore = () => {
    bringBack().then(() => toast(t`Compte restauré`), refused)
  }
  const remove = () => {
    call(customerOperations.deleteAccount, { id }).then(() => {
      void refreshObjects(client, ['account', 'contact'])
      toast(t`Compte mis à la corbeille`, { act: undo(bringBack) })
      void navigate({ to: '/accounts' })
    }, refused)
  }
  return { assign, remove, restore }
}
