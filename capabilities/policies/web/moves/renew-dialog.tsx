import { Trans, useLingui } from '@lingui/react/macro'
import { addDays, isDay } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { PremiumView, useProductWords } from '#capabilities/products/web/index.ts'
import { noPremium } from '../../premium-shares.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { MoneyParts } from './money-parts.tsx'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import { usePolicyMove } from './use-policy-move.ts'
import classes from './moves.module.css'

interface Values {
  readonly effective_date: string
  readonly duration_code: string
  readonly cover_agreed: boolean
  /** Of what is insured, by identifier, as typed. */
  readonly values: Readonly<Record<string, string>>
  readonly net: string
}

type Valued = Policy['objects'][number]

/** What is asked of a renewal, as typed so far. */
const askedOf = (policy: Policy, objects: readonly Valued[], values: Values) => {
  const net = values.net === '' ? null : parseCentimes(values.net)
  return {
    id: policy.id,
    effective_date: values.effective_date,
    duration_code: values.duration_code,
    values: objects.flatMap(({ id, value_centimes }) => {
      const typed = parseCentimes(values.values[id] ?? '')
      return typed === null || typed === value_centimes ? [] : [{ id, value_centimes: typed }]
    }),
    ...(net !== null && {
      premium: { ...noPremium, fee_centimes: policy.fee_centimes, stamp_centimes: policy.stamp_centimes, net_premium_centimes: net },
    }),
  }
}

const usualOf = (policy: Policy, today: string): string =>
  policy.status === 'lapsed' || policy.status === 'expired' ? addDays(today, 1) : policy.expiry_date

/** «Renouveler»: the next term, at the rates of its first day; values of what is insured may be brought up to date. */
export const RenewDialog = ({ policy, onClose }: { policy: Policy; onClose: () => void }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const { duration } = useProductWords()
  const move = usePolicyMove(policy)
  const { data: product } = useRead(productOperations.getProduct, { id: policy.product_id })
  const objects = policy.objects.filter(({ until_date, value_centimes }) => until_date === null && value_centimes !== null)
  const valueText = (centimes: number) => String(centimes / 100)
  const form = useForm<Values, Policy>({
    initial: {
      effective_date: usualOf(policy, formats.today()),
      duration_code: policy.duration_code,
      cover_agreed: false,
      values: Object.fromEntries(objects.map(({ id, value_centimes }) => [id, valueText(value_centimes ?? 0)])),
      net: '',
    },
    rules: { effective_date: useDayRule() },
    send: (values, options) =>
      move.send(() =>
        call(
          policyOperations.renewPolicy,
          { ...askedOf(policy, objects, values), version: policy.version, cover_agreed: values.cover_agreed },
          options,
        ),
      ),
    done: (now) => {
      move.done(now, t`Police renouvelée jusqu’au ${formats.day(now.expiry_date)}`)
      onClose()
    },
  })
  const { data: preview, error } = useRead(policyOperations.previewRenewal, askedOf(policy, objects, form.values), {
    enabled: isDay(form.values.effective_date),
    keepPrevious: true,
  })
  const durations = [...new Set([policy.duration_code, ...(product?.durations ?? [])])]
  const tacit = policy.contract_type === 'tacit'
  const difference = preview ? preview.total_centimes - preview.before_total_centimes : 0
  return (
    <MoveForm
      title={<Trans>Renouveler la police</Trans>}
      intro={<Trans>Prime recalculée au tarif du premier jour de la nouvelle période.</Trans>}
      form={form}
      act={<Trans>Renouveler</Trans>}
      size="medium"
      onClose={onClose}
    >
      <FieldRow>
        <DayField {...form.pick('effective_date')} label={t`Nouvelle prise d’effet`} />
        <SelectField
          {...form.text('duration_code')}
          label={t`Durée`}
          options={durations.map((value) => ({ value, label: duration(value) }))}
        />
      </FieldRow>
      {objects.length > 0 && objects.length <= 10 && (
        <Fold title={<Trans>Valeurs assurées</Trans>} about={<Trans>à actualiser s’il y a lieu</Trans>}>
          {objects.map(({ id, label }) => (
            <TextField
              key={id}
              label={<bdi>{label}</bdi>}
              end="DA"
              ltr
              inputMode="decimal"
              optional
              value={form.values.values[id] ?? ''}
              onChange={(event) => form.set('values', { ...form.values.values, [id]: event.target.value })}
            />
          ))}
        </Fold>
      )}
      {error instanceof ApiProblem && (
        <Notice tone="warn">
          {error.message} <Trans>Complétez la police par un avenant, ou saisissez la prime nette ci-dessous.</Trans>
        </Notice>
      )}
      {(error instanceof ApiProblem || form.values.net !== '') && (
        <TextField {...form.text('net')} label={t`Prime nette de la nouvelle période`} end="DA" ltr inputMode="decimal" optional />
      )}
      {preview && !error && (
        <>
          <MoneyParts parts={preview.parts} total={preview.total_centimes} />
          {preview.breakdown && (
            <Fold title={<Trans>Comment c’est calculé</Trans>}>
              <PremiumView breakdown={preview.breakdown} />
            </Fold>
          )}
          <p className={classes['wait']}>
            {difference === 0 ? (
              <Trans>Même prime que pour la période en cours.</Trans>
            ) : (
              <Trans>
                Période en cours: <bdi dir="ltr">{formats.amount(preview.before_total_centimes)}</bdi>. Échéance suivante le{' '}
                {formats.day(preview.expiry_date)}.
              </Trans>
            )}
          </p>
        </>
      )}
      {!tacit && (
        <CheckField
          {...form.check('cover_agreed')}
          label={t`La garantie continue sans attendre le paiement`}
          hint={t`Sinon elle reprend le lendemain du paiement (ord. 95-07, art. 17).`}
        />
      )}
    </MoveForm>
  )
}
