import { addDays, type Day } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import type { Product } from '#capabilities/products/contract.ts'
import type { InputOf } from '#kernel/shared/contract.ts'
import { partNames, policyOperations, type Policy, type PremiumParts } from '../../contract.ts'
import { readDuration } from '../../rules.ts'
import { draftOfObject, newDraft, readDraft, type ObjectDraft } from '../objects/object-draft.ts'

/** A guarantee as it is chosen: its limit and premium as typed, which of several offers. */
export interface GuaranteeDraft {
  readonly code: string
  readonly limit: string
  readonly offer: string
  readonly premium: string
}

/** A person as they are typed. */
export interface PartyDraft {
  readonly key: string
  readonly role: 'insured' | 'beneficiary' | 'driver' | 'payer'
  readonly contact_id: string
  readonly name: string
  readonly birth_date: string
  readonly licence_number: string
  readonly licence_category: string
  readonly licence_date: string
  readonly licence_wilaya: string
}

export interface PolicyFormValues {
  readonly contact_id: string
  readonly contact_name: string
  readonly product_id: string
  readonly formula_id: string
  readonly guarantees: readonly GuaranteeDraft[]
  readonly objects: readonly ObjectDraft[]
  readonly parties: readonly PartyDraft[]
  readonly effective_date: string
  readonly duration_code: string
  readonly periodicity: string
  readonly payment_mode: string
  readonly bank_account: string
  readonly convention_code: string
  /** Per cent. */
  readonly discount: string
  readonly bm_coefficient: string
  readonly vehicle_tax_paid: boolean
  /** Whether the premium is entered as a whole. */
  readonly whole: boolean
  readonly premium: Readonly<Record<keyof PremiumParts, string>>
  readonly intermediary: string
  readonly remarks: string
  readonly agency_id: string
  readonly owner_id: string
  readonly cover_agreed: boolean
  readonly existing_number: string
}

const noParts = Object.fromEntries(partNames.map((part) => [part, ''])) as Record<keyof PremiumParts, string>

/** A form of which nothing is typed yet; cover from tomorrow (art. 17 of ord. 95-07). */
export const newValues = (of: { contact_id: string; agency_id: string; owner_id: string; today: Day }): PolicyFormValues => ({
  contact_id: of.contact_id,
  contact_name: '',
  product_id: '',
  formula_id: '',
  guarantees: [],
  objects: [],
  parties: [],
  effective_date: addDays(of.today, 1),
  duration_code: '12m',
  periodicity: 'annual',
  payment_mode: '',
  bank_account: '',
  convention_code: '',
  discount: '',
  bm_coefficient: '',
  vehicle_tax_paid: false,
  whole: false,
  premium: noParts,
  intermediary: '',
  remarks: '',
  agency_id: of.agency_id,
  owner_id: of.owner_id,
  cover_agreed: false,
  existing_number: '',
})

const chosen = (code: string): GuaranteeDraft => ({ code, limit: '', offer: '', premium: '' })

/** The guarantees of a formula, those that the law asks of the product among them; what was typed of each stays. */
export const guaranteesOf = (product: Product, formulaId: string, before: readonly GuaranteeDraft[]): GuaranteeDraft[] => {
  const formula = product.formulas.find(({ id }) => id === formulaId)
  const owed = product.guarantees.filter(({ compulsory }) => compulsory).map(({ code }) => code)
  const codes = [
    ...new Set([
      ...owed,
      ...(formula?.guarantees ?? (product.formulas.length === 0 ? product.guarantees.slice(0, 1).map(({ code }) => code) : [])),
    ]),
  ]
  return product.guarantees
    .filter(({ code }) => codes.includes(code))
    .map(({ code }) => before.find((one) => one.code === code) ?? chosen(code))
}

/** A product is chosen: its usual duration, first formula, one thing of its kind. */
export const withProduct = (values: PolicyFormValues, product: Product, wilaya: string | null): PolicyFormValues => {
  const formula = product.formulas.find(({ active }) => active)
  const duration_code = product.durations.includes(values.duration_code) ? values.duration_code : (product.durations[0] ?? '12m')
  const same = values.objects[0]?.kind === product.object_kind
  return {
    ...values,
    product_id: product.id,
    formula_id: formula?.id ?? '',
    guarantees: guaranteesOf(product, formula?.id ?? '', []),
    objects: same ? values.objects : product.object_kind === 'none' ? [] : [newDraft(product.object_kind, wilaya)],
    duration_code,
    periodicity: usualPeriodicity(duration_code),
  }
}

