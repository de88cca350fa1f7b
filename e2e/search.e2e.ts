import type { Page } from '@playwright/test'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

const openSearch = async (page: Page) => {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Rechercher' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  return dialog
}

test('⌘K finds a customer however the name, the phone or the code is typed', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const typed of ['amina benali', 'BÉNALI', 'benalli', '00213550123456', '0550 12 34', company.amina.code, 'amina.benali@']) {
    const dialog = await openSearch(page)
    await dialog.getByRole('combobox').fill(typed)
    await expect(dialog.getByRole('option', { name: /BENALI Amina/ }).first(), typed).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('⌘K opens what was found with Enter, and offers what was seen last', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const dialog = await openSearch(page)
  await dialog.getByRole('combobox').fill('famille benali')
  await expect(dialog.getByRole('option', { name: /Famille Benali/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(company.household.id))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Famille Benali')
  const again = await openSearch(page)
  await expect(again.getByRole('option', { name: /Famille Benali/ })).toBeVisible()
})

test('⌘K finds nobody of another agency, and nobody’s colleague for who may not see them', async ({ enter }) => {
  const page = await enter(company.neighbour)
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const typed of ['benali', '0550123456', company.amina.code]) {
    const dialog = await openSearch(page)
    await dialog.getByRole('combobox').fill(typed)
    await expect(dialog.getByText(`Rien ne correspond à « ${typed} ».`)).toBeVisible()
    await expect(dialog.getByText('BENALI Amina')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
})

test('⌘K offers to create the customer that it does not find', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const dialog = await openSearch(page)
  await dialog.getByRole('combobox').fill('Inexistant Firmin')
  await dialog.getByRole('option', { name: 'Créer un client « Inexistant Firmin »' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nouveau client' })).toBeVisible()
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(/Inexistant/)
})
