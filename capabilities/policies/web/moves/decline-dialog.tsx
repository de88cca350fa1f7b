import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type nonRenewalReasons, type Policy } from '../../contract.ts'
import { useRenewalWords } from '../renewals/use-renewal-words.ts'
import { optionsOf } from '../use-policy-words.ts'
import { MoveForm } from './move-form.tsx'
import { usePolicyMove } from './use-policy-move.ts'

/** «Noter un non-renouvellement»: the reason is kept with the term; a tacit contract ends at its expiry. */
export const DeclineDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const { day } = useFormats()
  const words = useRenewalWords()
  const move = usePolicyMove(policy)
  const form = useForm({
    initial: { reason: '' as (typeof nonRenewalReasons)[number] | '', note: '' },
    rules: { reason: (reason) => (reason === '' ? t`Choisissez le motif.` : null) },
    send: ({ reason, note }, options) =>
      move.send(() =>
        call(
          policyOperations.declineRenewal,
          { id: policy.id, version: policy.version, reason: reason === '' ? 'other' : reason, note: note || null },
          options,
        ),
      ),
    done: (now) => {
      move.done(now, t`Non-renouvellement noté`)
      onClose()
    },
  })
  const tacit = policy.contract_type === 'tacit' && policy.status !== 'lapsed'
  return (
    <MoveForm
      title={<Trans>Noter un non-renouvellement</Trans>}
      intro={
        tacit ? (
          <Trans>La tacite reconduction est dénoncée: la garantie cesse le {day(policy.expiry_date)}.</Trans>
        ) : (
          <Trans>La police garde sa garantie jusqu’à son échéance.</Trans>
        )
      }
      form={form}
      act={<Trans>Enregistrer</Trans>}
      onClose={onClose}
    >
      <SelectField {...form.text('reason')} label={t`Motif de non-renouvellement`} none={t`Choisir…`} options={optionsOf(words.reason)} />
      <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
    </MoveForm>
  )
}
