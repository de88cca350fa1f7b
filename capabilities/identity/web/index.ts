import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { readMe, signIn, signOut } from './entrance/calls.ts'
export { useReachNames, useRoleNames } from './entrance/role-names.ts'
export { deviceOf } from './device-name.ts'
export { useUserWords } from './use-user-words.ts'
export { usePreferences } from './use-preferences.ts'
export { ColleagueField, colleagueSearch } from './colleague-choice.tsx'

/** People, their rights and the way in. */
export const identityWeb: WebCapability = {
  name: 'identity',
  publicPages: [
    { path: '/start', load: () => import('./entrance/start-page.tsx').then((page) => page.StartPage) },
    { path: '/sign-in', load: () => import('./entrance/sign-in-page.tsx').then((page) => page.SignInPage) },
    { path: '/sign-up', load: () => import('./entrance/sign-up-page.tsx').then((page) => page.SignUpPage) },
    { path: '/check-mailbox', load: () => import('./entrance/check-mailbox-page.tsx').then((page) => page.CheckMailboxPage) },
    { path: '/verify-email', load: () => import('./entrance/verify-email-page.tsx').then((page) => page.VerifyEmailPage) },
    { path: '/forgot-password', load: () => import('./entrance/forgot-password-page.tsx').then((page) => page.ForgotPasswordPage) },
    { path: '/reset-password', load: () => import('./entrance/reset-password-page.tsx').then((page) => page.ResetPasswordPage) },
    { path: '/invitation', load: () => import('./entrance/invitation-page.tsx').then((page) => page.InvitationPage) },
  ],
  pages: [
    { path: '/users', needs: 'user.view', load: () => import('./users-page.tsx').then((page) => page.UsersPage) },
    { path: '/invitations', needs: 'user.view', load: () => import('./invitations-page.tsx').then((page) => page.InvitationsPage) },
    { path: '/users/$id', needs: 'user.view', load: () => import('./user-page.tsx').then((page) => page.UserPage) },
    { path: '/me', load: () => import('./my-profile-page.tsx').then((page) => page.MyProfilePage) },
  ],
  navigation: [{ group: 'administration', rank: 10, label: msg`Utilisateurs`, icon: 'people', to: '/users', needs: 'user.view' }],
  creations: [{ rank: 80, label: msg`Inviter des collègues`, icon: 'invite', to: '/users?invite=1', needs: 'user.create' }],
  search: () => import('./people-search.ts').then((source) => source.peopleSearch),
  refreshes: { user: ['colleague', 'agency', 'me'], invitation: ['user'], me: ['user'] },
}
