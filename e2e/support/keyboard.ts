import { expect, type Locator, type Page } from '@playwright/test'

/** What tells a person where the focus is: outline, ring, border or ground of the focused element, of its frame or of its active row. */
const lookOfFocus = (page: Page): Promise<{ look: string; name: string }> =>
  page.evaluate(async () => {
    // The frame in which the focus came shows where its colours start from; the next shows them.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const at = document.activeElement
    if (at === null || at === document.body) return { look: '', name: 'nothing' }
    const active = document.querySelector(`#${CSS.escape(at.getAttribute('aria-activedescendant') ?? '-')}`)
    const parts = [at, at.parentElement, at.parentElement?.parentElement, active].filter((part) => part instanceof Element)
    const look = parts
      .map((part) => {
        const style = getComputedStyle(part)
        return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join(' ')
      })
      .join('\n')
    return { look, name: at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40) ?? at.tagName }
  })

/** The same parts without the focus: it is taken away for a moment and given back. */
const lookWithout = async (page: Page): Promise<string> => {
  const at = await page.evaluateHandle(() => document.activeElement)
  const parts = await page.evaluateHandle((element) => {
    const active = document.querySelector(`#${CSS.escape(element?.getAttribute('aria-activedescendant') ?? '-')}`)
    return [element, element?.parentElement, element?.parentElement?.parentElement, active].filter((part) => part instanceof Element)
  }, at)
  const look = await page.evaluate((elements) => {
    const focused = document.activeElement
    // The product itself must not notice: blur and focus would close what is open.
    const still = (event: Event) => event.stopImmediatePropagation()
    for (const kind of ['blur', 'focus', 'focusin', 'focusout'] as const) addEventListener(kind, still, true)
    // A colour on its way back would still look like the focus.
    for (const part of elements) if (part instanceof HTMLElement) part.style.transition = 'none'
    if (focused instanceof HTMLElement) focused.blur()
    const seen = elements
      .map((part) => {
        const style = getComputedStyle(part)
        return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join(' ')
      })
      .join('\n')
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    for (const part of elements) if (part instanceof HTMLElement) part.style.transition = ''
    for (const kind of ['blur', 'focus', 'focusin', 'focusout'] as const) removeEventListener(kind, still, true)
    return seen
  }, parts)
  await parts.dispose()
  await at.dispose()
  return look
}

/** Fails unless one sees where the focus is, within the screen. */
export const expectVisibleFocus = async (page: Page): Promise<void> => {
  const { look, name } = await lookOfFocus(page)
  expect(look, 'the focus is nowhere').not.toBe('')
  expect(look, `one does not see the focus on «${name}»`).not.toBe(await lookWithout(page))
  const inSight = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    return box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  })
  expect(inSight, `«${name}» has the focus out of sight`).toBe(true)
}

/** Goes from stop to stop with Tab, seeing each, until this one has the focus. */
export const tabTo = async (page: Page, target: Locator, most = 40): Promise<void> => {
  await expect(target).toBeVisible()
  let rounds = 0
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectVisibleFocus(page)
      return
    }
    await page.keyboard.press('Tab')
    // After the last stop Tab goes round by the browser's own bar, once.
    const atBrowser = await page.evaluate(() => document.activeElement === document.body)
    if (atBrowser) rounds += 1
    if (!atBrowser || rounds > 1) await expectVisibleFocus(page)
  }
  throw new Error(`Tab does not reach it in ${most} stops`)
}
