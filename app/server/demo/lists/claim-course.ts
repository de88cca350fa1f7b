import type { ClaimStatus } from '#capabilities/claims/rules.ts'

/** The way of a file to each state in which it may be found, with an expert and without: every move is one of claims' own table (a test follows them). */
const begun: readonly ClaimStatus[] = ['declared', 'in_verification', 'opened']
const judged: readonly ClaimStatus[] = [...begun, 'in_expertise', 'expertised', 'under_study']
const studied: readonly ClaimStatus[] = [...begun, 'under_study']

const after = (way: readonly ClaimStatus[], ...more: readonly ClaimStatus[]): ClaimStatus[] => [...way, ...more]

/** Ways by state; `without` where nobody evaluates the damage. */
export const ways: Readonly<
  Partial<Record<ClaimStatus, { readonly expert: readonly ClaimStatus[]; readonly without: readonly ClaimStatus[] }>>
> = {
  draft: { expert: ['draft'], without: ['draft'] },
  declared: { expert: ['declared'], without: ['declared'] },
  documents_missing: { expert: ['declared', 'documents_missing'], without: ['declared', 'documents_missing'] },
  in_verification: { expert: ['declared', 'in_verification'], without: ['declared', 'in_verification'] },
  opened: { expert: begun, without: begun },
  in_expertise: { expert: after(begun, 'in_expertise'), without: studied },
  expertised: { expert: after(begun, 'in_expertise', 'expertised'), without: studied },
  counter_expertise: { expert: after(begun, 'in_expertise', 'expertised', 'counter_expertise'), without: studied },
  under_study: { expert: judged, without: studied },
  in_recovery: { expert: after(judged, 'in_recovery'), without: after(studied, 'in_recovery') },
  granted: { expert: after(judged, 'granted'), without: after(studied, 'granted') },
  in_settlement: { expert: after(judged, 'granted', 'in_settlement'), without: after(studied, 'granted', 'in_settlement') },
  part_settled: {
    expert: after(judged, 'granted', 'in_settlement', 'part_settled'),
    without: after(studied, 'granted', 'in_settlement', 'part_settled'),
  },
  settled: { expert: after(judged, 'granted', 'settled'), without: after(studied, 'granted', 'settled') },
  closed: { expert: after(judged, 'granted', 'settled', 'closed'), without: after(studied, 'granted', 'settled', 'closed') },
  rejected: { expert: ['declared', 'in_verification', 'rejected'], without: ['declared', 'in_verification', 'rejected'] },
  no_action: { expert: after(begun, 'no_action'), without: after(begun, 'no_action') },
  in_litigation: { expert: after(judged, 'in_litigation'), without: after(studied, 'in_litigation') },
  reopened: {
    expert: after(judged, 'granted', 'settled', 'closed', 'reopened'),
    without: after(studied, 'granted', 'settled', 'closed', 'reopened'),
  },
}

/** Days that a step comes after the one before it: least, and how many more at most. */
export const gaps: Readonly<Partial<Record<ClaimStatus, readonly [least: number, more: number]>>> = {
  in_verification: [0, 2],
  documents_missing: [1, 3],
  opened: [1, 2],
  in_expertise: [1, 5],
  expertised: [3, 10],
  counter_expertise: [8, 20],
  under_study: [1, 6],
  in_recovery: [2, 10],
  granted: [1, 8],
  in_settlement: [1, 4],
  part_settled: [1, 6],
  settled: [1, 10],
  closed: [4, 22],
  rejected: [3, 14],
  no_action: [20, 80],
  in_litigation: [20, 50],
  reopened: [30, 90],
}

/** Shares in a hundred of the states in which files are found, by their age in days. */
export const stateByAge: readonly (readonly [upToDays: number, states: readonly (readonly [ClaimStatus, number])[]])[] = [
  [
    3,
    [
      ['draft', 6],
      ['declared', 64],
      ['in_verification', 30],
    ],
  ],
  [
    9,
    [
      ['declared', 12],
      ['in_verification', 22],
      ['documents_missing', 20],
      ['opened', 22],
      ['in_expertise', 24],
    ],
  ],
  [
    28,
    [
      ['documents_missing', 13],
      ['opened', 13],
      ['in_expertise', 40],
      ['expertised', 16],
      ['under_study', 13],
      ['granted', 5],
    ],
  ],
  [
    90,
    [
      ['documents_missing', 8],
      ['opened', 8],
      ['in_expertise', 27],
      ['expertised', 12],
      ['counter_expertise', 2],
      ['under_study', 12],
      ['granted', 4],
      ['in_settlement', 4],
      ['settled', 8],
      ['in_recovery', 12],
      ['no_action', 5],
      ['rejected', 4],
    ],
  ],
  [
    365,
    [
      ['under_study', 15],
      ['opened', 6],
      ['documents_missing', 5],
      ['in_expertise', 9],
      ['in_recovery', 26],
      ['granted', 3],
      ['in_settlement', 3],
      ['part_settled', 2],
      ['settled', 9],
      ['closed', 21],
      ['no_action', 8],
      ['rejected', 3],
      ['in_litigation', 2],
    ],
  ],
  [
    100_000,
    [
      ['under_study', 13],
      ['opened', 6],
      ['documents_missing', 4],
      ['in_expertise', 5],
      ['in_recovery', 24],
      ['settled', 8],
      ['closed', 35],
      ['no_action', 9],
      ['rejected', 3],
      ['in_litigation', 3],
      ['reopened', 1],
    ],
  ],
]
