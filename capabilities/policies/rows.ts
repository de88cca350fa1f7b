import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'
import { amendmentKinds, guaranteeFields, objectKinds, partyRoles, paymentModes, periodicities, premiumParts } from './fields.ts'
import { contractTypes, policyStatuses } from './rules.ts'

/** A policy as one line of a client's profile. `status` is that of the day; `suspended_from` stands while it is suspended. */
export const policyLine = z
  .object({
    id,
    number: z.string(),
    status: z.enum(policyStatuses),
    product_id: id,
    product_code: z.string(),
    product_name: z.string(),
    product_name_ar: z.string().nullable(),
    branch: z.string(),
    formula_name: z.string().nullable(),
    object_kind: z.enum(objectKinds),
    insured_label: z.string().nullable(),
    /** How many things it insures: a fleet has many. */
    objects: z.int(),
    contract_type: z.enum(contractTypes),
    effective_date: day,
    expiry_date: day,
    end_date: day.nullable(),
    end_reason: z.string().nullable(),
    suspended_from: day.nullable(),
    net_premium_centimes: centimes,
    total_premium_centimes: centimes,
    /** When the notice of expiry of the present term was made. */
    noticed_on: day.nullable(),
    /** The same thing is insured by another policy too (art. 33 of ord. 95-07). */
    doubly_insured: z.boolean(),
    agency_id: id,
    agency_name: z.string(),
    can: z.object({ edit: z.boolean(), renew: z.boolean() }),
  })
  .meta({ id: 'PolicyLine' })
export type PolicyLine = z.output<typeof policyLine>

/** The policies of a contact: those within reach, and how many more lie in agencies out of it. */
export const policiesOfContact = z.object({
  data: z.array(policyLine),
  /** Policies in agencies out of reach: told as a count only (docs/decisions.md 2). */
  elsewhere: z.int(),
  /** Yearly premiums and number of those whose cover runs today, within reach. */
  in_force: z.object({ count: z.int(), total_premium_centimes: centimes }),
})
export type PoliciesOfContact = z.output<typeof policiesOfContact>

/** A policy as one row of the list. */
export const policyRow = z
  .object({
    id,
    number: z.string(),
    status: z.enum(policyStatuses),
    contact_id: id,
    contact_name: z.string(),
    contact_code: z.string(),
    product_id: id,
    product_name: z.string(),
    product_name_ar: z.string().nullable(),
    branch: z.string(),
    formula_name: z.string().nullable(),
    insured_label: z.string().nullable(),
    contract_type: z.enum(contractTypes),
    duration_code: z.string(),
    periodicity: z.enum(periodicities),
    subscribed_on: day,
    effective_date: day,
    expiry_date: day,
    end_date: day.nullable(),
    end_reason: z.string().nullable(),
    net_premium_centimes: centimes,
    total_premium_centimes: centimes,
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    intermediary: z.string().nullable(),
    external_id: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
    version: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'PolicyRow' })
export type PolicyRow = z.output<typeof policyRow>

/** Something insured, as the policy shows it. `until_date` is the first day on which it no longer is. */
export const insuredObject = z
  .object({
    id,
    kind: z.enum(objectKinds),
    label: z.string(),
    plate: z.string().nullable(),
    chassis: z.string().nullable(),
    wilaya: z.string().nullable(),
    commune: z.string().nullable(),
    address: z.string().nullable(),
    value_centimes: centimes.nullable(),
    details: z.record(z.string(), z.unknown()),
    from_date: day,
    until_date: day.nullable(),
    /** What does not look right about it: a plate of another kind of vehicle, a year to come. */
    doubts: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'InsuredObject' })
export type InsuredObject = z.output<typeof insuredObject>

export const policyParty = z
  .object({
    id,
    role: z.enum(partyRoles),
    contact_id: id.nullable(),
    contact_code: z.string().nullable(),
    name: z.string(),
    birth_date: day.nullable(),
    licence_number: z.string().nullable(),
    licence_category: z.string().nullable(),
    licence_date: day.nullable(),
    licence_wilaya: z.string().nullable(),
  })
  .meta({ id: 'PolicyParty' })
export type PolicyParty = z.output<typeof policyParty>

/** One field that an amendment changed. */
export const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldChange = z.output<typeof fieldChange>

export const policyAmendment = z
  .object({
    id,
    number: z.int(),
    kind: z.enum(amendmentKinds),
    effective_date: day,
    reason: z.string().nullable(),
    note: z.string().nullable(),
    net_premium_centimes: centimes,
    total_premium_centimes: centimes,
    changes: z.array(fieldChange),
    document_id: id.nullable(),
    made_by_name: z.string(),
    made_at: instant,
  })
  .meta({ id: 'PolicyAmendment' })
