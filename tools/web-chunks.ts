import { fileURLToPath } from 'node:url'
import type { BuildEnvironmentOptions, Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const isOurs = (id: string): boolean => ['app/', 'kernel/', 'capabilities/'].some((folder) => id.startsWith(root + folder))
/** Styles, the start and the worker do something by being loaded; every other module of ours only offers what it exports. */
const doesSomething = /\.css(\?|$)|\/app\/web\/(main\.tsx|styles\.ts|index\.html)|shared-worker\.ts|\?/
const isDoor = (id: string): boolean => /\/web\/index\.ts$|lucide-react\.js$/.test(id)
const isBefore = (id: string): boolean => /\/web\/(welcome|entrance)\/[\w-]+\.tsx$/.test(id)
/** What the start takes through a front door. */
const isLightCall = (id: string): boolean => id.endsWith('/entrance/calls.ts')

interface Links {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}
type LinksOf = (id: string) => Links | null

/** All modules that a start leads to, pages that come later included. */
const reached = (linksOf: LinksOf, start: string): Set<string> => {
  const all = new Set([start])
  for (const id of all) {
    const links = linksOf(id)
    for (const next of [...(links?.importedIds ?? []), ...(links?.dynamicallyImportedIds ?? [])]) all.add(next)
  }
  return all
}

/** All that these modules import at once, not looking through the doors, which name far more than anybody takes. */
const closure = (linksOf: LinksOf, starts: readonly string[]): Set<string> => {
  const all = new Set(starts)
  for (const id of all) if (!isDoor(id)) for (const next of linksOf(id)?.importedIds ?? []) all.add(next)
  return all
}

const start = `${root}app/web/main.tsx`
let places: Map<string, 'start' | 'before'> | null = null
/** Where a module belongs that is needed before signing in: with the start, or with the pages that follow it. */
const placeOf = (id: string, linksOf: LinksOf): 'start' | 'before' | null => {
  if (!places) {
    const all = [...reached(linksOf, start)]
    places = new Map([
      ...[...closure(linksOf, all.filter(isBefore))].map((one) => [one, 'before'] as const),
      ...[...closure(linksOf, [start, ...all.filter(isLightCall)])].map((one) => [one, 'start'] as const),
    ])
    places.delete(start)
  }
  return places.get(id) ?? null
}

/**
 * How the web is cut into files. A front door (web/index.ts) names pages and shared components side by side: what a page doesn't use
 * of it must not come along. What several pages share comes in a few files, not in one per icon, since each request costs an
 * agency's line a round trip; what is needed before signing in is kept apart from what comes after. What more pages share never
 * needs what fewer share, so these files don't wait for each other in a circle.
 */
export const webChunks: NonNullable<BuildEnvironmentOptions['rolldownOptions']> = {
  treeshake: { moduleSideEffects: (id, external) => external || !isOurs(id) || doesSomething.test(id) },
  output: {
    chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0] ?? 'part'}-[hash].js`,
    codeSplitting: {
      groups: [
        { name: 'icons', test: /lucide-react/, priority: 4, includeDependenciesRecursively: false },
        {
          name: (id, context) => (placeOf(id, (one) => context.getModuleInfo(one)) === 'start' ? 'start' : null),
          priority: 3,
          includeDependenciesRecursively: false,
        },
        {
          name: (id, context) => (placeOf(id, (one) => context.getModuleInfo(one)) === 'before' ? 'before' : null),
          minShareCount: 2,
          priority: 2,
          includeDependenciesRecursively: false,
        },
        { name: 'work', minShareCount: 12, priority: 1 },
        { name: 'shared', minShareCount: 3, priority: 0 },
      ],
    },
  },
}

/** Refuses a build in which two files need each other to begin: whichever runs first would find the other's classes undefined. */
export const noCircles = (): Plugin => ({
  name: 'no-circles-between-files',
  generateBundle(_options, bundle) {
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file]
      return chunk?.type === 'chunk' ? chunk.imports : []
    }
    const settled = new Set<string>()
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) this.error(`files need each other to begin: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      if (settled.has(file)) return
      for (const next of importsOf(file)) walk(next, [...path, file])
      settled.add(file)
    }
    for (const file of Object.keys(bundle)) walk(file, [])
  },
})
