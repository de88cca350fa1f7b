import { z } from 'zod'
import { id, instant } from '#kernel/shared/paging.ts'
import { reaches } from '#kernel/shared/rights.ts'
import { organization } from '#capabilities/organization/contract.ts'

/** Version of the rules and conditions that a person accepts at sign-up; kept with the time. */
export const termsVersion = '2026-11'

export const roles = ['administrator', 'supervisor', 'editor', 'user'] as const
export type Role = (typeof roles)[number]
export const languages = ['fr', 'ar', 'en'] as const
export type Language = (typeof languages)[number]

/** At least 10 characters, at most 200; the common ones are refused by the server. */
export const password = z.string().min(10).max(200)
/** An e-mail address. */
export const email = z.email().max(254)
/** The name of a person. */
export const name = z.string().trim().min(2).max(120)
/** An optional text of at most so many characters. */
export const optionalText = (max: number) => z.string().trim().max(max).nullable()
/** Letters, digits, `.`, `_`, `-`; unique over the whole installation. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)

export const preferences = z.object({
  language: z.enum(languages),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['compact', 'standard', 'comfortable']),
})

/** The signed-in person, with what they may do and the company's look: all that the shell needs, in one answer. */
export const me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    user_name: z.string().nullable(),
    phone: z.string().nullable(),
    function: z.string().nullable(),
    role: z.enum(roles),
    scope: z.enum(reaches),
    agency: z.object({ id, number: z.string(), name: z.string() }),
    preferences,
    /** object → action → reach */
    permissions: z.record(z.string(), z.record(z.string(), z.enum(reaches))),
    organization,
    version: z.int(),
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof me>

export const userStatuses = ['invited', 'active', 'suspended'] as const
export const user = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    user_name: z.string().nullable(),
    phone: z.string().nullable(),
    function: z.string().nullable(),
    role: z.enum(roles),
    scope: z.enum(reaches),
    status: z.enum(userStatuses),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    language: z.enum(languages),
    confirmed_at: instant.nullable(),
    last_seen_at: instant.nullable(),
    created_at: instant,
    external_id: z.string().nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), suspend: z.boolean() }),
  })
  .meta({ id: 'User' })
export type User = z.output<typeof user>

export const invitation = z
  .object({
    id,
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(roles),
    scope: z.enum(reaches),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    status: z.enum(['pending', 'accepted', 'expired', 'cancelled']),
    invited_by: z.string(),
    created_at: instant,
    sent_at: instant.nullable(),
    expires_at: instant,
    accepted_at: instant.nullable(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.output<typeof invitation>

export const session = z
  .object({
    id,
    current: z.boolean(),
    device: z.string(),
    ip: z.string().nullable(),
    created_at: instant,
    last_seen_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'Session' })

/** One colleague to invite. */
export const invitee = z.object({
  agency_number: z
    .string()
    .trim()
    .regex(/^\d{5}$/),
  email,
  name: name.nullable().default(null),
  role: z.enum(roles).default('user'),
  scope: z.enum(reaches).nullable().default(null),
})
