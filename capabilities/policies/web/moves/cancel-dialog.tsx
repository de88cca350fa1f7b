import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { policyOperations, type EndReason, type Policy } from '../../contract.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import { MoneyParts } from './money-parts.tsx'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import { usePolicyMove } from './use-policy-move.ts'
import classes from './moves.module.css'

type Refund = 'usual' | 'pro_rata' | 'none' | 'amount'

interface Values {
  readonly on: string
  readonly reason: EndReason | ''
  readonly refund: Refund
  readonly amount: string
  readonly note: string
}

/** What is asked of a cancellation, as typed so far. */
const askedOf = (id: string, values: Values) => ({
  id,
  on: values.on,
  reason: values.reason === '' ? ('sale' as const) : values.reason,
  ...(values.refund === 'amount'
    ? { refund: parseCentimes(values.amount) ?? 0 }
    : values.refund === 'usual'
      ? {}
      : { refund: values.refund }),
})

/** «Résilier»: the contract ends on a day, for a reason of the list, and gives back the days left unless somebody says otherwise. */
export const CancelDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const words = usePolicyWords()
  const move = usePolicyMove(policy)
  const dayRule = useDayRule()
  const begun = policy.terms[0]?.effective_date ?? policy.effective_date
  const first = today() < begun ? begun : today() > policy.expiry_date ? policy.expiry_date : today()
  const form = useForm<Values, Policy>({
    initial: { on: first, reason: '', refund: 'usual', amount: '', note: '' },
    rules: {
      on: dayRule,
      reason: (reason) => (reason === '' ? t`Choisissez le motif.` : null),
      amount: (text, { refund }) => (refund === 'amount' && parseCentimes(text) === null ? t`Écrivez le montant en dinars.` : null),
    },
    send: (values, options) =>
      move.send(() =>
        call(policyOperations.cancelPolicy, { ...askedOf(policy.id, values), version: policy.version, note: values.note || null }, options),
      ),
    done: (now) => {
      move.done(now, t`Police résiliée`)
      onClose()
    },
  })
  const ready =
    isDay(form.values.on) && form.values.reason !== '' && (form.values.refund !== 'amount' || parseCentimes(form.values.amount) !== null)
  const { data: preview } = useRead(policyOperations.previewCancellation, askedOf(policy.id, form.values), {
    enabled: ready,
    keepPrevious: true,
  })
  return (
    <MoveForm
      title={<Trans>Résilier la police</Trans>}
      intro={<Trans>Le motif et le jour restent écrits; la police garde son histoire.</Trans>}
      form={form}
      act={<Trans>Résilier</Trans>}
      danger
      size="medium"
      onClose={onClose}
    >
      <SelectField {...form.text('reason')} label={t`Motif`} none={t`Choisir…`} options={optionsOf(words.endReason)} />
      <DayField {...form.pick('on')} label={t`Premier jour sans garantie`} min={begun} max={policy.expiry_date} />
      <Segments
        label={t`Ristourne`}
        value={form.values.refund}
        onChange={(refund) => form.set('refund', refund)}
        options={[
          { value: 'usual', label: <Trans>Selon le motif</Trans> },
          { value: 'pro_rata', label: <Trans>Au prorata</Trans> },
          { value: 'none', label: <Trans>Aucune</Trans> },
          { value: 'amount', label: <Trans>Montant</Trans> },
        ]}
      />
      {form.values.refund === 'amount' && (
        <TextField {...form.text('amount')} label={t`Prime nette à rendre`} end="DA" ltr inputMode="decimal" autoComplete="off" />
      )}
      <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
      {ready ? (
        preview && <MoneyParts parts={preview.parts} total={preview.total_centimes} />
      ) : (
        <p className={classes['wait']}>{t`La ristourne s’affiche une fois le motif choisi.`}</p>
      )}
    </MoveForm>
  )
}
