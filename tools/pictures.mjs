// Takes the pictures of the README from the running application: DATA_DIR=… node tools/pictures.mjs (after `npm run demo` and `npm start`).
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
const demo = JSON.parse(
  readFileSync(join(process.env.DATA_DIR ?? fileURLToPath(new URL('../.data', import.meta.url)), 'demo.json'), 'utf8'),
)
const base = process.env.BASE_URL ?? demo.url
const browser = await chromium.launch({
  executablePath: process.env.ASSURA_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
mkdirSync(folder, { recursive: true })

const list = await (
  await fetch(
    `${base}/api/v1/contacts?limit=1&filter=${encodeURIComponent(JSON.stringify({ email: { empty: false }, birth_date: { empty: false }, account_id: { empty: false }, status: 'active' }))}`,
    { headers: { authorization: `Bearer ${demo.api_key}` } },
  )
).json()
const profile = `/contacts/${list.data[0].id}`
const pictures = [
  { name: 'accueil', path: '/?welcome', visitor: true },
  { name: 'clients', path: '/contacts' },
  { name: 'profil', path: profile },
  { name: 'profil-sombre', path: profile, theme: 'dark' },
  { name: 'profil-arabe', path: profile, language: 'ar' },
  { name: 'profil-telephone', path: profile, width: 360, height: 780 },
]
for (const { name, path, visitor, theme = 'light', language = 'fr', width = 1366, height = 768 } of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' })
  await context.addCookies([
    { name: 'assura_language', value: language, url: base },
    { name: 'assura_theme', value: theme, url: base },
  ])
  if (!visitor) {
    await context.request.post(`${base}/api/v1/auth/sign-in`, { data: { login: demo.users.administrator, password: demo.password } })
    await context.request.patch(`${base}/api/v1/me`, { data: { theme, language } })
  }
  const page = await context.newPage()
  // The event stream never ends, so «network idle» never comes: the title of the page tells that it stands.
  await page.goto(`${base}${path}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  if (!visitor) await context.request.patch(`${base}/api/v1/me`, { data: { theme: 'system', language: 'fr' } })
  await context.close()
}
await browser.close()
