import type { Page } from '@playwright/test'
import { breaches } from './support/axe.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 4 })
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Boxes that open over a page: where, and how. */
const boxes: ReadonlyArray<readonly [string, (company: Company) => string, (page: Page) => Promise<void>]> = [
  [
    'the search with its findings',
    () => '/home',
    async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('benali')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  ],
  ['the menu of what one may create', () => '/home', (page) => press(page, 'Créer')],
  ['the menu of one’s account', () => '/home', (page) => press(page, 'Votre compte')],
  ['the fields to filter by', () => '/contacts', (page) => press(page, 'Filtrer')],
  [
    'a condition being written',
    () => '/contacts',
    async (page) => {
      await press(page, 'Filtrer')
      await page.getByRole('searchbox', { name: 'Filtrer par' }).fill('wilaya')
      await page.keyboard.press('Enter')
      await expect(
        page
          .getByRole('dialog', { name: /Wilaya/ })
          .getByRole('checkbox')
          .first(),
      ).toBeVisible()
    },
  ],
  ['the choice of columns', () => '/contacts', (page) => press(page, 'Colonnes')],
  [
    'a list with conditions, chosen rows and the quick panel',
    () => '/contacts?filter={"wilaya":"16"}',
    async (page) => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+Enter')
      await expect(page.getByRole('toolbar')).toBeVisible()
    },
  ],
  ['a list that finds nothing', () => '/contacts?q=personne', (page) => expect(page.getByRole('heading', { level: 2 })).toBeVisible()],
  [
    'the gift of customers to a colleague',
    () => '/contacts',
    async (page) => {
      await page.getByRole('checkbox').nth(1).check()
      await press(page, 'Affecter')
    },
  ],
  [
    'the tags of several customers',
    () => '/contacts',
    async (page) => {
      await page.getByRole('checkbox').nth(1).check()
      await press(page, 'Étiqueter')
      await page.getByRole('dialog').getByRole('combobox').first().fill('Nouvelle')
    },
  ],
  [
    'a call being noted',
    ({ amina }) => `/contacts/${amina.id}`,
    async (page) => {
      await press(page, 'Noter')
      await page.getByRole('menuitem', { name: 'Appel' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    },
  ],
  ['the reason to see a sensitive number', ({ amina }) => `/contacts/${amina.id}`, (page) => press(page, 'Afficher : NIN')],
  ['the timeline', ({ amina }) => `/contacts/${amina.id}?tab=interactions`, () => Promise.resolve()],
  [
    'a reminder being made, with its mistakes',
    ({ amina }) => `/contacts/${amina.id}?tab=reminders`,
    async (page) => {
      await press(page, 'Nouveau rappel')
      await page.getByRole('dialog').getByRole('button', { name: 'Créer le rappel' }).click()
    },
  ],
  [
    'the bell with what one was told',
    () => '/home',
    async (page) => {
      await press(page, /^Notifications/)
      await expect(
        page.getByRole('dialog', { name: 'Notifications' }).getByRole('link', { name: 'Toutes les notifications' }),
      ).toBeVisible()
    },
  ],
  ['the accounts of a customer', ({ amina }) => `/contacts/${amina.id}?tab=accounts`, () => Promise.resolve()],
  [
    'the consents',
    ({ amina }) => `/contacts/${amina.id}?tab=consents`,
    async (page) => {
      await page.getByRole('table').getByRole('button').first().click()
      await page.getByRole('menu').getByText('Accordé').click()
      await page.getByRole('table').getByRole('button').nth(1).click()
    },
  ],
  ['the history', ({ amina }) => `/contacts/${amina.id}?tab=history`, () => Promise.resolve()],
  ['a form with its mistakes', () => '/contacts/new', (page) => press(page, 'Créer le client')],
  [
    'a form with all its parts open',
    ({ amina }) => `/contacts/${amina.id}/edit`,
    async (page) => {
      for (const part of await page.locator('summary').all()) await part.click()
    },
  ],
  ['a new member of an account', ({ household }) => `/accounts/${household.id}`, (page) => press(page, 'Ajouter un membre')],
  ['an invitation', () => '/users?invite=1', () => Promise.resolve()],
  ['a suspension', ({ user }) => `/users/${user.id}`, (page) => press(page, 'Suspendre')],
  ['a new agency', () => '/agencies', (page) => press(page, 'Nouvelle agence')],
  ['a new region', () => '/agencies', (page) => press(page, 'Nouvelle direction')],
  [
    'the check of the journal',
    () => '/journal',
    async (page) => {
      await press(page, 'Vérifier le journal')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  ['one’s own sessions', () => '/me?tab=security', () => Promise.resolve()],
  ['one’s own display', () => '/me?tab=look', () => Promise.resolve()],
]

test('every box over a page keeps to WCAG 2.2 AA', async ({ enter }) => {
  test.setTimeout(300_000)
  const page = await enter(company.administrator, { theme: 'system' })
  for (const [name, address, open] of boxes) {
    await test.step(name, async () => {
      await page.goto(address(company))
      await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first()).toBeVisible()
      await open(page)
      expect.soft(await breaches(page), name).toEqual([])
    })
  }
})
