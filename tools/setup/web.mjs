// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'
import { nodeBinary } from './tree.mjs'

const folders = ['app', 'capabilities', 'kernel', 'locales']
const files = ['vite.config.ts', 'lingui.config.ts', 'tools/web-texts.ts', 'tsconfig.json', 'package-lock.json']
const notWeb = new Set(['server', 'testing', 'node_modules'])

/**
 * When a source of the web last changed, in milliseconds. Folders count too, so that a deleted file is noticed.
 * @param {string} root
 */
export function newestSource(root) {
  let newest = 0
  /** @param {string} path */
  const see = (path) => {
    const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (at > newest) newest = at
  }
  /** @param {string} folder */
  const walk = (folder) => {
    see(folder)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!notWeb.has(entry.name)) walk(join(folder, entry.name))
      } else if (!entry.name.endsWith('.test.ts') && !entry.name.endsWith('.md')) see(join(folder, entry.name))
    }
  }
  for (const name of folders) if (existsSync(join(root, name))) walk(join(root, name))
  for (const name of files) see(join(root, name))
  return newest
}

/**
 * True when the built web is younger than its sources, or there is nothing to build.
 * @param {string} root
 */
export function isWebFresh(root) {
  if (!existsSync(join(root, 'vite.config.ts'))) return true
  const built = statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs
  return built !== undefined && built >= newestSource(root)
}

/**
 * Builds the web beside the present one and puts it in its place at the end: an interrupted build changes nothing.
 * @param {string} root
 */
export async function buildWeb(root) {
  console.log('Construction de l’interface…')
  const next = join(root, 'dist/.web-next')
  const last = join(root, 'dist/.web-last')
  const web = join(root, 'dist/web')
  for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  const started = new Date()
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { code, output } = await run(nodeBinary(root), [vite, 'build', '--outDir', next, '--emptyOutDir'], { cwd: root })
  const page = join(next, 'index.html')
  if (code !== 0 || !existsSync(page)) throw new Refusal('L’interface n’a pas pu être construite ; voici ce que dit Vite :', output)
  // A source saved while Vite was at work counts as newer than the build.
  utimesSync(page, started, started)
  if (existsSync(web)) renameSync(web, last)
  renameSync(next, web)
  rmSync(last, { recursive: true, force: true })
}