export const usualPeriodicity = (durationCode: string): string => ((readDuration(durationCode)?.months ?? 0) >= 12 ? 'annual' : 'single')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const money = (text: string): number | null => (text.trim() === '' ? null : parseCentimes(text))
const rate = (text: string): number => {
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) ? Math.round(value * 100) : 0
}

type Terms = Omit<InputOf<typeof policyOperations.editDraft>, 'id' | 'version' | 'intermediary' | 'remarks'>

/** What is sent of the contract itself, as typed so far. */
export const termsOf = (values: PolicyFormValues): Terms => ({
  formula_id: orNull(values.formula_id),
  effective_date: values.effective_date,
  duration_code: values.duration_code,
  periodicity: values.periodicity as 'annual',
  payment_mode: (orNull(values.payment_mode) as 'cash' | null) ?? null,
  bank_account: orNull(values.bank_account),
  convention_code: orNull(values.convention_code),
  discount_rate: rate(values.discount),
  bm_coefficient: values.bm_coefficient.trim() === '' ? null : Number(values.bm_coefficient.replace(',', '.')),
  vehicle_tax_paid: values.vehicle_tax_paid,
  guarantees: values.guarantees.map(({ code, limit, offer, premium }) => ({
    code,
    limit_centimes: money(limit),
    offer: orNull(offer),
    premium_centimes: money(premium),
  })),
  objects: values.objects.map((draft) => readDraft(draft).object),
  parties: values.parties
    .filter(({ name }) => name.trim() !== '')
    .map(({ key: _, ...party }) => ({
      role: party.role,
      contact_id: orNull(party.contact_id),
      name: party.name.trim(),
      birth_date: orNull(party.birth_date),
      licence_number: orNull(party.licence_number),
      licence_category: orNull(party.licence_category) as 'B' | null,
      licence_date: orNull(party.licence_date),
      licence_wilaya: orNull(party.licence_wilaya),
    })),
  premium: values.whole
    ? (Object.fromEntries(partNames.map((part) => [part, money(values.premium[part]) ?? 0])) as unknown as PremiumParts)
    : null,
})

const typed = (centimes: number | null): string => (centimes === null ? '' : String(centimes / 100))

/** A draft that is known, ready to be typed over. */
export const valuesOfPolicy = (policy: Policy): PolicyFormValues => {
  const priced = policy.guarantees.some(({ premium_centimes }) => premium_centimes > 0)
  return {
    contact_id: policy.contact_id,
    contact_name: policy.contact_name,
    product_id: policy.product_id,
    formula_id: policy.formula_id ?? '',
    guarantees: policy.guarantees.map(({ code, limit_centimes, offer, premium_centimes }) => ({
      code,
      limit: typed(limit_centimes),
      offer: offer ?? '',
      premium: premium_centimes === 0 ? '' : typed(premium_centimes),
    })),
    objects: policy.objects.filter(({ until_date }) => until_date === null).map(draftOfObject),
    parties: policy.parties.map((party) => ({
      key: party.id,
      role: party.role,
      contact_id: party.contact_id ?? '',
      name: party.name,
      birth_date: party.birth_date ?? '',
      licence_number: party.licence_number ?? '',
      licence_category: party.licence_category ?? '',
      licence_date: party.licence_date ?? '',
      licence_wilaya: party.licence_wilaya ?? '',
    })),
    effective_date: policy.effective_date,
    duration_code: policy.duration_code,
    periodicity: policy.periodicity,
    payment_mode: policy.payment_mode ?? '',
    // As shown: sent back so, it has not changed.
    bank_account: policy.bank_account ?? '',
    convention_code: policy.convention_code ?? '',
    discount: policy.discount_rate === 0 ? '' : String(policy.discount_rate / 100),
    bm_coefficient: policy.bm_coefficient === null ? '' : String(policy.bm_coefficient),
    vehicle_tax_paid: false,
    whole: !priced && policy.total_premium_centimes > 0,
    premium: Object.fromEntries(partNames.map((part) => [part, policy[part] === 0 ? '' : typed(policy[part])])) as Record<
      keyof PremiumParts,
      string
    >,
    intermediary: policy.intermediary ?? '',
    remarks: policy.remarks ?? '',
    agency_id: policy.agency_id,
    owner_id: policy.owner_id ?? '',
    cover_agreed: false,
    existing_number: '',
  }
}
