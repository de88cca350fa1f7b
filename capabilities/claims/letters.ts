import type { ClaimStatus } from './rules.ts'

/** The letters that a claim can send (`domain` §7.1). */
export const claimLetters = ['acknowledgement', 'missing_papers', 'expert_named', 'settlement_ready', 'rejection'] as const
export type ClaimLetter = (typeof claimLetters)[number]

/** The letters that a file can send as it stands: each needs what it speaks of. */
export const lettersFor = (claim: {
  readonly status: ClaimStatus
  readonly missingPapers: number
  readonly expert_name: string | null
  readonly granted_centimes: number | null
  readonly rejection_reason: string | null
}): ClaimLetter[] => {
  const ready: Readonly<Record<ClaimLetter, boolean>> = {
    acknowledgement: claim.status !== 'draft',
    missing_papers: claim.status !== 'draft' && claim.missingPapers > 0,
    expert_named: claim.expert_name !== null,
    settlement_ready: claim.granted_centimes !== null && claim.granted_centimes > 0 && claim.status !== 'rejected',
    rejection: claim.status === 'rejected' && claim.rejection_reason !== null,
  }
  return claimLetters.filter((letter) => ready[letter])
}
