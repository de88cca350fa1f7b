import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Check, Circle, FileText, MessageCircle, Phone } from 'lucide-react'
import { ApiProblem, call, fileAddress } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useRead, refreshObjects } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { recoveryOperations, type RecoveryCase, type RecoveryStep } from '../../recovery-contract.ts'
import type { DunningStep } from '../../recovery-rules.ts'
import { StepDialog } from './step-dialog.tsx'
import { useRecoveryWords } from './use-recovery-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import classes from './recovery.module.css'

const Track = ({ recovery, step }: { recovery: RecoveryCase; step: RecoveryStep }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState(false)
  if (step.tracking_number !== null)
    return (
      <small>
        <Trans>Envoi</Trans> <bdi dir="ltr">{step.tracking_number}</bdi>
      </small>
    )
  if (!recovery.can.edit) return null
  const keep = async () => {
    setBusy(true)
    try {
      await call(recoveryOperations.trackRecoveryStep, { id: recovery.id, step: step.step, tracking_number: number })
      await refreshObjects(client, ['recovery'])
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le numéro n’a pas pu être gardé.`, { tone: 'bad' })
    }
    setBusy(false)
  }
  return (
    <form
      className={classes['track']}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField
        optional
        ltr
        label={t`Numéro d’envoi recommandé`}
        value={number}
        maxLength={60}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit" size="small" busy={busy} disabled={number.trim().length < 3}>
        <Trans>Garder</Trans>
      </Button>
    </form>
  )
}

/** The course of a recovery: what was done with its frozen days, what the law allows next, and the buttons for today. */
export const CaseCourse = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const words = useRecoveryWords()
  const formats = useFormats()
  const client = useQueryClient()
  const [taking, setTaking] = useState<DunningStep | null>(null)
  const [withdrawing, setWithdrawing] = useState(false)
  const { data: recovery, error, refetch } = useRead(recoveryOperations.getRecovery, { id })
  if (error && !recovery) return <Failure error={error} again={() => refetch()} />
  if (!recovery) return <SkeletonRows rows={5} />
  const refresh = () => refreshObjects(client, ['recovery', 'receivable', 'policy'])
  const rest = recovery.schedule.filter(({ done }) => !done)
  const [first, ...others] = recovery.allowed
  return (
    <div className={classes['course']}>
      <ol>
        <li data-done="">
          <Check aria-hidden="true" />
          <div>
            <b>
              <Trans>Échéance de la quittance</Trans> <bdi dir="ltr">{recovery.receivable_number}</bdi>
            </b>
            <time dateTime={recovery.due_date}>{formats.day(recovery.due_date)}</time>
          </div>
        </li>
        {recovery.steps.map((step) => (
          <li key={step.step} data-done="">
            <Check aria-hidden="true" />
            <div>
              <b>{words.step[step.step]}</b>
              <time dateTime={step.done_on}>{formats.day(step.done_on)}</time>
              <small>
                <bdi>{step.done_by_name}</bdi>
                {step.note !== null && (
                  <>
                    {' · '}
                    <bdi>{step.note}</bdi>
                  </>
                )}
              </small>
              {step.document_id !== null && (
                <>
                  <a href={fileAddress(documentOperations.readFile, { id: step.document_id })} target="_blank" rel="noopener noreferrer">
                    <FileText aria-hidden="true" />
                    <Trans>Lettre</Trans> <bdi dir="ltr">{step.document_number}</bdi>
                  </a>
                  <Track recovery={recovery} step={step} />
                </>
              )}
            </div>
          </li>
        ))}
        {recovery.closed_on === null &&
          rest.map(({ step, on }) => (
            <li key={step}>
              <Circle aria-hidden="true" />
              <div>
                <b>{words.step[step]}</b>
                {on === null ? (
                  <small>
                    <Trans>après l’étape précédente</Trans>
                  </small>
                ) : (
                  <time dateTime={on} title={formats.dayFromToday(on)}>
                    <Trans>possible à partir du {formats.day(on)}</Trans>
                  </time>
                )}
              </div>
            </li>
          ))}
        {recovery.closed_on !== null && (
          <li data-done="">
            <Check aria-hidden="true" />
            <div>
              <b>{words.state[recovery.state]}</b>
              <time dateTime={recovery.closed_on}>{formats.day(recovery.closed_on)}</time>
            </div>
          </li>
        )}
      </ol>
      {recovery.contact_mobile !== null && recovery.closed_on === null && (
        <p className={classes['ways']}>
          <a href={`tel:${recovery.contact_mobile}`}>
            <Phone aria-hidden="true" />
            <Trans>Appeler</Trans>
          </a>
          <a href={`https://wa.me/${recovery.contact_mobile.replace(/\D/g, '')}`} target="_blank" rel="noopener noreferrer">
            <MessageCircle aria-hidden="true" />
            WhatsApp
          </a>
        </p>
      )}
      {recovery.can.edit && (
        <div className={classes['acts']}>
          {[...(first ? [...others, first] : [])].map((step) => (
            <Button key={step} kind={step === recovery.next_step ? 'primary' : 'secondary'} onClick={() => setTaking(step)}>
              {words.act[step]}
            </Button>
          ))}
          <Button kind="quiet" onClick={() => setWithdrawing(true)}>
            <Trans>Abandonner le recouvrement</Trans>
          </Button>
        </div>
      )}
      {taking !== null && (
        <StepDialog
          step={taking}
          cases={1}
          onClose={() => setTaking(null)}
          onTake={async (choice) => {
            await call(recoveryOperations.takeRecoveryStep, { id, step: taking, ...choice })
            await refresh()
            toast(t`Étape faite: ${words.step[taking]}`)
          }}
        />
      )}
      {withdrawing && (
        <WithdrawDialog
          onClose={() => setWithdrawing(false)}
          onWithdraw={async (reason) => {
            await call(recoveryOperations.withdrawRecovery, { id, reason })
            await refresh()
            toast(t`Recouvrement abandonné`)
          }}
        />
      )}
    </div>
  )
}
