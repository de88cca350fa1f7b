import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { MoveForm } from './move-form.tsx'
import { usePolicyMove } from './use-policy-move.ts'

/** What is no part of the contract, and changes without amendment. */
export const RemarksDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const move = usePolicyMove(policy)
  const form = useForm({
    initial: { remarks: policy.remarks ?? '', intermediary: policy.intermediary ?? '' },
    send: ({ remarks, intermediary }, options) =>
      move.send(() =>
        call(
          policyOperations.updatePolicy,
          { id: policy.id, version: policy.version, remarks: remarks || null, intermediary: intermediary || null },
          options,
        ),
      ),
    done: (now) => {
      move.done(now, t`Observations enregistrées`)
      onClose()
    },
  })
  return (
    <MoveForm title={<Trans>Observations</Trans>} form={form} act={<Trans>Enregistrer</Trans>} onClose={onClose}>
      <TextArea {...form.text('remarks')} label={t`Observations`} optional rows={5} maxLength={4000} dir="auto" />
      <TextField {...form.text('intermediary')} label={t`Intermédiaire`} optional maxLength={160} />
    </MoveForm>
  )
}
