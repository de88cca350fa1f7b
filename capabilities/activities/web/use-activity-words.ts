import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { Activity, ActivityKind, callOutcomes, directions } from '../contract.ts'

type Outcome = (typeof callOutcomes)[number]
type Direction = (typeof directions)[number]

/** The words of the timeline. */
export const useActivityWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const kind: Readonly<Record<ActivityKind, string>> = { note: t`Note`, call: t`Appel`, visit: t`Visite` }
    const direction: Readonly<Record<Direction, string>> = { out: t`Sortant`, in: t`Entrant` }
    const outcome: Readonly<Record<Outcome, string>> = {
      reached: t`Joint`,
      not_reached: t`Non joint`,
      voicemail: t`Messagerie`,
      busy: t`Occupé`,
      wrong_number: t`Faux numéro`,
      callback_asked: t`Rappel demandé`,
      refused: t`Refus`,
    }
    /** «Appel sortant», «Visite», «Note» */
    const title = ({ kind: which, direction: way }: Pick<Activity, 'kind' | 'direction'>): string => {
      if (which === 'call' && way === 'in') return t`Appel entrant`
      if (which === 'call' && way === 'out') return t`Appel sortant`
      return kind[which]
    }
    return { kind, direction, outcome, title }
  }, [t])
}

/** How the end of a call looks; its word says the same. */
export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  reached: 'good',
  not_reached: 'warn',
  voicemail: 'neutral',
  busy: 'neutral',
  wrong_number: 'bad',
  callback_asked: 'info',
  refused: 'bad',
}
