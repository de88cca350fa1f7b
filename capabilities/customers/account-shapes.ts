import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'
import { placement, tagRef, text } from './contact-shapes.ts'

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

/** What may be sent of an account. */
export const accountInput = z.object(accountFields).partial().extend({
  parent_id: id.nullable().optional(),
  agency_id: id.optional(),
  owner_id: id.nullable().optional(),
  tags: placement.tags,
  external_id: placement.external_id,
})
