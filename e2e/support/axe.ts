import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Waits until the page shows what it is about: its title, and no grey bars any more. */
export const shown = async (page: Page): Promise<void> => {
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByLabel(/^(Chargement|Loading|جارٍ التحميل)/)).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** Breaches of WCAG 2.2 AA on the page as it stands, in light and in dark: one line each. What colours don't touch is judged once. */
export const breaches = async (page: Page): Promise<string[]> => {
  await turn(page, 'light')
  const all = await judge(page, { type: 'tag', values: levels })
  await turn(page, 'dark')
  const colours = await judge(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })
  return [...linesOf('light', all), ...linesOf('dark', colours)]
}

// No page has a frame, so the one pass of the legacy mode sees everything, in half the time.
const judge = async (page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<Violations> =>
  (
    await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ runOnly, resultTypes: ['violations'] })
      .analyze()
  ).violations

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

const linesOf = (theme: string, violations: Violations): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme} ${id}: ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`),
  )

/** As when the system turns dark in the evening: the page, open with the system's theme, follows. */
const turn = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme })
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme)
}
