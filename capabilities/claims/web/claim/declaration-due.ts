import type { Claim } from '../../contract.ts'

/** The last day on which the claim could be declared in time; null where it is not known. */
export const declarationDueOn = (claim: Pick<Claim, 'clocks'>): string | null =>
  claim.clocks.find((clock) => clock.kind === 'declaration')?.due_on ?? null
