import type { Claim } from '../../contract.ts'
import { natureRules } from '../../natures.ts'
import type { ClaimStatus } from '../../rules.ts'

/** A move, or paying. */
export type Step = ClaimStatus | 'pay'

const usual: Readonly<Record<ClaimStatus, readonly Step[]>> = {
  draft: ['declared'],
  declared: ['opened'],
  documents_missing: ['opened', 'under_study'],
  in_verification: ['opened'],
  opened: ['in_expertise', 'under_study'],
  in_expertise: ['expertised'],
  expertised: ['granted'],
  counter_expertise: ['expertised'],
  under_study: ['granted'],
  in_recovery: ['granted', 'closed'],
  granted: ['pay'],
  in_settlement: ['pay'],
  part_settled: ['pay'],
  settled: ['closed'],
  rejected: ['closed'],
  no_action: [],
  in_litigation: ['under_study'],
  closed: [],
  reopened: ['under_study'],
}

/** The step that usually comes next, among those that may be taken; null when none stands out. */
export const naturalStep = (claim: Pick<Claim, 'status' | 'nature' | 'granted_centimes'>, steps: readonly Step[]): Step | null => {
  const wished = usual[claim.status].filter(
    (step) =>
      !(step === 'in_expertise' && !natureRules[claim.nature].expert) &&
      !(claim.status === 'in_recovery' && step === 'granted' && claim.granted_centimes !== null),
  )
  return wished.find((step) => steps.includes(step)) ?? null
}
