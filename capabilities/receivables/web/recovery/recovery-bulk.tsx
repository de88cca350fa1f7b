import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Chosen } from '#kernel/web/ui/list/bulk-bar.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { recoveryOperations, type RecoveryRow } from '../../recovery-contract.ts'
import { isLegal, type DunningStep } from '../../recovery-rules.ts'
import { StepDialog, type StepChoice } from './step-dialog.tsx'
import { useRecoveryWords } from './use-recovery-words.ts'

/** The step of the day for the chosen cases: offered once per step that some of them wait for. */
export const RecoveryBulk = ({ chosen }: { chosen: Chosen<RecoveryRow> }) => {
  const { t } = useLingui()
  const words = useRecoveryWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [taking, setTaking] = useState<DunningStep | null>(null)
  const waiting = Map.groupBy(
    chosen.rows.filter((row) => row.ready && row.can.edit && row.next_step !== null),
    (row) => row.next_step as DunningStep,
  )
  const take = async (step: DunningStep, choice: StepChoice) => {
    const ids = (waiting.get(step) ?? []).map(({ id }) => id)
    const { done, refused, batch_id } = await call(recoveryOperations.takeRecoverySteps, {
      ids,
      step,
      ...(choice.language && { language: choice.language }),
    })
    await refreshObjects(client, ['recovery', 'receivable', 'policy'])
    chosen.done({ gone: refused.length === 0 })
    const reason = refused[0]?.message ?? ''
    const left = plural(refused.length, { one: '# dossier laissé', other: '# dossiers laissés' })
    const said = plural(done, { one: '# dossier traité', other: '# dossiers traités' })
    const print = isLegal(step) && batch_id !== null
    toast(refused.length === 0 ? said : `${said} · ${left}: ${reason}`, {
      tone: done === 0 ? 'bad' : 'good',
      act: print ? { label: t`Imprimer les lettres`, run: () => void navigate({ to: `/document-batches/${batch_id}` as '.' }) } : undefined,
    })
  }
  if (waiting.size === 0)
    return (
      <span>
        <Trans>Aucune étape n’est à faire aujourd’hui pour ces dossiers.</Trans>
      </span>
    )
  return (
    <>
      {[...waiting].map(([step, rows]) => (
        <Button key={step} size="small" onClick={() => setTaking(step)}>
          {words.act[step]} ({rows.length})
        </Button>
      ))}
      {taking !== null && (
        <StepDialog
          step={taking}
          cases={waiting.get(taking)?.length ?? 0}
          onClose={() => setTaking(null)}
          onTake={(choice) => take(taking, choice)}
        />
      )}
    </>
  )
}
