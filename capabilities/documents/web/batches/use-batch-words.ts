import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { DocumentBatch } from '../../contract.ts'

type State = DocumentBatch['state']

export const batchTones: Readonly<Record<State, Tone>> = { waiting: 'neutral', running: 'info', done: 'good', failed: 'bad' }

/** What the states of a batch are called. */
export const useBatchWords = (): Readonly<Record<State, string>> => {
  const { t } = useLingui()
  return { waiting: t`Rédaction`, running: t`Mise en page`, done: t`Prêt`, failed: t`Arrêté` }
}

export const underWay = ({ state }: Pick<DocumentBatch, 'state'>): boolean => state === 'waiting' || state === 'running'
