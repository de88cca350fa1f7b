import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'
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
const email = z.email().max(254)
const name = z.string().trim().min(2).max(120)
const optionalText = (max: number) => z.string().trim().max(max).nullable()
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

const invitee = z.object({
  agency_number: z
    .string()
    .trim()
    .regex(/^\d{5}$/),
  email,
  name: name.nullable().default(null),
  role: z.enum(roles).default('user'),
  scope: z.enum(reaches).nullable().default(null),
})

export const identityOperations = {
  readWelcome: operation({
    name: 'welcome.read',
    method: 'GET',
    path: '/welcome',
    access: 'public',
    summary: 'What a visitor may do: whether a new organization may register, and how mail leaves.',
    input: z.object({}),
    output: z.object({
      sign_up: z.enum(['open', 'first', 'closed']),
      terms_version: z.string(),
      mail: z.enum(['smtp', 'outbox']),
      version: z.string(),
    }),
  }),
  signUp: operation({
    name: 'auth.sign_up',
    method: 'POST',
    path: '/auth/sign-up',
    access: 'public',
    status: 201,
    summary: 'Register an organization and its administrator; a verification e-mail leaves.',
    input: z.object({
      administrator: z.object({
        name,
        address: optionalText(300).default(null),
        email,
        phone: optionalText(40).default(null),
        function: optionalText(120).default(null),
        password,
        user_name: userName.nullable().default(null),
      }),
      organization: z.object({
        name: z.string().trim().min(2).max(160),
        wilaya: z
          .string()
          .regex(/^\d{2}$/)
          .default('16'),
        language: z.enum(languages).default('fr'),
      }),
      accept_terms: z.string(),
    }),
    output: z.object({ email: z.string() }),
  }),
  verifyEmail: operation({
    name: 'auth.verify_email',
    method: 'POST',
    path: '/auth/verify-email',
    access: 'public',
    summary: 'Confirm an e-mail address with the token of the message.',
    input: z.object({ token: z.string().max(200) }),
    output: z.object({ email: z.string() }),
  }),
  resendVerification: operation({
    name: 'auth.resend_verification',
    method: 'POST',
    path: '/auth/resend-verification',
    access: 'public',
    status: 202,
    summary: 'Send the verification e-mail again. Known and unknown addresses get the same answer.',
    input: z.object({ login: z.string().trim().min(1).max(254) }),
    output: z.object({}),
  }),
  signIn: operation({
    name: 'auth.sign_in',
    method: 'POST',
    path: '/auth/sign-in',
    access: 'public',
    summary: 'Sign in by e-mail or user name; the session comes as a cookie.',
    input: z.object({
      login: z.string().trim().min(1).max(254),
      password: z.string().min(1).max(200),
      code: z.string().max(20).optional(),
      remember: z.boolean().default(false),
    }),
    output: z.object({ id, name: z.string() }),
  }),
  signOut: operation({
    name: 'auth.sign_out',
    method: 'POST',
    path: '/auth/sign-out',
    access: 'signed-in',
    summary: 'End this session.',
    input: z.object({}),
    output: z.object({}),
  }),
  forgotPassword: operation({
    name: 'auth.forgot_password',
    method: 'POST',
    path: '/auth/forgot-password',
    access: 'public',
    status: 202,
    summary: 'Ask for a reset link. Known and unknown logins get the same answer.',
    input: z.object({ login: z.string().trim().min(1).max(254) }),
    output: z.object({}),
  }),
  resetPassword: operation({
    name: 'auth.reset_password',
    method: 'POST',
    path: '/auth/reset-password',
    access: 'public',
    summary: 'Set a new password with the token of the message; every session ends.',
    input: z.object({ token: z.string().max(200), password }),
    output: z.object({ email: z.string() }),
  }),
  readInvitation: operation({
    name: 'invitation.read',
    method: 'POST',
    path: '/auth/invitation',
    access: 'public',
    readOnly: true,
    summary: 'What an invitation link offers, before it is accepted.',
    input: z.object({ token: z.string().max(200) }),
    output: z.object({
      email: z.string(),
      name: z.string().nullable(),
      organization: z.object({ name: z.string(), logo_url: z.string().nullable() }),
      agency: z.object({ number: z.string(), name: z.string() }),
      role: z.enum(roles),
      invited_by: z.string(),
      expires_at: instant,
    }),
  }),
  acceptInvitation: operation({
    name: 'invitation.accept',
    method: 'POST',
    path: '/auth/accept-invitation',
    access: 'public',
    summary: 'Join with the single-use link: the person sets name and password, and may sign in at once.',
    input: z.object({
      token: z.string().max(200),
      name,
      user_name: userName.nullable().default(null),
      phone: optionalText(40).default(null),
      function: optionalText(120).default(null),
      language: z.enum(languages).default('fr'),
      password,
      accept_terms: z.string(),
    }),
    output: z.object({ email: z.string() }),
  }),
  readMe: operation({
    name: 'me.read',
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'The signed-in person, their permissions and their company’s look.',
    input: z.object({}),
    output: me,
  }),
  updateMe: operation({
    name: 'me.update',
    method: 'PATCH',
    path: '/me',
    access: 'signed-in',
    summary: 'Correct one’s own profile and preferences.',
    input: z
      .object({ name, user_name: userName.nullable(), phone: optionalText(40), function: optionalText(120), ...preferences.shape })
      .partial(),
    output: me,
  }),
  changePassword: operation({
    name: 'me.change_password',
    method: 'POST',
    path: '/me/password',
    access: 'signed-in',
    summary: 'Change one’s password; the other sessions end.',
    input: z.object({ current_password: z.string().min(1).max(200), password }),
    output: z.object({}),
  }),
  listSessions: operation({
    name: 'session.list',
    method: 'GET',
    path: '/me/sessions',
    access: 'signed-in',
    summary: 'One’s own open sessions.',
    input: z.object({}),
    output: z.object({ data: z.array(session) }),
  }),
  endSession: operation({
    name: 'session.end',
    method: 'DELETE',
    path: '/me/sessions/:id',
    access: 'signed-in',
    summary: 'End one of one’s own sessions.',
    input: byId,
    output: z.object({}),
  }),
  endOtherSessions: operation({
    name: 'session.end_others',
    method: 'POST',
    path: '/me/sessions/end-others',
    access: 'signed-in',
    summary: 'End all of one’s sessions but this one.',
    input: z.object({}),
    output: z.object({ ended: z.int() }),
  }),
  listUsers: operation({
    name: 'user.list',
    method: 'GET',
    path: '/users',
    access: 'user.view',
    summary: 'The people of the organization.',
    input: listQuery,
    output: listOf(user),
  }),
  getUser: operation({
    name: 'user.get',
    method: 'GET',
    path: '/users/:id',
    access: 'user.view',
    summary: 'One person.',
    input: byId,
    output: user,
  }),
  countUsers: operation({
    name: 'user.summary',
    method: 'GET',
    path: '/users/summary',
    access: 'user.view',
    summary: 'How many people are active, invited, suspended, and seen in the last seven days.',
    input: z.object({}),
    output: z.object({ active: z.int(), invited: z.int(), suspended: z.int(), seen_last_7_days: z.int() }),
  }),
  updateUser: operation({
    name: 'user.update',
    method: 'PATCH',
    path: '/users/:id',
    access: 'user.edit',
    summary: 'Change a person’s details, role, scope or agency.',
    input: z
      .object({ name, phone: optionalText(40), function: optionalText(120), role: z.enum(roles), scope: z.enum(reaches), agency_id: id })
      .partial()
      .extend({ id, version: z.int() }),
    output: user,
  }),
  suspendUser: operation({
    name: 'user.suspend',
    method: 'POST',
    path: '/users/:id/suspend',
    access: 'user.edit',
    summary: 'Suspend a person: every session ends at once.',
    input: byId,
    output: user,
  }),
  reactivateUser: operation({
    name: 'user.reactivate',
    method: 'POST',
    path: '/users/:id/reactivate',
    access: 'user.edit',
    summary: 'Let a suspended person in again.',
    input: byId,
    output: user,
  }),
  endUserSessions: operation({
    name: 'user.end_sessions',
    method: 'POST',
    path: '/users/:id/end-sessions',
    access: 'user.edit',
    summary: 'Sign a person out everywhere.',
    input: byId,
    output: z.object({ ended: z.int() }),
  }),
  listColleagues: operation({
    name: 'colleague.list',
    method: 'GET',
    path: '/colleagues',
    access: 'signed-in',
    summary: 'Names, functions and agencies of colleagues, to choose an owner from.',
    input: z.object({
      q: z.string().trim().max(120).optional(),
      agency_id: id.optional(),
      limit: z.coerce.number<number | string>().int().min(1).max(50).default(20),
    }),
    output: z.object({
      data: z.array(
        z.object({
          id,
          name: z.string(),
          function: z.string().nullable(),
          agency_id: id,
          agency_name: z.string(),
          agency_number: z.string(),
        }),
      ),
    }),
  }),
  createInvitations: operation({
    name: 'invitation.create',
    method: 'POST',
    path: '/invitations',
    access: 'user.create',
    status: 201,
    summary: 'Invite colleagues by agency number and e-mail, up to 200 at once; each gets a result of its own.',
    input: z.object({ invitations: z.array(invitee).min(1).max(200) }),
    output: z.object({
      data: z.array(
        z.object({
          email: z.string(),
          outcome: z.enum(['invited', 'already_member', 'already_invited', 'unknown_agency', 'unavailable']),
          message: z.string(),
          invitation: invitation.nullable(),
        }),
      ),
    }),
  }),
  listInvitations: operation({
    name: 'invitation.list',
    method: 'GET',
    path: '/invitations',
    access: 'user.view',
    summary: 'Invitations, newest first.',
    input: listQuery,
    output: listOf(invitation),
  }),
  resendInvitation: operation({
    name: 'invitation.resend',
    method: 'POST',
    path: '/invitations/:id/resend',
    access: 'user.create',
    summary: 'Send an invitation again with a fresh link; the former link stops working.',
    input: byId,
    output: invitation,
  }),
  cancelInvitation: operation({
    name: 'invitation.cancel',
    method: 'DELETE',
    path: '/invitations/:id',
    access: 'user.create',
    summary: 'Cancel an invitation; its link stops working.',
    input: byId,
    output: invitation,
  }),
} as const
