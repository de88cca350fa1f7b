import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type EndReason, type Policy } from '../../contract.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import { MoveForm } from './move-form.tsx'
import { usePolicyMove } from './use-policy-move.ts'

/** «Annuler sans effet»: a policy that should not have been issued. */
export const VoidDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const move = usePolicyMove(policy)
  const form = useForm({
    initial: { reason: 'issue_error' as EndReason, note: '' },
    send: ({ reason, note }, options) =>
      move.send(() => call(policyOperations.voidPolicy, { id: policy.id, version: policy.version, reason, note: note || null }, options)),
    done: (now) => {
      move.done(now, t`Police annulée sans effet`)
      onClose()
    },
  })
  return (
    <MoveForm
      title={<Trans>Annuler sans effet</Trans>}
      intro={
        <Trans>La police n’aura jamais couvert: ses quittances tombent, ce qui a été payé est à rendre. Son numéro ne sert plus.</Trans>
      }
      form={form}
      act={<Trans>Annuler la police</Trans>}
      danger
      onClose={onClose}
    >
      <SelectField {...form.text('reason')} label={t`Motif`} options={optionsOf(words.endReason)} />
      <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
    </MoveForm>
  )
}
