import type { PremiumParts } from '../fields.ts'

/** Money that a policy asks or gives back: who keeps bills makes one of it, once per amendment and period. */
export interface PolicyBilled {
  readonly policyId: string
  readonly amendmentId: string
  readonly contactId: string
  readonly agencyId: string
  readonly ownerId: string | null
  readonly kind: 'cash' | 'term' | 'refund' | 'amendment' | 'adjustment'
  readonly termNumber: number
  readonly dueDate: string
  readonly periodFrom: string
  /** The first day that it does not pay for. */
  readonly periodUntil: string
  /** Negative in refunds; their sum is the amount. */
  readonly breakdown: PremiumParts
}

/** A policy ends before its term: what it would still have asked falls away. */
export interface PolicyEnded {
  readonly policyId: string
  /** The first day without cover; for a voided policy, the first day that it would have had. */
  readonly onDay: string
  readonly reason: string
  /** Voided: it never took effect, and owes nothing at all. */
  readonly voided: boolean
}

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    'policy.billed': PolicyBilled
    'policy.ended': PolicyEnded
  }
}
