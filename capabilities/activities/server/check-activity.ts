import { refuse } from '#kernel/shared/problem.ts'
import type { ActivityKind } from '../contract.ts'

/** How far a caller's clock may be ahead: such an instant is taken as now. */
const clockSkewMs = 60_000

interface ActivityFacts {
  readonly kind: ActivityKind
  readonly direction: string | null
  readonly outcome: string | null
  readonly body: string
  readonly duration_minutes: number | null
}

/** Refuses what a kind cannot hold: an empty note, a direction or a result beside a call, the length of a note. */
export const checkActivity = (facts: ActivityFacts): void => {
  if (facts.kind === 'note' && facts.body === '')
    throw refuse('activity.empty_note', /*i18n*/ { id: 'activity.empty_note', message: 'Écrivez la note.' }, 'body')
  if (facts.kind !== 'call' && (facts.outcome !== null || facts.direction !== null))
    throw refuse(
      'activity.not_a_call',
      /*i18n*/ { id: 'activity.not_a_call', message: 'Seul un appel a un sens et un résultat.' },
      facts.outcome === null ? 'direction' : 'outcome',
    )
  if (facts.kind === 'note' && facts.duration_minutes !== null)
    throw refuse('activity.note_length', /*i18n*/ { id: 'activity.note_length', message: 'Une note n’a pas de durée.' }, 'duration_minutes')
}

/** When it took place: now unless said, never later. Instants are ISO 8601 UTC. */
export const occurredAt = (given: string | undefined, now: string): string => {
  if (given === undefined) return now
  const ahead = Date.parse(given) - Date.parse(now)
  if (ahead > clockSkewMs)
    throw refuse(
      'activity.in_future',
      /*i18n*/ { id: 'activity.in_future', message: 'Un échange se note une fois qu’il a eu lieu : cette date est dans le futur.' },
      'occurred_at',
    )
  return ahead > 0 ? now : given
}
