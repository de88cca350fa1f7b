import { useMemo } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { policyOperations } from '#capabilities/policies/contract.ts'
import { receivableOperations } from '../../contract.ts'
import { breakdownFields, receivableKinds, type Breakdown, type ReceivableKind } from '../../fields.ts'
import { Amount } from '../amount.tsx'
import { MoneyField } from '../money-field.tsx'
import { optionsOf, useReceivableWords } from '../use-receivable-words.ts'
import classes from '../receivables.module.css'

type Part = keyof Breakdown
type Values = {
  kind: ReceivableKind
  policy_id: string
  due_date: string
  remarks: string
} & { [Field in Part]: number | null }

const parts = Object.keys(breakdownFields) as Part[]
const none = Object.fromEntries(parts.map((part) => [part, null])) as { [Field in Part]: null }
const sumOf = (values: Values): number => parts.reduce((sum, part) => sum + (values[part] ?? 0), 0)

/** «Nouvelle quittance»: what a customer owes outside of issues and renewals, with its parts. */
export const NewBillDialog = ({ contactId, name, onClose }: { contactId: string; name: string; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const words = useReceivableWords()
  const formats = useFormats()
  const policies = useMemo(
    () => ({
      search: async (text: string, signal: AbortSignal) => {
        const page = await call(
          policyOperations.listPolicies,
          { ...(text.trim() !== '' && { q: text.trim() }), filter: JSON.stringify({ contact_id: contactId }), limit: 30, total: 'none' },
          { signal },
        )
        return page.data.map((policy) => ({ value: policy.id, label: policy.number, detail: policy.product_name }))
      },
    }),
    [contactId],
  )
  const initial: Values = { kind: 'adjustment', policy_id: '', due_date: formats.today(), remarks: '', ...none }
  const form = useForm<Values, { number: string }>({
    initial,
    draft: `bill/${contactId}`,
    rules: {
      net_premium_centimes: (_, values) => (sumOf(values) === 0 ? t`Saisissez au moins un montant.` : null),
      due_date: (day) => (isDay(day) ? null : t`Écrivez la date comme 23/11/2026.`),
    },
    send: ({ policy_id, ...values }, options) =>
      call(
        receivableOperations.createReceivable,
        {
          ...values,
          ...(Object.fromEntries(parts.map((part) => [part, values[part] ?? 0])) as Breakdown),
          contact_id: contactId,
          policy_id: policy_id === '' ? null : policy_id,
        },
        options,
      ),
    done: async ({ number }) => {
      await refreshObjects(client, ['receivable', 'contact'])
      toast(t`Quittance ${number} émise`)
      onClose()
    },
  })
  const total = sumOf(form.values)
  return (
    <Dialog title={t`Nouvelle quittance`} intro={<bdi>{name}</bdi>} onClose={onClose}>
      <FormFrame form={form} initial={initial} className={classes['form']}>
        <FieldRow>
          <SelectField
            {...form.text('kind')}
            label={t`Type`}
            options={optionsOf(words.kind).filter(({ value }) => receivableKinds.includes(value))}
            data-first=""
          />
          <DayField {...form.pick('due_date')} label={t`Échéance`} />
        </FieldRow>
        <PickField
          name="policy_id"
          label={t`Police`}
          optional
          clearable
          source={policies}
          value={form.values.policy_id || null}
          shown={null}
          onChange={(value) => form.set('policy_id', value ?? '')}
        />
        <FieldRow>
          <MoneyField {...form.pick('net_premium_centimes')} label={words.part.net_premium_centimes} />
          <MoneyField {...form.pick('fee_centimes')} label={words.part.fee_centimes} optional />
          <MoneyField {...form.pick('vat_centimes')} label={words.part.vat_centimes} optional />
        </FieldRow>
        <Fold title={t`Autres taxes et remarque`}>
          <FieldRow>
            <MoneyField {...form.pick('fga_centimes')} label={words.part.fga_centimes} optional />
            <MoneyField {...form.pick('stamp_centimes')} label={words.part.stamp_centimes} optional />
          </FieldRow>
          <FieldRow>
            <MoneyField {...form.pick('graded_stamp_centimes')} label={words.part.graded_stamp_centimes} optional />
            <MoneyField {...form.pick('vehicle_tax_centimes')} label={words.part.vehicle_tax_centimes} optional />
          </FieldRow>
          <TextField {...form.text('remarks')} label={t`Remarque`} optional maxLength={1000} />
        </Fold>
        <p className={classes['total']}>
          <span>{form.values.kind === 'refund' ? <Trans>À rendre au client</Trans> : <Trans>Total</Trans>}</span>
          <Amount centimes={total} strong />
        </p>
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Émettre la quittance</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
