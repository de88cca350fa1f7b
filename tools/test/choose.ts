import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from '#kernel/server/startup-error.ts'

/** Which tests one run of `npm test` takes. */
export interface Choice {
  /** For node:test, by path from the root. */
  readonly files: readonly string[]
  /** For Playwright. */
  readonly journeys: readonly string[]
  readonly needsDatabase: boolean
  readonly needsBrowser: boolean
}

/** What the command line asks for: some paths (files or folders), the pure tests alone, or the database tests alone. */
export interface Wish {
  readonly paths: readonly string[]
  readonly only: 'pure' | 'database' | null
}

const folders = ['kernel', 'capabilities', 'app', 'tools', 'bench']
/** These start servers of their own, always the embedded one: another PostgreSQL changes nothing for them. */
const embeddedTests: readonly string[] = [
  'kernel/server/embedded',
  'app/server/start.db.test.ts',
  'app/server/saves-killed.db.test.ts',
  'capabilities/exchange/server/import-killed.db.test.ts',
]

/** Reads `--pure`, `--database` and paths; throws a StartupError for anything else. */
export const readWish = (args: readonly string[]): Wish => {
  const flags = args.filter((arg) => arg.startsWith('-'))
  const unknown = flags.find((flag) => flag !== '--pure' && flag !== '--database')
  if (unknown !== undefined) throw new StartupError(`Option inconnue : ${unknown} (possibles : --pure, --database, des chemins de tests).`)
  const only = flags.includes('--pure') ? 'pure' : flags.includes('--database') ? 'database' : null
  return { paths: args.filter((arg) => !arg.startsWith('-')).map((path) => path.replace(/^\.\//, '').replace(/\/$/, '')), only }
}

/** Finds the tests of the tree at `root` that the wish covers; throws a StartupError for a path that covers none. */
export const choose = (root: string, wish: Wish): Choice => {
  const all = [...folders, 'e2e'].flatMap((folder) => filesBelow(root, folder)).sort((a, b) => (a < b ? -1 : 1))
  for (const path of wish.paths) {
    if (!all.some((file) => covers(path, file) && isTest(file))) throw new StartupError(`Aucun test dans ${path}.`)
  }
  const wanted = all.filter((file) => wish.paths.length === 0 || wish.paths.some((path) => covers(path, file)))
  const files = wanted.filter((file) => file.endsWith('.test.ts') && isOfKind(file, wish.only))
  const journeys = wish.only === null ? wanted.filter((file) => file.endsWith('.e2e.ts')) : []
  // A run without tests would look like a success.
  if (files.length + journeys.length === 0) throw new StartupError('Aucun test ne répond à cette demande.')
  return {
    files,
    journeys,
    // The journeys start the whole program, its database included.
    needsDatabase: files.some(isDatabaseTest),
    needsBrowser:
      journeys.length > 0 || files.some((file) => /^import .*'@playwright\/test'/m.test(readFileSync(join(root, file), 'utf8'))),
  }
}

const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.endsWith('.e2e.ts')
const isDatabaseTest = (file: string): boolean => file.endsWith('.db.test.ts')
const covers = (path: string, file: string): boolean => path === '.' || file === path || file.startsWith(`${path}/`)

const isOfKind = (file: string, only: Wish['only']): boolean => {
  if (only === 'pure') return !isDatabaseTest(file)
  if (only === 'database') return isDatabaseTest(file) && !embeddedTests.some((path) => covers(path, file))
  return true
}

const filesBelow = (root: string, folder: string): string[] => {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, path)
    return [path]
  })
}
