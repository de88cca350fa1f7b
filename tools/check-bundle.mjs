// @ts-check
// `node tools/check-bundle.mjs [folder]`: what the browser fetches for the pages that count, against their budget (docs/architecture.md):
// JavaScript, gzip. Also that no page before signing in needs a text that only comes after.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { textsOf } from './web-texts.ts'
import { root } from './setup/tree.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'dist/web'))

/** @typedef {{ file: string, css?: string[], imports?: string[], dynamicImports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

/** A source file of the manifest, whose keys are relative to `app/web`. @param {string} source */
const keyOf = (source) => {
  const found = Object.keys(manifest).find((key) => key === source || key.endsWith(`/${source}`))
  if (!found) throw new Error(`${source} is not in the bundle: name the new file in tools/check-bundle.mjs`)
  return found
}

/** All that these chunks import statically, themselves included. @param {readonly string[]} sources */
const closure = (sources) => {
  const keys = new Set(sources.map(keyOf))
  for (const key of keys) for (const next of manifest[key]?.imports ?? []) keys.add(next)
  const chunks = [...keys].map((key) => manifest[key]).filter((chunk) => chunk !== undefined)
  return {
    js: [...new Set(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js')))],
    css: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))],
  }
}

/** @param {readonly string[]} files */
const weight = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000

const start = ['index.html', 'virtual:texts/public/fr']
const shell = [...start, 'shell/shell.tsx', 'virtual:texts/work/fr']
const entrance = 'capabilities/identity/web/entrance'
const pages = [
  { name: 'welcome', budget: 160, sources: [...start, 'welcome/welcome-page.tsx'] },
  { name: 'sign-in', budget: 160, sources: [...start, 'entrance/entrance-layout.tsx', `${entrance}/sign-in-page.tsx`] },
  { name: 'sign-up', budget: 160, sources: [...start, 'entrance/entrance-layout.tsx', `${entrance}/sign-up-page.tsx`] },
  { name: 'shell, home', budget: 320, sources: [...shell, 'pages/home-page.tsx'] },
  { name: 'shell, list of contacts', budget: 320, sources: [...shell, 'capabilities/customers/web/contacts/contacts-page.tsx'] },
  { name: 'shell, client profile', budget: 320, sources: [...shell, 'pages/profile/profile-page.tsx'] },
]

console.log(`${'page'.padEnd(26)}${'JS gzip'.padStart(10)}${'budget'.padStart(9)}${'files'.padStart(7)}${'CSS gzip'.padStart(10)}`)
for (const { name, budget, sources } of pages) {
  const { js, css } = closure(sources)
  const kilobytes = weight(js)
  const over = kilobytes > budget
  console.log(
    `${name.padEnd(26)}${`${kilobytes.toFixed(1)} kB`.padStart(10)}${`${budget} kB`.padStart(9)}${String(js.length).padStart(7)}${`${weight(css).toFixed(1)} kB`.padStart(10)}${over ? '  ← over' : ''}`,
  )
  if (over) process.exitCode = 1
}

const late = Object.keys(await textsOf('work', 'fr'))
const navigation = new Set(Object.keys(await textsOf('work', 'fr', /\/web\/index\.ts$|\/pages\/\w+\/[\w-]+\.ts$/)))
for (const { name, sources } of pages.filter(({ budget }) => budget === 160)) {
  const code = closure(sources.filter((source) => !source.startsWith('virtual:')))
    .js.map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const missing = late.filter((id) => code.includes(`id:"${id}"`) || code.includes(`id:\`${id}\``) || code.includes(`\`${id}\``))
  // The words of the navigation lie in the front doors; only the shell shows them.
  const shown = missing.filter((id) => !navigation.has(id))
  if (shown.length > 0) {
    console.error(`${name} uses texts that only come after signing in: ${shown.length}, ${shown.slice(0, 5).join(', ')}…`)
    process.exitCode = 1
  }
}
