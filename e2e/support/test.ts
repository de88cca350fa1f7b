import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { identityOperations } from '#capabilities/identity/contract.ts'
import type { Language } from '#kernel/shared/language.ts'
import { startProgram, type Program } from './program.ts'
import type { Person } from './person.ts'

export { expect } from '@playwright/test'

/** How a person looks at the screen. */
export interface Look {
  readonly language?: Language
  /** `system` follows `page.emulateMedia`. */
  readonly theme?: 'light' | 'dark' | 'system'
  readonly width?: number
  readonly height?: number
}

/** Opens a browser of its own for a person, signed in, or for a visitor (null); closed after the test. */
export type Enter = (person: Person | null, look?: Look) => Promise<Page>

interface PerTest {
  readonly enter: Enter
}
interface PerWorker {
  /** The program under test, where every file founds a company of its own: tenants don't meet. */
  readonly program: Program
}

/**
 * The tests in a browser: `program` is the real one, `enter(person)` gives a page. A test fails when a page throws, breaks the
 * content policy, or writes an error on the console, even when nothing shows.
 */
export const test = base.extend<PerTest, PerWorker>({
  program: [
    // Playwright reads what a fixture needs from its parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const program = await startProgram({ signUp: 'open' })
      await use(program)
      await program.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  enter: async ({ browser, program }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    await use(async (person, look = {}) => {
      const context = await openContext(browser, program, look)
      contexts.push(context)
      watchFaults(context, faults)
      if (person !== null) await signInContext(context, program, person, look)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    if (faults.length > 0) throw new Error(`the pages said:\n${faults.join('\n')}`)
  },
})

/** A browser that has never been here, in French and light unless said. */
export const openContext = async (browser: Browser, program: Program, look: Look = {}): Promise<BrowserContext> => {
  const { language = 'fr', theme = 'light', width = 1366, height = 768 } = look
  const context = await browser.newContext({
    baseURL: program.url,
    viewport: { width, height },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await context.addCookies([
    { name: 'assura_language', value: language, url: program.url },
    ...(theme === 'system' ? [] : [{ name: 'assura_theme', value: theme, url: program.url }]),
  ])
  return context
}

const signInContext = async (context: BrowserContext, program: Program, person: Person, look: Look): Promise<void> => {
  const { language = 'fr', theme = 'light' } = look
  await person.call(identityOperations.updateMe, { language, theme })
  const [name = '', value = ''] = person.cookie.split('=')
  await context.addCookies([{ name, value, url: program.url, httpOnly: true, sameSite: 'Lax' }])
}

// A refusal of the server, or a line that a test cuts, is something that screens show; the browser writes it on its console all the same.
const refusal = /^Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_CONNECTION_RESET)/

/** Gathers what pages of a context throw or write as errors. */
export const watchFaults = (context: BrowserContext, faults: string[]): void => {
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && !refusal.test(message.text())) faults.push(message.text())
  })
}
