import { readImports, type Import } from './imports.ts'
import { findCycles } from './cycles.ts'
import { placeOf, type Place } from './place.ts'
import { isOfTests, type SourceTree } from './source-tree.ts'

interface Edge extends Import {
  readonly source: Place
  readonly target: Place
  readonly ofTests: boolean
}
/** Says what is wrong with an import, or null. */
type Rule = (edge: Edge, order: readonly string[]) => string | null

/** Packages that a contract or a rule may use. */
const purePackages = new Set(['zod'])
const emptyNames = new Set(['components', 'hooks', 'utils', 'types', 'services', 'helpers'])

const sides: Rule = ({ source, target }) => {
  if (source.side === 'web' && target.side === 'server') return 'the web does not import the server'
  if (source.side === 'server' && target.side === 'web') return 'the server does not import the web'
  return null
}

const purity: Rule = ({ source, target, ours, to, ofTests }) => {
  if (source.side !== 'pure' || ofTests) return null
  if (!ours)
    return source.house === 'kernel' || purePackages.has(to)
      ? null
      : `contracts and rules use no package but ${[...purePackages].join(', ')}`
  return target.side === 'pure' ? null : 'contracts, rules and kernel/shared import only what is pure like them'
}

const frontDoors: Rule = ({ source, target }) => {
  if (source.house !== 'capability' || target.house !== 'capability' || source.capability === target.capability) return null
  return target.isDoor ? null : 'another capability is entered by its contract, server/index.ts or web/index.ts'
}

const downward: Rule = ({ source, target, ofTests }, order) => {
  if (source.capability === null || target.capability === null || source.capability === target.capability || ofTests) return null
  const above = order.indexOf(target.capability) > order.indexOf(source.capability)
  return above ? `${source.capability} stands below ${target.capability} (capabilities/README.md)` : null
}

const kernelKnowsNobody: Rule = ({ source, target }) =>
  source.house === 'kernel' && target.house === 'capability' ? 'the kernel knows no capability' : null

const nothingImportsApp: Rule = ({ source, target, to, ofTests }) => {
  if (target.house !== 'app' || source.house === 'app' || source.house === 'outside') return null
  return ofTests && to.startsWith('app/server/testing/') ? null : 'nothing below imports app'
}

const nothingShipsTests: Rule = ({ source, to, ofTests }) =>
  !ofTests && source.house !== 'outside' && isOfTests(to) ? 'what runs does not import tests' : null

const nodeStaysOnTheServer: Rule = ({ source, to, ofTests }) =>
  !ofTests && (source.side === 'web' || source.side === 'pure') && to.startsWith('node:') ? `${to} does not exist in a browser` : null

const rules: readonly Rule[] = [
  sides,
  purity,
  frontDoors,
  downward,
  kernelKnowsNobody,
  nothingImportsApp,
  nothingShipsTests,
  nodeStaysOnTheServer,
]

/** What a run found, and how much it looked at: a run that saw nothing must not pass for a clean one. */
export interface Findings {
  readonly breaches: readonly string[]
  readonly modules: number
  readonly imports: number
}

/** Holds the tree to the directions of docs/architecture.md; each breach is one line `file → import: why`. */
export const checkDirections = (tree: SourceTree): Findings => {
  const { imports, modules, unread } = readImports(tree)
  const order = [...(tree.get('capabilities/README.md') ?? '').matchAll(/^\d+\. `([a-z-]+)`/gm)].map((match) => match[1] ?? '')
  const breaches = [...unread, ...checkNames(tree, order)]
  for (const one of imports) {
    const edge: Edge = { ...one, source: placeOf(one.from), target: placeOf(one.ours ? one.to : ''), ofTests: isOfTests(one.from) }
    if (one.ours && !tree.has(one.to) && isOfHouse(one.to)) breaches.push(`${one.from} → ${one.to}: there is no such file`)
    for (const rule of rules) {
      const why = rule(edge, order)
      if (why !== null) breaches.push(`${one.from} → ${one.to}: ${why}`)
    }
  }
  for (const cycle of findCycles(imports)) breaches.push(`${cycle.join(' → ')}: modules load each other in a circle`)
  return { breaches: [...new Set(breaches)].toSorted(), modules, imports: imports.filter((one) => one.ours).length }
}

const isOfHouse = (path: string): boolean => /^(kernel|capabilities|app|tools|bench|e2e)\//.test(path)

const checkNames = (tree: SourceTree, order: readonly string[]): string[] => {
  const breaches: string[] = []
  const present = new Set<string>()
  const folders = new Set<string>()
  for (const path of tree.keys()) {
    const place = placeOf(path)
    if (place.capability !== null) present.add(place.capability)
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'))
    if (place.house !== 'outside' && /\/index\.tsx?$/.test(path) && !place.isDoor) {
      breaches.push(`${path}: only server/index.ts and web/index.ts of a capability are index files`)
    }
  }
  for (const folder of folders) {
    const name = folder.slice(folder.lastIndexOf('/') + 1)
    if (emptyNames.has(name)) breaches.push(`${folder}: a folder is named for what it is about, not «${name}»`)
  }
  for (const name of present) if (!order.includes(name)) breaches.push(`capabilities/${name}: has no line in capabilities/README.md`)
  for (const name of order) if (!present.has(name)) breaches.push(`capabilities/README.md: names ${name}, which does not exist`)
  return breaches
}
