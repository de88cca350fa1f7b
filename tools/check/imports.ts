import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { SourceTree } from './source-tree.ts'

/** One import of one module by another. */
export interface Import {
  readonly from: string
  /** A path from the root for files of ours, otherwise the name of the package as written. */
  readonly to: string
  readonly ours: boolean
  /** Evaluated when `from` is loaded: neither a type nor an `import()`. */
  readonly atLoad: boolean
}

export interface Imports {
  readonly imports: readonly Import[]
  readonly modules: number
  /** Files that could not be read as TypeScript, with the reason. */
  readonly unread: readonly string[]
}

const isModule = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')

/** Every import of the tree: static, re-export and `import()` of a literal. */
export const readImports = (tree: SourceTree): Imports => {
  const imports: Import[] = []
  const unread: string[] = []
  let modules = 0
  for (const [path, source] of tree) {
    if (!isModule(path)) continue
    modules += 1
    const { module, errors } = parseSync(path, source)
    if (errors[0]) unread.push(`${path}: ${errors[0].message}`)
    const add = (specifier: string, atLoad: boolean) => imports.push({ from: path, ...targetOf(path, specifier), atLoad })
    for (const one of module.staticImports) {
      add(one.moduleRequest.value, one.entries.length === 0 || one.entries.some((entry) => !entry.isType))
    }
    for (const one of module.staticExports) {
      const taken = one.entries.filter((entry) => entry.moduleRequest !== null)
      for (const name of new Set(taken.map((entry) => entry.moduleRequest?.value ?? ''))) {
        add(
          name,
          taken.some((entry) => entry.moduleRequest?.value === name && !entry.isType),
        )
      }
    }
    for (const one of module.dynamicImports) {
      const literal = /^\s*(['"`])([^'"`$]+)\1\s*$/.exec(source.slice(one.moduleRequest.start, one.moduleRequest.end))
      if (literal?.[2] !== undefined) add(literal[2], false)
    }
  }
  return { imports, modules, unread }
}

const targetOf = (from: string, specifier: string): { to: string; ours: boolean } => {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return { to: bare.slice(1), ours: true }
  if (bare.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(from), bare)), ours: true }
  return { to: specifier, ours: false }
}
