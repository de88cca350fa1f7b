import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#kernel/web/api.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { policyOperations, type Policy } from '../../contract.ts'

const isPolicy = (value: unknown): value is Policy => typeof value === 'object' && value !== null && 'version' in value && 'can' in value

/** Shows a policy as a move left it, and takes up what somebody else left when a move comes too late. */
export const usePolicyMove = (policy: Pick<Policy, 'id'>) => {
  const client = useQueryClient()
  const show = (now: Policy) => client.setQueryData(keyOf(policyOperations.getPolicy, { id: policy.id }), now)
  return {
    /** Sends a move; on a conflict the page shows the policy as it now stands, and the refusal says so. */
    send: async (act: () => Promise<Policy>): Promise<Policy> => {
      try {
        return await act()
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409 && isPolicy(error.current)) show(error.current)
        throw error
      }
    },
    done: (now: Policy, words: string) => {
      show(now)
      void refreshObjects(client, ['policy', 'receivable', 'profile', 'contact', 'renewal'])
      toast(words)
    },
  }
}
