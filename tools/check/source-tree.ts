import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of every file of the product by its path from the root; other kinds of files with an empty text, to know that they exist. */
export type SourceTree = ReadonlyMap<string, string>

const roots = ['kernel', 'capabilities', 'app', 'tools', 'bench', 'e2e']
const read = /\.(ts|tsx|mjs|md)$/

/** Reads the product at `root`. */
export const readSourceTree = (root: string): SourceTree => {
  const tree = new Map<string, string>()
  const below = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') below(path)
      } else tree.set(path, read.test(entry.name) ? readFileSync(join(root, path), 'utf8') : '')
    }
  }
  for (const folder of roots) below(folder)
  return tree
}

/** True for what no person runs: tests and what only tests use. */
export const isOfTests = (path: string): boolean =>
  /\.(test|e2e|testing)\.tsx?$/.test(path) || /(^|\/)testing\//.test(path) || path.startsWith('e2e/')
