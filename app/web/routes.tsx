import type { ComponentType } from 'react'
import { createRootRoute, createRoute, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router'
import type { Page } from '#kernel/web/capability.ts'
import { needTexts } from '#kernel/web/i18n.tsx'
import { wasSignedIn } from '#kernel/web/signed-in-mark.ts'
import { capabilities } from './capabilities.ts'
import { Fault } from './entrance/fault.tsx'
import { guarded } from './guarded.tsx'
import { Root } from './root.tsx'

const lazily = (load: () => Promise<ComponentType>) => lazyRouteComponent(async () => ({ default: await load() }))

const root = createRootRoute({
  component: Root,
  errorComponent: Fault,
  notFoundComponent: lazily(() => import('./entrance/not-found-page.tsx').then((page) => page.NotFoundPage)),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  // Who is at home here goes straight to work; the mark of the header leads back to the welcome page all the same.
  beforeLoad: ({ search }) => {
    if (wasSignedIn() && !('welcome' in search)) throw redirect({ to: '/home', replace: true })
  },
  component: lazily(() => import('./welcome/welcome-page.tsx').then((page) => page.WelcomePage)),
})

const terms = createRoute({
  getParentRoute: () => root,
  path: '/terms',
  component: lazily(() => import('./entrance/terms-page.tsx').then((page) => page.TermsPage)),
})

const entrance = createRoute({
  getParentRoute: () => root,
  id: 'entrance',
  component: lazily(() => import('./entrance/entrance-layout.tsx').then((layout) => layout.EntranceLayout)),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazily(async () => {
    const [layout] = await Promise.all([import('./shell/shell.tsx'), needTexts('work')])
    return layout.Shell
  }),
})

const pageUnder = (parent: AnyRoute, page: Page): AnyRoute =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazily(async () => (page.needs ? guarded(await page.load(), page.needs) : page.load())),
  })

const ownPages: readonly Page[] = [{ path: '/home', load: () => import('./pages/home-page.tsx').then((page) => page.HomePage) }]

/** Every address of the product. */
export const routeTree = root.addChildren([
  welcome,
  terms,
  entrance.addChildren(capabilities.flatMap((capability) => (capability.publicPages ?? []).map((page) => pageUnder(entrance, page)))),
  shell.addChildren([...ownPages, ...capabilities.flatMap((capability) => capability.pages ?? [])].map((page) => pageUnder(shell, page))),
])
