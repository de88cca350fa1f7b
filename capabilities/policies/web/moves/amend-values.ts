import { addMonths } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import type { AmendmentAsk, Policy } from '../../contract.ts'
import { draftOfObject, newDraft, readDraft, type ObjectDraft } from '../objects/object-draft.ts'
import { valuesOfPolicy, type GuaranteeDraft } from '../policy-form/policy-values.ts'
import type { AmendmentAskKind } from './use-amendment-kinds.tsx'

/** All that an amendment may ask, of which its kind uses a part. */
export interface AmendValues {
  readonly effective_date: string
  readonly formula_id: string
  readonly guarantees: readonly GuaranteeDraft[]
  readonly object_id: string
  readonly object: ObjectDraft
  readonly object_ids: readonly string[]
  readonly contact_id: string
  readonly reason: string
  readonly expiry_date: string
  readonly payment_mode: string
  readonly bank_account: string
  readonly net: string
  readonly fee: string
  readonly note: string
}

/** The amendment as its form begins: the contract as it is. */
export const newAmendValues = (policy: Policy, kind: AmendmentAskKind, day: string): AmendValues => {
  const live = policy.objects.filter(({ until_date }) => until_date === null)
  const [object] = live
  const known = valuesOfPolicy(policy)
  const blank = newDraft(policy.object_kind, object?.wilaya ?? null)
  return {
    effective_date: day,
    formula_id: known.formula_id,
    guarantees: known.guarantees,
    object_id: object?.id ?? '',
    object: kind === 'risk' && object ? draftOfObject(object) : blank,
    object_ids: [],
    contact_id: '',
    reason: kind === 'transfer' ? 'sale' : '',
    expiry_date: addMonths(policy.expiry_date, 1),
    payment_mode: policy.payment_mode ?? '',
    bank_account: policy.bank_account ?? '',
    net: '',
    fee: '',
    note: '',
  }
}

const money = (text: string): number | null => (text.trim() === '' ? null : parseCentimes(text))

/** The amendment as it is sent; null while its kind lacks what it is about. */
export const askOf = (kind: AmendmentAskKind, values: AmendValues): AmendmentAsk | null => {
  const common = {
    effective_date: values.effective_date,
    note: values.note.trim() === '' ? null : values.note.trim(),
    net_premium_centimes: money(values.net),
    fee_centimes: money(values.fee) ?? 0,
  }
  switch (kind) {
    case 'guarantees':
      return values.guarantees.length === 0
        ? null
        : {
            kind,
            formula_id: values.formula_id || null,
            guarantees: values.guarantees.map(({ code, limit, offer, premium }) => ({
              code,
              limit_centimes: money(limit),
              offer: offer || null,
              premium_centimes: money(premium),
            })),
            ...common,
          }
    case 'vehicle':
    case 'risk':
      return values.object_id === '' ? null : { kind, object_id: values.object_id, object: readDraft(values.object).object, ...common }
    case 'addition':
      return { kind, objects: [readDraft(values.object).object], ...common }
    case 'removal':
      return values.object_ids.length === 0 ? null : { kind, object_ids: [...values.object_ids], ...common }
    case 'transfer':
      return values.contact_id === '' ? null : { kind, contact_id: values.contact_id, reason: values.reason as 'sale', ...common }
    case 'extension':
      return { kind, expiry_date: values.expiry_date, ...common }
    case 'refund': {
      const amount = money(values.net)
      return amount === null || amount <= 0 || values.reason.trim().length < 3
        ? null
        : { kind, reason: values.reason.trim(), ...common, net_premium_centimes: -amount }
    }
    case 'bank_details':
      return {
        kind,
        payment_mode: (values.payment_mode || null) as 'cash' | null,
        bank_account: values.bank_account.trim() === '' ? null : values.bank_account.trim(),
        ...common,
      }
  }
}
