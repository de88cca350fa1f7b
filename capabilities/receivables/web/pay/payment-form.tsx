import { useState, type KeyboardEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { DuesOfContact } from '../../answers.ts'
import { receivableOperations } from '../../contract.ts'
import type { PaymentMode } from '../../fields.ts'
import type { Payment } from '../../rows.ts'
import { paperOf } from '../../rules.ts'
import { Amount } from '../amount.tsx'
import { MoneyField } from '../money-field.tsx'
import { CashNotice } from './cash-notice.tsx'
import { CreditNotice } from './credit-notice.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { lastMode, modeOfKey, rememberMode } from './mode-keys.ts'
import { PaperFields } from './paper-fields.tsx'
import { askedBy, cashOf, planPayment, usualChoice } from './plan-payment.ts'
import { ShareList } from './share-list.tsx'
import { useFirst } from './use-first.ts'
import { usePaperRules } from './use-paper-rules.ts'
import classes from './pay.module.css'

interface PaymentFormProps {
  readonly dues: DuesOfContact
  readonly receivableId: string | null
  readonly onClose: () => void
  readonly onDone: (payment: Payment) => Promise<void>
  /** The customer's credit was allocated: what is due has changed. */
  readonly onCredit: () => void
}

interface Values {
  /** Null while it follows what the chosen bills ask. */
  amount: number | null
  edited: boolean
  chosen: readonly string[]
  typed: Readonly<Record<string, number>> | null
  mode: PaymentMode
  reference: string
  bank: string
  paid_on: string
  note: string
  confirm_cash: boolean
}

/** Amount, mode, bills: three looks and Enter. What was typed is kept until it is sent. */
export const PaymentForm = ({ dues, receivableId, onClose, onDone, onCredit }: PaymentFormProps) => {
  const { t } = useLingui()
  const formats = useFormats()
  const paperRules = usePaperRules()
  const first = useFirst()
  const today = formats.today()
  const [initial] = useState<Values>(() => ({
    amount: null,
    edited: false,
    chosen: [...usualChoice(dues.bills, receivableId, today)],
    typed: null,
    mode: lastMode(),
    reference: '',
    bank: '',
    paid_on: today,
    note: '',
    confirm_cash: false,
  }))
  const amountOf = (values: Values): number => (values.edited ? (values.amount ?? 0) : askedBy(dues.bills, new Set(values.chosen)))
  const planFor = (values: Values) =>
    planPayment(dues.bills, { chosen: new Set(values.chosen), amount: amountOf(values), typed: values.typed })
  const form = useForm<Values, Payment>({
    initial,
    secret: ['paid_on', 'confirm_cash'],
    draft: `payment/${dues.contact.id}/${receivableId ?? ''}`,
    rules: {
      amount: (_, values) =>
        amountOf(values) === 0 && values.mode !== 'offset'
          ? t`Saisissez le montant reçu.`
          : planFor(values).rest < 0
            ? t`La répartition dépasse ce montant.`
            : null,
      ...paperRules,
      paid_on: (value) =>
        !isDay(value) ? t`Écrivez la date comme 23/11/2026.` : value > today ? t`Un paiement ne se date pas d’un jour à venir.` : null,
      confirm_cash: (confirmed, values) => {
        const rule = cashOf(values.mode, dues.bills, planFor(values))
        return rule === 'block'
          ? t`Choisissez un autre mode.`
          : rule === 'warn' && !confirmed
            ? t`Confirmez, ou choisissez un autre mode.`
            : null
      },
    },
    send: (values, options) => {
      const plan = planFor(values)
      return call(
        receivableOperations.recordPayment,
        {
          contact_id: dues.contact.id,
          amount_centimes: amountOf(values),
          mode: values.mode,
          reference: values.reference,
          bank: values.bank,
          note: values.note,
          paid_on: values.paid_on,
          confirm_cash: values.confirm_cash,
          ...(plan.shares.length > 0 ? { allocations: [...plan.shares] } : { allocate: 'none' as const }),
        },
        options,
      )
    },
    done: async (payment, values) => {
      rememberMode(values.mode)
      await onDone(payment)
    },
  })
  const { values, set } = form
  const [asked, setAsked] = useState<'reference' | null>(null)
  const amount = amountOf(values)
  const chosen = new Set(values.chosen)
  const plan = planFor(values)
  const cash = cashOf(values.mode, dues.bills, plan)
  const choose = (mode: PaymentMode) => {
    set('mode', mode)
    set('confirm_cash', false)
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const field = event.target instanceof HTMLInputElement ? event.target : null
    const typing = field !== null && field.type === 'text' && field.name !== 'amount'
    const mode = typing || event.target instanceof HTMLTextAreaElement ? null : modeOfKey(event)
    if (mode === null) return
    event.preventDefault()
    choose(mode)
    setAsked(paperOf(mode).reference === 'required' ? 'reference' : null)
  }
  const pressed = formats.amount(amount)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one key chooses the mode, wherever no text is typed
    <div onKeyDown={keys}>
      <FormFrame form={form} initial={initial} className={classes['form']}>
        <div className={classes['amount']}>
          <MoneyField
            name="amount"
            label={t`Montant reçu`}
            ref={first}
            error={form.errors.amount}
            value={values.edited ? values.amount : amount}
            onChange={(centimes) => {
              set('edited', true)
              set('amount', centimes)
            }}
          />
        </div>
        {values.edited && amount !== askedBy(dues.bills, chosen) && askedBy(dues.bills, chosen) > 0 && (
          <p className={classes['usual']}>
            <Button kind="link" onClick={() => set('edited', false)}>
              <Trans>
                Reprendre ce qui est dû: <Amount centimes={askedBy(dues.bills, chosen)} />
              </Trans>
            </Button>
          </p>
        )}
        <ModeChoice value={values.mode} onChange={choose} />
        <PaperFields key={values.mode} form={form} mode={values.mode} banks={dues.banks} first={asked === 'reference'} />
        <CashNotice rule={cash} {...form.check('confirm_cash')} />
        {dues.unallocated_centimes > 0 && dues.bills.some((bill) => bill.balance_centimes > 0) && (
          <CreditNotice contactId={dues.contact.id} credit={dues.unallocated_centimes} onDone={onCredit} />
        )}
        {dues.bills.length === 0 ? (
          <Notice tone="info">
            <Trans>Rien n’est dû: ce qui est reçu reste au client (avoir) et réglera ses prochaines quittances.</Trans>
          </Notice>
        ) : (
          <ShareList
            bills={dues.bills}
            chosen={chosen}
            plan={plan}
            typed={values.typed}
            onChoose={(id, on) => set('chosen', on ? [...values.chosen, id] : values.chosen.filter((one) => one !== id))}
            onType={(typed) => set('typed', typed)}
          />
        )}
        <Fold title={t`Date et remarque`}>
          <div className={classes['row']}>
            <DayField {...form.pick('paid_on')} label={t`Reçu le`} max={today} />
            <TextField {...form.text('note')} label={t`Remarque`} optional maxLength={500} />
          </div>
        </Fold>
        <div className={classes['acts']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy} disabled={cash === 'block'}>
            {values.mode === 'offset' && amount === 0 ? <Trans>Compenser</Trans> : <Trans>Encaisser {pressed}</Trans>}
          </Button>
        </div>
      </FormFrame>
    </div>
  )
}
