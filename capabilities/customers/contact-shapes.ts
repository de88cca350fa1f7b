import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'

/** Who a contact is: a person or an organization that is or may be insured (docs/decisions.md 1). */
export const contactKinds = ['individual', 'professional', 'company', 'association', 'administration'] as const
export type ContactKind = (typeof contactKinds)[number]
/** Kinds named by a company name rather than by a last and first name. */
export const isOrganizationKind = (kind: ContactKind): boolean => kind === 'company' || kind === 'association' || kind === 'administration'
export const titles = ['mr', 'mrs', 'miss'] as const
export const contactStatuses = ['prospect', 'active', 'inactive', 'cancelled', 'litigation', 'watch', 'deceased'] as const
export const legalForms = ['eurl', 'sarl', 'spa', 'snc', 'epe', 'epic', 'ets', 'other'] as const
export const documentKinds = ['national_id', 'passport', 'driving_licence'] as const
export const maritalStatuses = ['single', 'married', 'divorced', 'widowed'] as const
export const preferredChannels = ['phone', 'email', 'sms', 'whatsapp', 'post', 'agency'] as const
export const languages = ['fr', 'ar', 'en'] as const

/** An optional text of at most so many characters. */
export const text = (max: number) => z.string().trim().max(max).nullable()
/** One of these words, or nothing. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable()

/** The fields of a contact that a person may write; also what an import may fill. */
export const contactFields = {
  kind: z.enum(contactKinds),
  title: choice(titles),
  last_name: text(120),
  first_name: text(120),
  maiden_name: text(120),
  /** The name in Arabic letters, as on identity papers. */
  name_ar: text(240),
  company_name: text(200),
  legal_form: choice(legalForms),
  birth_date: day.nullable(),
  birth_place: text(120),
  marital_status: choice(maritalStatuses),
  profession: text(120),
  employer: text(160),
  email: text(254),
  other_email: text(254),
  /** Kept as E.164 when it is a telephone number; any other text is kept as it came and flagged. */
  mobile: text(60),
  phone: text(60),
  other_phone: text(60),
  /** National identification number, 18 digits; sensitive. */
  nin: text(40),
  document_kind: choice(documentKinds),
  document_number: text(40),
  document_issued_on: day.nullable(),
  document_issued_at: text(120),
  /** Tax number. */
  nif: text(40),
  /** Statistical number. */
  nis: text(40),
  /** Trade register. */
  rc: text(40),
  /** Tax article («article d'imposition»). */
  ai: text(40),
  /** Bank account, 20 digits; sensitive. */
  rib: text(40),
  sector: text(120),
  employees: z.int().min(0).max(10_000_000).nullable(),
  revenue_centimes: centimes.min(0).nullable(),
  representative: text(160),
  address: text(300),
  address_ar: text(300),
  wilaya: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  commune: text(10),
  postcode: text(10),
  language: z.enum(languages),
  preferred_channel: choice(preferredChannels),
  status: z.enum(contactStatuses),
  source: text(60),
  remarks: text(4000),
  registered_on: day,
} as const

/** Fields shown masked unless `contact.unmask` is used, with a reason. */
export const sensitiveFields = ['nin', 'rib', 'document_number'] as const
export type SensitiveField = (typeof sensitiveFields)[number]

/** A tag as records carry it. */
export const tagRef = z.object({ id, name: z.string() })

/** A field whose value is kept but does not look right: a foreign phone, a wrong key. */
export const dataIssue = z.object({ field: z.string(), code: z.string(), message: z.string() })

const shownFields = Object.fromEntries(Object.entries(contactFields)) as typeof contactFields

/** A contact as its page shows it; sensitive fields come masked (`•••• 1234`). */
export const contact = z
  .object({
    ...shownFields,
    id,
    /** `AAAAA-NNNNNN`: agency number, then a sequence; never changes. */
    code: z.string(),
    name: z.string(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    account_id: id.nullable(),
    account_name: z.string().nullable(),
    external_id: z.string().nullable(),
    external_source: z.string().nullable(),
    valid_until: day.nullable(),
    tags: z.array(tagRef),
    issues: z.array(dataIssue),
    created_at: instant,
    created_by_name: z.string().nullable(),
    updated_at: instant,
    deleted_at: instant.nullable(),
    version: z.int(),
    can: z.object({
      edit: z.boolean(),
      delete: z.boolean(),
      assign: z.boolean(),
      unmask: z.boolean(),
      comment: z.boolean(),
      restore: z.boolean(),
    }),
  })
  .meta({ id: 'Contact' })
export type Contact = z.output<typeof contact>

/** A contact as one row of the list. */
export const contactRow = z
  .object({
    id,
    code: z.string(),
    kind: z.enum(contactKinds),
    name: z.string(),
    email: z.string().nullable(),
    mobile: z.string().nullable(),
    phone: z.string().nullable(),
    last_name: z.string().nullable(),
    first_name: z.string().nullable(),
    company_name: z.string().nullable(),
    birth_date: day.nullable(),
    address: z.string().nullable(),
    wilaya: z.string().nullable(),
    commune: z.string().nullable(),
    postcode: z.string().nullable(),
    language: z.enum(languages),
    status: z.enum(contactStatuses),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    account_id: id.nullable(),
    account_name: z.string().nullable(),
    profession: z.string().nullable(),
    sector: z.string().nullable(),
    source: z.string().nullable(),
    external_id: z.string().nullable(),
    tags: z.array(tagRef),
    registered_on: day,
    valid_until: day.nullable(),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean(), assign: z.boolean() }),
  })
  .meta({ id: 'ContactRow' })
export type ContactRow = z.output<typeof contactRow>

/** Where a record is put when it is made. */
export const placement = {
  agency_id: id.optional(),
  owner_id: id.nullable().optional(),
  account_id: id.nullable().optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  external_id: text(80).optional(),
}

export const contactInput = z
  .object({ ...contactFields })
  .partial()
  .extend(placement)

/** Reasons why two contacts look like the same one. */
export const similar = z
  .object({
    certainty: z.enum(['certain', 'probable', 'possible']),
    reasons: z.array(z.string()),
    /** Null when it belongs to an agency out of reach: announced without data (docs/decisions.md 3). */
    contact: z
      .object({
        id,
        code: z.string(),
        name: z.string(),
        agency_name: z.string(),
        mobile: z.string().nullable(),
        birth_date: day.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Similar' })
export type Similar = z.output<typeof similar>
