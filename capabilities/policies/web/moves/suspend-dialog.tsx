import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type Policy, type SuspensionReason } from '../../contract.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import { usePolicyMove } from './use-policy-move.ts'

/** «Suspendre»: cover stops from a day on. */
export const SuspendDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const words = usePolicyWords()
  const move = usePolicyMove(policy)
  const form = useForm({
    initial: { from: today(), reason: 'customer_request' as SuspensionReason, note: '' },
    rules: { from: useDayRule() },
    send: ({ from, reason, note }, options) =>
      move.send(() =>
        call(policyOperations.suspendPolicy, { id: policy.id, version: policy.version, from, reason, note: note || null }, options),
      ),
    done: (now) => {
      move.done(now, t`Police suspendue`)
      onClose()
    },
  })
  return (
    <MoveForm
      title={<Trans>Suspendre la police</Trans>}
      intro={<Trans>Rien n’est plus couvert à partir de ce jour, jusqu’à la remise en vigueur.</Trans>}
      form={form}
      act={<Trans>Suspendre</Trans>}
      danger
      onClose={onClose}
    >
      <DayField {...form.pick('from')} label={t`À partir du`} max={today()} />
      <SelectField {...form.text('reason')} label={t`Motif`} options={optionsOf(words.suspensionReason)} />
      <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
    </MoveForm>
  )
}
