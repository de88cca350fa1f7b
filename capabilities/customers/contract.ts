import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, centimes, day, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'

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

const text = (max: number) => z.string().trim().max(max).nullable()
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable()

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

const tagRef = z.object({ id, name: z.string() })

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

const placement = {
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

export const accountKinds = ['company', 'household'] as const
export const memberRoles = ['head', 'spouse', 'child', 'parent', 'employee', 'manager', 'representative', 'subsidiary', 'other'] as const

export const accountFields = {
  name: z.string().trim().min(1).max(200),
  kind: z.enum(accountKinds),
  sector: text(120),
  employees: z.int().min(0).max(10_000_000).nullable(),
  revenue_centimes: centimes.min(0).nullable(),
  nif: text(40),
  rc: text(40),
  phone: text(60),
  email: text(254),
  website: text(200),
  address: text(300),
  wilaya: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  commune: text(10),
  postcode: text(10),
  remarks: text(4000),
} as const

export const account = z
  .object({
    ...accountFields,
    id,
    code: z.string(),
    parent_id: id.nullable(),
    parent_name: z.string().nullable(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    external_id: z.string().nullable(),
    external_source: z.string().nullable(),
    contacts: z.int(),
    tags: z.array(tagRef),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean(), assign: z.boolean(), restore: z.boolean() }),
  })
  .meta({ id: 'Account' })
export type Account = z.output<typeof account>

export const member = z
  .object({
    contact_id: id,
    code: z.string(),
    name: z.string(),
    role: z.enum(memberRoles),
    since: day.nullable(),
    until: day.nullable(),
    main: z.boolean(),
    mobile: z.string().nullable(),
  })
  .meta({ id: 'AccountMember' })

/** One change of one field in a record's history. */
export const fieldChange = z
  .object({ at: instant, by: z.string(), operation: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'FieldChange' })

const bulkTarget = { ids: z.array(id).min(1).max(1000) }
const bulkResult = z.object({
  done: z.int(),
  refused: z.array(z.object({ id, code: z.string(), message: z.string() })),
  undo: z.string().nullable(),
})
const accountInput = z.object(accountFields).partial().extend({
  parent_id: id.nullable().optional(),
  agency_id: id.optional(),
  owner_id: id.nullable().optional(),
  tags: placement.tags,
  external_id: placement.external_id,
})

