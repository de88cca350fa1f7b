import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCompiledCatalog } from '@lingui/cli/api'
import { formatter } from '@lingui/format-po'
import type { Plugin } from 'vite'
import { frenchSpaces } from '../kernel/shared/french-spaces.ts'

const locales = fileURLToPath(new URL('../locales/', import.meta.url))
const prefix = 'virtual:texts/'

/** Texts met before signing in; the shell brings the others. Server sentences never reach the browser's catalogues. */
const isPublic = (file: string): boolean =>
  /^app\/web\/[^/]+$/.test(file) || /^(kernel\/web|app\/web\/(welcome|entrance)|capabilities\/identity\/web\/entrance)\//.test(file)
const isWeb = (file: string): boolean => !/(^|\/)server\//.test(file)

interface Text {
  readonly message?: string
  readonly translation?: string
  readonly origin?: ReadonlyArray<readonly [string, number?]>
}

const read = async (locale: string): Promise<Record<string, Text>> => {
  const filename = `${locales}${locale}.po`
  return formatter({ lineNumbers: false }).parse(readFileSync(filename, 'utf8'), { locale, sourceLocale: 'fr', filename })
}

/** The texts of one group in one language, id → text; French where a translation is still missing. `from` keeps those of some files only. */
export const textsOf = async (group: string, locale: string, from?: RegExp): Promise<Record<string, string>> => {
  const chosen: Record<string, string> = {}
  for (const [id, text] of Object.entries(await read(locale))) {
    const files = (text.origin ?? []).map(([file]) => file)
    const belongs = files.some(isPublic) ? group === 'public' : group === 'work' && files.some(isWeb)
    if (belongs && (!from || files.some((file) => from.test(file)))) chosen[id] = text.translation || text.message || id
  }
  return chosen
}

/** Serves `virtual:texts/<group>/<locale>`: the compiled texts of the pages before (`public`) or after (`work`) signing in. */
export const webTexts = (): Plugin => ({
  name: 'web-texts',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null
    const [group = '', locale = ''] = id.slice(prefix.length + 1).split('/')
    this.addWatchFile(`${locales}${locale}.po`)
    const texts = await textsOf(group, locale)
    const spaced = locale === 'fr' ? Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, frenchSpaces(text)])) : texts
    const { source, errors } = createCompiledCatalog(locale, spaced, { namespace: 'es' })
    const first = errors[0]
    if (first) this.error(`${locale}.po: «${first.source}»: ${first.error.message}`)
    return { code: source, moduleType: 'js' }
  },
})
