import { lazy, Suspense, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { naturalStep, type Step } from './natural-step.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useClaimAct } from './use-claim-act.ts'
import { useMoveWords } from './use-move-words.ts'
import classes from './claim.module.css'

const ExpertDialog = lazy(() => import('./expert-dialog.tsx').then((module) => ({ default: module.ExpertDialog })))
const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })))
const GrantDialog = lazy(() => import('./grant-dialog.tsx').then((module) => ({ default: module.GrantDialog })))
const MovementDialog = lazy(() => import('./movement-dialog.tsx').then((module) => ({ default: module.MovementDialog })))

/** Steps that need no question: nothing is to be written, nothing is pointed out. */
const atOnce: ReadonlySet<Step> = new Set<Step>([
  'declared',
  'in_verification',
  'under_study',
  'in_recovery',
  'in_settlement',
  'in_expertise',
  'expertised',
])
const grave: ReadonlySet<Step> = new Set<Step>(['rejected', 'no_action', 'in_litigation'])
const beside = 2

/** The next steps of a claim: the natural one first, then others, the grave ones last in the menu. `few` shows one button and the menu. */
export const MoveButtons = ({ claim, few = false }: { claim: Claim; few?: boolean }) => {
  const { t } = useLingui()
  const words = useMoveWords()
  const { act } = useClaimAct(claim.id)
  const [asking, setAsking] = useState<Step | null>(null)
  const [busy, setBusy] = useState<Step | null>(null)
  const allowed = claim.moves.filter((move) => move.allowed)
  const pays = claim.can.edit && ['granted', 'in_settlement', 'part_settled'].includes(claim.status)
  const steps: Step[] = [...(pays ? (['pay'] as const) : []), ...allowed.map((move) => move.to)]
  const natural = naturalStep(claim, steps)
  const others = steps.filter((step) => step !== natural && !grave.has(step))
  const inSight = few ? [] : others.slice(0, beside)
  const rest = [...others.filter((step) => !inSight.includes(step)), ...steps.filter((step) => grave.has(step))]
  const nameOf = (step: Step): string => {
    if (step === 'pay') return t`Régler`
    if (step === 'in_expertise' && claim.expert_name === null) return t`Désigner l’expert`
    return words.verb[step]
  }
  const take = async (step: Step) => {
    const move = claim.moves.find((one) => one.to === step)
    const direct = step !== 'pay' && move !== undefined && atOnce.has(step) && move.lacking === null && move.warnings.length === 0
    if (!direct) {
      setAsking(step)
      return
    }
    setBusy(step)
    try {
      await act(claimOperations.moveClaim, { id: claim.id, version: claim.version, to: step })
      toast(words.done[step])
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(null)
    }
  }
  const close = () => setAsking(null)
  const entries: MenuEntry[] = rest.map((step, at) => ({
    key: step,
    label: nameOf(step),
    act: () => void take(step),
    danger: step === 'rejected' || step === 'no_action',
    apart: grave.has(step) && at > 0 && !grave.has(rest[at - 1] ?? 'pay'),
  }))
  if (steps.length === 0) return null
  const missing = claim.moves.find((move) => move.to === asking)?.lacking ?? null
  return (
    <div className={classes['moves']}>
      {natural !== null && (
        <Button kind="primary" busy={busy === natural} onClick={() => void take(natural)}>
          {nameOf(natural)}
        </Button>
      )}
      {inSight.map((step) => (
        <Button key={step} busy={busy === step} onClick={() => void take(step)}>
          {nameOf(step)}
        </Button>
      ))}
      {entries.length > 0 && (
        <Menu label={t`Autres étapes`} entries={entries}>
          {(opener) => (
            <Button {...opener} icon={<ChevronDown aria-hidden="true" />}>
              {t`Autres étapes`}
            </Button>
          )}
        </Menu>
      )}
      <Suspense>
        {asking === 'pay' && <MovementDialog claim={claim} kind="payment" onClose={close} />}
        {asking === 'in_expertise' && <ExpertDialog claim={claim} onClose={close} />}
        {asking === 'expertised' && missing === 'report' && <ReportDialog claim={claim} onClose={close} />}
        {asking === 'granted' && <GrantDialog claim={claim} onClose={close} />}
        {asking !== null &&
          asking !== 'pay' &&
          asking !== 'in_expertise' &&
          asking !== 'granted' &&
          !(asking === 'expertised' && missing === 'report') && <MoveDialog claim={claim} to={asking} onClose={close} />}
      </Suspense>
    </div>
  )
}
