import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type Contact } from '../../contract.ts'
import type { Assignment } from '../assign-dialog.tsx'

/** What is done with one contact besides writing its fields; each can be taken back from its toast. */
export const useContactActs = (contact: Contact) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, agency_id, owner_id } = contact
  const show = (now: Contact) => {
    client.setQueryData(keyOf(customerOperations.getContact, { id }), now)
    void refreshObjects(client, ['contact'])
  }
  const refused = (error: unknown) => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  }
  const undo = (run: () => Promise<void>) => ({ label: <Trans>Annuler</Trans>, run: () => run().catch(refused) })

  const give = async (assignment: Assignment) => show(await call(customerOperations.assignContact, { id, ...assignment }))
  const assign = async (assignment: Assignment) => {
    await give(assignment)
    toast(t`Client affecté`, { act: undo(() => give({ agency_id, owner_id })) })
  }
  const bringBack = async () => show(await call(customerOperations.restoreContact, { id }))
  const restore = () => {
    bringBack().then(() => toast(t`Client restauré`), refused)
  }
  const remove = () => {
    call(customerOperations.deleteContact, { id }).then(() => {
      void refreshObjects(client, ['contact'])
      toast(t`Client mis à la corbeille`, { act: undo(bringBack) })
      void navigate({ to: '/contacts' })
    }, refused)
  }
  const showHistory = () => {
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, tab: 'history' }), replace: true })
  }
  return { assign, remove, restore, showHistory }
}
