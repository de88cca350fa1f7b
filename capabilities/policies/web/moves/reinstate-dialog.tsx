import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { addDays } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import { usePolicyMove } from './use-policy-move.ts'

/** «Remettre en vigueur»: cover runs again from a day on. */
export const ReinstateDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const move = usePolicyMove(policy)
  const unpaid = policy.suspensions.some(({ until_date, reason }) => until_date === null && reason === 'non_payment')
  const form = useForm({
    initial: { from: addDays(today(), 1), note: '' },
    rules: { from: useDayRule() },
    send: ({ from, note }, options) =>
      move.send(() =>
        call(policyOperations.reinstatePolicy, { id: policy.id, version: policy.version, from, note: note || null }, options),
      ),
    done: (now) => {
      move.done(now, t`Police remise en vigueur`)
      onClose()
    },
  })
  return (
    <MoveForm
      title={<Trans>Remettre en vigueur</Trans>}
      intro={<Trans>Ce qui est survenu pendant la suspension reste non couvert.</Trans>}
      form={form}
      act={<Trans>Remettre en vigueur</Trans>}
      onClose={onClose}
    >
      {unpaid && (
        <Notice tone="warn">
          <Trans>La police est suspendue pour non-paiement: la garantie ne reprend normalement qu’une fois la prime payée (art. 16).</Trans>
        </Notice>
      )}
      <DayField {...form.pick('from')} label={t`À partir du`} min={today()} />
      <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
    </MoveForm>
  )
}
