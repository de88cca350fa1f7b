import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { addDays } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { DoubleNotice } from '../policy/policy-warnings.tsx'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import { usePolicyMove } from './use-policy-move.ts'

/** «Émettre»: a draft becomes a contract, from a day, at the rates of that day. */
export const IssueDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const { today, amount } = useFormats()
  const move = usePolicyMove(policy)
  const dayRule = useDayRule()
  const tomorrow = addDays(today(), 1)
  const form = useForm({
    initial: { effective_date: policy.effective_date < today() ? tomorrow : policy.effective_date, cover_agreed: false },
    rules: { effective_date: dayRule },
    send: ({ effective_date, cover_agreed }, options) =>
      move.send(() =>
        call(policyOperations.issuePolicy, { id: policy.id, version: policy.version, effective_date, cover_agreed }, options),
      ),
    done: (now) => {
      move.done(now, t`Police émise: ${now.number}`)
      onClose()
    },
  })
  return (
    <MoveForm
      title={<Trans>Émettre la police</Trans>}
      intro={
        <Trans>
          Prime du projet: <bdi dir="ltr">{amount(policy.total_premium_centimes)}</bdi>, recalculée au tarif du jour d’effet.
        </Trans>
      }
      form={form}
      act={<Trans>Émettre</Trans>}
      onClose={onClose}
    >
      <DoubleNotice doubles={policy.double_insurance} />
      <DayField {...form.pick('effective_date')} label={t`Prise d’effet`} min={today()} />
      <CheckField
        {...form.check('cover_agreed')}
        label={t`La garantie court dès l’effet, sans attendre le paiement`}
        hint={t`Sinon elle commence le lendemain du paiement (ord. 95-07, art. 17).`}
      />
    </MoveForm>
  )
}
