import type { GuaranteeInput, ObjectInput, PartyInput } from './fields.ts'
import type { AmendmentAsk } from './inputs.ts'
import type { FieldChange } from './rows.ts'

/** What of a contract an amendment may change, as far as its price depends on it. */
export interface AmendableTerms {
  readonly formula_id: string | null
  readonly discount_rate: number
  readonly guarantees: readonly GuaranteeInput[]
  readonly objects: readonly (ObjectInput & { readonly id?: string | undefined })[]
  readonly parties: readonly PartyInput[]
}

/** What is compared of a guarantee: present or not, and how. */
const heldAs = (guarantee: GuaranteeInput | undefined) =>
  guarantee === undefined
    ? null
    : {
        limit_centimes: guarantee.limit_centimes,
        offer: guarantee.offer,
        ...(guarantee.deductible_centimes !== undefined && { deductible_centimes: guarantee.deductible_centimes }),
      }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Guarantees added, taken away or changed, one line each: `guarantee.VIV`. */
export const guaranteeChanges = (before: readonly GuaranteeInput[], after: readonly GuaranteeInput[]): FieldChange[] => {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const is = after.find((one) => one.code === code)
    const was = before.find((one) => one.code === code)
    // A deductible that is not asked for stays as it is.
    const kept = was === undefined || is?.deductible_centimes === undefined ? was && { ...was, deductible_centimes: undefined } : was
    return same(heldAs(kept), heldAs(is)) ? [] : [{ field: `guarantee.${code}`, before: heldAs(kept), after: heldAs(is) }]
  })
}

const ownFields = ['plate', 'chassis', 'wilaya', 'commune', 'address', 'value_centimes'] as const

/** Every field of a thing that differs: its own, and those of its kind as `details.power`. */
export const objectChanges = (before: ObjectInput, after: ObjectInput): FieldChange[] => {
  const own = ownFields.flatMap((field) =>
    same(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  )
  const keys = [...new Set([...Object.keys(before.details), ...Object.keys(after.details)])]
  const details = keys.flatMap((key) =>
    same(before.details[key], after.details[key])
      ? []
      : [{ field: `details.${key}`, before: before.details[key] ?? null, after: after.details[key] ?? null }],
  )
  return [...own, ...details]
}

/** The contract as an amendment makes it, for pricing; kinds that change no risk leave it as it is. */
export const amendTerms = <T extends AmendableTerms>(terms: T, ask: AmendmentAsk): T => {
  switch (ask.kind) {
    case 'guarantees':
      return { ...terms, formula_id: ask.formula_id, guarantees: ask.guarantees, discount_rate: ask.discount_rate ?? terms.discount_rate }
    case 'vehicle':
    case 'risk':
      return {
        ...terms,
        objects: terms.objects.map((object) => (object.id === ask.object_id ? { ...ask.object, id: ask.object_id } : object)),
      }
    case 'addition':
      return { ...terms, objects: [...terms.objects, ...ask.objects] }
    case 'removal':
      return { ...terms, objects: terms.objects.filter(({ id }) => id === undefined || !ask.object_ids.includes(id)) }
    default:
      return terms
  }
}

/** Kinds that add cover or may: they never reach back, for what has happened is not insured. */
export const addsCover: ReadonlySet<AmendmentAsk['kind']> = new Set(['guarantees', 'vehicle', 'addition', 'extension'])
/** Kinds whose price is reckoned again from the risk. */
export const pricedAgain: ReadonlySet<AmendmentAsk['kind']> = new Set(['guarantees', 'vehicle', 'risk', 'addition', 'removal'])
