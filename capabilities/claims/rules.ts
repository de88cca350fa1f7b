/** The states of a claim (docs/glossary.md has their French names). */
export const claimStatuses = [
  'draft',
  'declared',
  'documents_missing',
  'in_verification',
  'opened',
  'in_expertise',
  'expertised',
  'counter_expertise',
  'under_study',
  'in_recovery',
  'granted',
  'in_settlement',
  'part_settled',
  'settled',
  'rejected',
  'no_action',
  'in_litigation',
  'closed',
  'reopened',
] as const
export type ClaimStatus = (typeof claimStatuses)[number]

/** States in which nothing more is awaited. */
export const endedStatuses = ['settled', 'rejected', 'no_action', 'closed'] as const
/** True while work is awaited on the file. */
export const isOpen = (status: ClaimStatus): boolean => !(endedStatuses as readonly string[]).includes(status)

/** What a move asks to be written with it: nothing, a note if one likes, or a reason that must be there. */
export type MoveText = 'note' | 'reason'

/** One allowed move: from which states, which right over the claim it needs, what must be written. */
export interface Move {
  readonly to: ClaimStatus
  readonly from: readonly ClaimStatus[]
  /** `claim.edit` for the course of a file; `claim.approve` to take up again what was ended. */
  readonly needs: 'edit' | 'approve'
  readonly text: MoveText
  /** What the file must hold before: an expert, the report, the amount granted. */
  readonly requires?: 'expert' | 'report' | 'grant'
}

const beforeDecision = [
  'declared',
  'documents_missing',
  'in_verification',
  'opened',
  'in_expertise',
  'expertised',
  'counter_expertise',
  'under_study',
  'in_recovery',
  'reopened',
] as const

/** The one table of moves: who may bring a claim from where to where (`domain` §3.1). */
export const moves: readonly Move[] = [
  { to: 'declared', from: ['draft'], needs: 'edit', text: 'note' },
  { to: 'in_verification', from: ['declared', 'documents_missing', 'reopened'], needs: 'edit', text: 'note' },
  {
    to: 'documents_missing',
    from: ['declared', 'in_verification', 'opened', 'in_expertise', 'expertised', 'under_study', 'reopened'],
    needs: 'edit',
    text: 'note',
  },
  { to: 'opened', from: ['declared', 'documents_missing', 'in_verification', 'reopened'], needs: 'edit', text: 'note' },
  {
    to: 'in_expertise',
    from: ['opened', 'documents_missing', 'under_study', 'reopened'],
    needs: 'edit',
    text: 'note',
    requires: 'expert',
  },
  { to: 'expertised', from: ['in_expertise', 'counter_expertise'], needs: 'edit', text: 'note', requires: 'report' },
  { to: 'counter_expertise', from: ['expertised', 'under_study', 'in_litigation'], needs: 'edit', text: 'reason' },
  {
    to: 'under_study',
    from: ['opened', 'documents_missing', 'expertised', 'counter_expertise', 'in_recovery', 'granted', 'in_litigation', 'reopened'],
    needs: 'edit',
    text: 'note',
  },
  {
    to: 'in_recovery',
    from: ['expertised', 'under_study', 'part_settled', 'settled', 'reopened'],
    needs: 'edit',
    text: 'note',
  },
  {
    to: 'granted',
    from: ['expertised', 'under_study', 'in_recovery', 'in_litigation', 'reopened'],
    needs: 'edit',
    text: 'note',
    requires: 'grant',
  },
  { to: 'in_settlement', from: ['granted', 'part_settled', 'in_litigation', 'reopened'], needs: 'edit', text: 'note', requires: 'grant' },
  { to: 'part_settled', from: ['granted', 'in_settlement'], needs: 'edit', text: 'note', requires: 'grant' },
  { to: 'settled', from: ['granted', 'in_settlement', 'part_settled', 'in_recovery'], needs: 'edit', text: 'note', requires: 'grant' },
  { to: 'rejected', from: [...beforeDecision, 'in_litigation'], needs: 'edit', text: 'reason' },
  { to: 'no_action', from: ['draft', ...beforeDecision, 'in_litigation'], needs: 'edit', text: 'reason' },
  {
    to: 'in_litigation',
    from: [
      'opened',
      'expertised',
      'counter_expertise',
      'under_study',
      'in_recovery',
      'granted',
      'in_settlement',
      'part_settled',
      'settled',
      'rejected',
      'reopened',
    ],
    needs: 'edit',
    text: 'reason',
  },
  { to: 'closed', from: ['settled', 'in_recovery', 'in_litigation', 'rejected', 'reopened'], needs: 'edit', text: 'note' },
  { to: 'reopened', from: ['settled', 'rejected', 'no_action', 'closed'], needs: 'approve', text: 'reason' },
]

/** The move from one state to another, or null when there is none. */
export const moveBetween = (from: ClaimStatus, to: ClaimStatus): Move | null =>
  moves.find((move) => move.to === to && move.from.includes(from)) ?? null

/** The moves that lead away from a state, in the order in which a file advances. */
export const movesFrom = (from: ClaimStatus): Move[] => moves.filter((move) => move.from.includes(from))

/** What a file still lacks for a move: its expert, the report or the amount granted; null when nothing. */
export const lackingFor = (
  move: Move,
  claim: { readonly expert_name: string | null; readonly expertise_centimes: number | null; readonly granted_centimes: number | null },
): 'expert' | 'report' | 'grant' | null => {
  if (move.requires === 'expert' && claim.expert_name === null) return 'expert'
  if (move.requires === 'report' && claim.expertise_centimes === null) return 'report'
  if (move.requires === 'grant' && claim.granted_centimes === null) return 'grant'
  return null
}

/** `AAAAA-YYYY-NNNNNN`: agency, year of the declaration, sequence within both. */
export const claimNumber = (agencyNumber: string, year: string, sequence: number): string =>
  `${agencyNumber}-${year}-${String(sequence).padStart(6, '0')}`

/** What a file costs in the end, in centimes: paid, reserved and spent, less what came back or is awaited from the party opposite. */
export const netCost = (claim: {
  readonly paid_centimes: number
  readonly reserve_centimes: number
  readonly fees_centimes: number
  readonly recovered_centimes: number
  readonly recovery_expected_centimes: number
}): number =>
  claim.paid_centimes + claim.reserve_centimes + claim.fees_centimes - claim.recovered_centimes - claim.recovery_expected_centimes
