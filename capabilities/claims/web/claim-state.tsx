import { Chip } from '#kernel/web/ui/chip.tsx'
import type { ClaimStatus } from '../rules.ts'
import { claimTones, useClaimWords } from './use-claim-words.ts'

/** The state of a claim, by word, colour and shape. */
export const ClaimState = ({ status }: { status: ClaimStatus }) => {
  const words = useClaimWords()
  return <Chip tone={claimTones[status]}>{words.status[status]}</Chip>
}
