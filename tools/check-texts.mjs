// @ts-check
// Every French text has its Arabic and its English, with the same placeholders.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTexts, readCatalogue } from './check/texts.ts'
import { root } from './setup/tree.mjs'

/** Fewer texts than these means that the check no longer reads the catalogues. */
const fewestTexts = 200
/** A long list says no more than its beginning. */
const mostShown = 20

/** @param {string} locale */
const read = (locale) => readFileSync(join(root, 'locales', `${locale}.po`), 'utf8')

const french = read('fr')
const count = Object.keys(await readCatalogue(french, 'fr')).length
const breaches = await checkTexts(french, { ar: read('ar'), en: read('en') })
for (const breach of breaches.slice(0, mostShown)) console.error(breach)
if (breaches.length > mostShown) console.error(`… and ${breaches.length - mostShown} more`)
if (count < fewestTexts) {
  console.error(`Only ${count} texts were seen: the check does not read the catalogues any more.`)
  process.exitCode = 1
} else if (breaches.length > 0) process.exitCode = 1
else console.log(`${count} texts in three languages`)
