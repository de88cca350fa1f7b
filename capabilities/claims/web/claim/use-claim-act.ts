import { useCallback } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '#kernel/shared/contract.ts'
import { ApiProblem, call, fileAddress, type CallOptions } from '#kernel/web/api.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { claimOperations, type Claim, type ClaimLetter } from '../../contract.ts'

/** Answers that a claim's own move changes besides its own. */
const touched = ['claim', 'contact', 'notification', 'reminder'] as const

/** The letter that goes with an act, when one is wished. */
export interface WishedLetter {
  readonly letter: ClaimLetter
  readonly language: 'fr' | 'ar'
}

/** Does something to a claim and shows it as it then is; when somebody else was first, shows what they did and lets the refusal be read. */
export const useClaimAct = (id: string) => {
  const client = useQueryClient()
  const { t } = useLingui()
  const act = useCallback(
    async <T extends Operation>(operation: T, input: InputOf<T>, options: CallOptions = {}): Promise<OutputOf<T>> => {
      try {
        const answer = await call(operation, input, options)
        if (typeof answer === 'object' && answer !== null && 'movements' in answer)
          client.setQueryData(keyOf(claimOperations.getClaim, { id }), answer as unknown as Claim)
        await refreshObjects(client, touched)
        return answer
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409) await refreshObjects(client, touched)
        throw error
      }
    },
    [client, id],
  )
  const write = useCallback(
    async (wished: WishedLetter): Promise<void> => {
      const made = await call(claimOperations.writeLetter, { id, ...wished })
      await refreshObjects(client, ['claim', 'document', 'contact'])
      const { number } = made
      toast(t`Lettre ${number} écrite`, {
        act: {
          label: t`Ouvrir`,
          run: () => window.open(fileAddress(documentOperations.readFile, { id: made.document_id, inline: true }), '_blank', 'noopener'),
        },
      })
    },
    [client, id, t],
  )
  return { act, write }
}