export const customerOperations = {
  listContacts: operation({
    name: 'contact.list',
    method: 'GET',
    path: '/contacts',
    access: 'contact.view',
    summary: 'Contacts within reach; `filter` `{"deleted":true}` shows the bin.',
    input: listQuery,
    output: listOf(contactRow),
  }),
  getContact: operation({
    name: 'contact.get',
    method: 'GET',
    path: '/contacts/:id',
    access: 'contact.view',
    summary: 'One contact.',
    input: byId,
    output: contact,
  }),
  createContact: operation({
    name: 'contact.create',
    method: 'POST',
    path: '/contacts',
    access: 'contact.create',
    status: 201,
    summary: 'Add a contact. A certain duplicate is refused (409) unless `accept_duplicate` is true.',
    input: contactInput.extend({ accept_duplicate: z.boolean().default(false) }),
    output: contact,
  }),
  updateContact: operation({
    name: 'contact.update',
    method: 'PATCH',
    path: '/contacts/:id',
    access: 'contact.edit',
    summary:
      'Change fields of a contact. When another person changed the same field since `version`, 409 with the current record; other fields merge.',
    input: contactInput.omit({ agency_id: true, owner_id: true }).extend({ id, version: z.int() }),
    output: contact,
  }),
  assignContact: operation({
    name: 'contact.assign',
    method: 'POST',
    path: '/contacts/:id/assign',
    access: 'contact.assign',
    summary: 'Give a contact to another owner or agency.',
    input: z.object({ id, agency_id: id.optional(), owner_id: id.nullable().optional() }),
    output: contact,
  }),
  deleteContact: operation({
    name: 'contact.delete',
    method: 'DELETE',
    path: '/contacts/:id',
    access: 'contact.delete',
    summary: 'Put a contact into the bin for 90 days.',
    input: byId,
    output: z.object({}),
  }),
  restoreContact: operation({
    name: 'contact.restore',
    method: 'POST',
    path: '/contacts/:id/restore',
    access: 'contact.delete',
    summary: 'Take a contact out of the bin, with all that hangs on it.',
    input: byId,
    output: contact,
  }),
  unmaskContact: operation({
    name: 'contact.unmask',
    method: 'POST',
    path: '/contacts/:id/unmask',
    access: 'contact.unmask',
    summary: 'See sensitive fields in clear; the reason is journalled.',
    input: z.object({ id, fields: z.array(z.enum(sensitiveFields)).min(1), reason: z.string().trim().min(5).max(300) }),
    output: z.object({ values: z.record(z.string(), z.string().nullable()) }),
  }),
  findSimilar: operation({
    name: 'contact.similar',
    method: 'POST',
    path: '/contacts/similar',
    access: 'contact.view',
    readOnly: true,
    summary: 'Contacts that look like this one, while it is typed.',
    input: contactInput.extend({ except: id.optional() }),
    output: z.object({ data: z.array(similar) }),
  }),
  contactHistory: operation({
    name: 'contact.history',
    method: 'GET',
    path: '/contacts/:id/history',
    access: 'contact.view',
    summary: 'Every change of every field, newest first; sensitive values masked.',
    input: z.object({
      id,
      field: z.string().max(60).optional(),
      limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    output: z.object({ data: z.array(fieldChange), next_cursor: z.string().nullable() }),
  }),
  contactAccounts: operation({
    name: 'contact.accounts',
    method: 'GET',
    path: '/contacts/:id/accounts',
    access: 'contact.view',
    summary: 'Companies and households of a contact.',
    input: byId,
    output: z.object({
      data: z.array(
        z.object({
          account_id: id,
          name: z.string(),
          kind: z.enum(accountKinds),
          role: z.enum(memberRoles),
          main: z.boolean(),
          since: day.nullable(),
          until: day.nullable(),
        }),
      ),
    }),
  }),
  bulkCreateContacts: operation({
    name: 'contact.bulk',
    method: 'POST',
    path: '/contacts/bulk',
    access: 'contact.create',
    summary: 'Up to 1,000 contacts at once, with a result for each.',
    input: z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1).max(1000) }),
    output: z.object({
      data: z.array(z.object({ status: z.int(), id: id.nullable(), code: z.string().nullable(), message: z.string().nullable() })),
    }),
  }),
  bulkAssignContacts: operation({
    name: 'contact.bulk_assign',
    method: 'POST',
    path: '/contacts/bulk-assign',
    access: 'contact.assign',
    summary: 'Give several contacts to an owner or agency; `undo` takes it back.',
    input: z.object({ ...bulkTarget, agency_id: id.optional(), owner_id: id.nullable().optional() }),
    output: bulkResult,
  }),
  bulkTagContacts: operation({
    name: 'contact.bulk_tag',
    method: 'POST',
    path: '/contacts/bulk-tag',
    access: 'contact.edit',
    summary: 'Add or remove tags on several contacts; `undo` takes it back.',
    input: z.object({
      ...bulkTarget,
      add: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
      remove: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
    }),
    output: bulkResult,
  }),
  bulkDeleteContacts: operation({
    name: 'contact.bulk_delete',
    method: 'POST',
    path: '/contacts/bulk-delete',
    access: 'contact.delete',
    summary: 'Put several contacts into the bin; `undo` takes it back.',
    input: z.object(bulkTarget),
    output: bulkResult,
  }),
  undoBulk: operation({
    name: 'contact.undo',
    method: 'POST',
    path: '/contacts/undo',
    access: 'contact.view',
    summary: 'Take back one’s own bulk action within the hour; records edited since are left and named.',
    input: z.object({ undo: id }),
    output: z.object({ restored: z.int(), kept: z.int() }),
  }),
  listTags: operation({
    name: 'tag.list',
    method: 'GET',
    path: '/tags',
    access: 'contact.view',
    summary: 'The tags in use, by name.',
    input: z.object({ q: z.string().trim().max(60).optional() }),
    output: z.object({ data: z.array(tagRef) }),
  }),

  listAccounts: operation({
    name: 'account.list',
    method: 'GET',
    path: '/accounts',
    access: 'account.view',
    summary: 'Companies and households within reach.',
    input: listQuery,
    output: listOf(account),
  }),
  getAccount: operation({
    name: 'account.get',
    method: 'GET',
    path: '/accounts/:id',
    access: 'account.view',
    summary: 'One account.',
    input: byId,
    output: account,
  }),
  createAccount: operation({
    name: 'account.create',
    method: 'POST',
    path: '/accounts',
    access: 'account.create',
    status: 201,
    summary: 'Add a company or household.',
    input: accountInput.required({ name: true, kind: true }),
    output: account,
  }),
  updateAccount: operation({
    name: 'account.update',
    method: 'PATCH',
    path: '/accounts/:id',
    access: 'account.edit',
    summary: 'Change an account.',
    input: accountInput.omit({ agency_id: true, owner_id: true }).extend({ id, version: z.int() }),
    output: account,
  }),
  assignAccount: operation({
    name: 'account.assign',
    method: 'POST',
    path: '/accounts/:id/assign',
    access: 'account.assign',
    summary: 'Give an account to another owner or agency.',
    input: z.object({ id, agency_id: id.optional(), owner_id: id.nullable().optional() }),
    output: account,
  }),
  deleteAccount: operation({
    name: 'account.delete',
    method: 'DELETE',
    path: '/accounts/:id',
    access: 'account.delete',
    summary: 'Put an account into the bin for 90 days; its contacts stay.',
    input: byId,
    output: z.object({}),
  }),
  restoreAccount: operation({
    name: 'account.restore',
    method: 'POST',
    path: '/accounts/:id/restore',
    access: 'account.delete',
    summary: 'Take an account out of the bin.',
    input: byId,
    output: account,
  }),
  listMembers: operation({
    name: 'account.members',
    method: 'GET',
    path: '/accounts/:id/members',
    access: 'account.view',
    summary: 'The contacts of an account within reach, and how many more there are.',
    input: byId,
    output: z.object({ data: z.array(member), out_of_reach: z.int() }),
  }),
  setMember: operation({
    name: 'account.set_member',
    method: 'PUT',
    path: '/accounts/:id/members/:contact_id',
    access: 'account.edit',
    summary: 'Add a contact to an account, or change its role.',
    input: z.object({
      id,
      contact_id: id,
      role: z.enum(memberRoles).default('other'),
      since: day.nullable().default(null),
      until: day.nullable().default(null),
      main: z.boolean().default(false),
    }),
    output: member,
  }),
  removeMember: operation({
    name: 'account.remove_member',
    method: 'DELETE',
    path: '/accounts/:id/members/:contact_id',
    access: 'account.edit',
    summary: 'Take a contact out of an account.',
    input: z.object({ id, contact_id: id }),
    output: z.object({}),
  }),
} as const
