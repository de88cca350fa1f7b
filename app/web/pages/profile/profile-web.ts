import type { WebCapability } from '#kernel/web/capability.ts'

/** The client profile (U5), which mixes what all capabilities know of one customer. */
export const profileWeb: WebCapability = {
  name: 'profile',
  pages: [{ path: '/contacts/$id', needs: 'contact.view', load: () => import('./profile-page.tsx').then((page) => page.ProfilePage) }],
}
