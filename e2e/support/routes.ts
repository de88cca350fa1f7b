import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

interface Route {
  readonly options?: { readonly id?: string; readonly path?: string }
  readonly children?: readonly Route[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every address of the product by its pattern (`/contacts/$id`), read from the route table itself: for anybody, and for who is signed in. */
export const readRoutes = async (): Promise<{ forAnybody: string[]; forWork: string[] }> => {
  const vite = await createServer({
    root: `${root}app/web`,
    configFile: `${root}vite.config.ts`,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { routeTree } = (await vite.ssrLoadModule(`${root}app/web/routes.tsx`)) as { routeTree: Route }
    const pathsBelow = (route: Route): string[] =>
      (route.children ?? []).flatMap((child) => [...(child.options?.path === undefined ? [] : [child.options.path]), ...pathsBelow(child)])
    const shell = (routeTree.children ?? []).find(({ options }) => options?.id === 'shell')
    if (shell === undefined) throw new Error('the route table has no shell')
    const forWork = pathsBelow(shell)
    return { forAnybody: pathsBelow(routeTree).filter((path) => !forWork.includes(path)), forWork }
  } finally {
    await vite.close()
  }
}
