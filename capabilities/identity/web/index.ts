import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { readMe, signIn, signOut } from './entrance/calls.ts'

/** People, their rights and the way in. */
export const identityWeb: WebCapability = {
  name: 'identity',
  publicPages: [
    { path: '/start', load: () => import('./entrance/start-page.tsx').then((page) => page.StartPage) },
    { path: '/sign-in', load: () => import('./entrance/sign-in-page.tsx').then((page) => page.SignInPage) },
  ],
  navigation: [{ group: 'administration', rank: 10, label: msg`Utilisateurs`, icon: 'people', to: '/users', needs: 'user.view' }],
}