export type PolicyAmendment = z.output<typeof policyAmendment>

export const termOutcomes = ['open', 'renewed', 'not_renewed'] as const

/** A stretch of cover, and how it ended. */
export const policyTerm = z
  .object({
    number: z.int(),
    effective_date: day,
    expiry_date: day,
    net_premium_centimes: centimes,
    total_premium_centimes: centimes,
    paid_on: day.nullable(),
    outcome: z.enum(termOutcomes),
    outcome_reason: z.string().nullable(),
    outcome_note: z.string().nullable(),
    outcome_on: day.nullable(),
    noticed_on: day.nullable(),
    notice_amount_centimes: centimes.nullable(),
  })
  .meta({ id: 'PolicyTerm' })
export type PolicyTerm = z.output<typeof policyTerm>

export const suspension = z.object({ from_date: day, until_date: day.nullable(), reason: z.string() })

/** Another policy that insures the same thing; `policy` is null when it lies out of reach: announced without data (docs/decisions.md 3). */
export const doubleInsurance = z
  .object({
    /** Position of the thing among those asked about. */
    object: z.int(),
    by: z.enum(['plate', 'chassis', 'place']),
    policy: z
      .object({
        id,
        number: z.string(),
        status: z.enum(policyStatuses),
        product_name: z.string(),
        product_name_ar: z.string().nullable(),
        contact_id: id,
        contact_name: z.string(),
        insured_label: z.string(),
        effective_date: day,
        expiry_date: day,
      })
      .nullable(),
  })
  .meta({ id: 'DoubleInsurance' })
export type DoubleInsurance = z.output<typeof doubleInsurance>

/** A policy as its page shows it: the contract, its present term, and all that hangs on it. */
export const policy = z
  .object({
    id,
    number: z.string(),
    /** The state of the day. */
    status: z.enum(policyStatuses),
    status_since: day,
    contact_id: id,
    contact_name: z.string(),
    contact_code: z.string(),
    product_id: id,
    product_code: z.string(),
    product_name: z.string(),
    product_name_ar: z.string().nullable(),
    branch: z.string(),
    object_kind: z.enum(objectKinds),
    formula_id: id.nullable(),
    formula_name: z.string().nullable(),
    formula_name_ar: z.string().nullable(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    intermediary: z.string().nullable(),
    contract_type: z.enum(contractTypes),
    duration_code: z.string(),
    periodicity: z.enum(periodicities),
    payment_mode: z.enum(paymentModes).nullable(),
    /** Only its last four figures. */
    bank_account: z.string().nullable(),
    subscribed_on: day,
    effective_date: day,
    effective_time: z.string().nullable(),
    expiry_date: day,
    /** Month and day of the anniversary, `MM-DD`. */
    anniversary: z.string().nullable(),
    end_date: day.nullable(),
    end_reason: z.string().nullable(),
    /** True while the cover of the latest term waits for its payment. */
    cover_awaits_payment: z.boolean(),
    convention_code: z.string().nullable(),
    /** Hundredths of a per cent. */
    discount_rate: z.int(),
    bm_coefficient: z.number().nullable(),
    insured_label: z.string().nullable(),
    ...premiumParts,
    total_premium_centimes: centimes,
    commission_centimes: centimes,
    management_commission_centimes: centimes,
    remarks: z.string().nullable(),
    external_id: z.string().nullable(),
    external_source: z.string().nullable(),
    created_at: instant,
    created_by_name: z.string().nullable(),
    updated_at: instant,
    version: z.int(),
    guarantees: z.array(z.object({ ...guaranteeFields, name: z.string(), name_ar: z.string().nullable(), compulsory: z.boolean() })),
    objects: z.array(insuredObject),
    parties: z.array(policyParty),
    terms: z.array(policyTerm),
    amendments: z.array(policyAmendment),
    suspensions: z.array(suspension),
    double_insurance: z.array(doubleInsurance),
    can: z.object({
      edit: z.boolean(),
      issue: z.boolean(),
      amend: z.boolean(),
      suspend: z.boolean(),
      reinstate: z.boolean(),
      renew: z.boolean(),
      decline_renewal: z.boolean(),
      cancel: z.boolean(),
      void: z.boolean(),
      comment: z.boolean(),
      attach: z.boolean(),
    }),
  })
  .meta({ id: 'Policy' })
export type Policy = z.output<typeof policy>
